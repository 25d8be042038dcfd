"""Said: what is told of a timeline in sentences, in the language of the page: gaps, what was read, what surrounds an entry."""

from collections.abc import Iterator

from search_api import wording
from search_api.duties import views as duty_views
from search_api.messages import Messages, message
from search_api.timeline.entry import Bond, Entry, Quoted
from search_api.timeline.found import Gap, GapKind, Timeline

CHOSEN = message("A program chose these words and can miss something. The source decides.")
SAYINGS = {
    GapKind.SILENT: message(
        "Nothing was found that speaks of this in %(years)s, though texts of that time are held (%(number)s)."
    ),
    GapKind.NOT_OF_TOPIC: message("Nothing of this topic is of %(years)s, though texts of that time are held (%(number)s)."),
    GapKind.NOTHING_FITS: message("No text of %(years)s that fits the filters is held."),
    GapKind.NOTHING_HELD: message("No text of %(years)s is held."),
    GapKind.TYPE_BEFORE: message("%(type)s: none before %(day)s is held."),
    GapKind.TYPE_NEVER: message("%(type)s: none is held."),
}


def gap_words(gap: Gap, spoken: Messages) -> str:
    """A gap as a sentence."""
    return spoken.text(SAYINGS[gap.kind]) % {
        "years": str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}",
        "number": spoken.number(gap.publications),
        "type": spoken.text(wording.TYPES[gap.type]) if gap.type else "",
        "day": wording.date_words(gap.earliest, spoken) if gap.earliest else "",
    }


def entries_found(count: int, spoken: Messages) -> str:
    """`12 entries on the timeline`."""
    told = spoken.catalogue.ngettext("%(number)s entry on the timeline", "%(number)s entries on the timeline", count)
    return told % {"number": spoken.number(count)}


def notes(found: Timeline, spoken: Messages) -> Iterator[str]:
    """What to know of the whole, the most pressing first."""
    query = found.query
    if query.as_of:
        told = message("As it was known on %(day)s: nothing later is shown, and each text stands as it stood then.")
        yield spoken.text(told) % {"day": spoken.day(query.as_of)}
        if any(one.document.held.value == "digest" for one in found.shown):
            yield spoken.text(
                message("Digests are our own words, written later: one of them may still tell of what came after.")
            )
    if query.typed and query.subject != " ".join(query.typed.split()):
        yield spoken.text(message("Read as a timeline of “%(subject)s”.")) % {"subject": query.subject}
    if query.period_words:
        told = message("Limited to the time in your words: “%(words)s”.")
        yield spoken.text(told) % {"words": query.period_words}
    if found.total == 1:
        yield spoken.text(message("Only one text speaks of this: there is no course of events to show."))
    if found.left_out:
        told = message(
            "The texts that speak of this most are shown. %(number)s more are left out: choose narrower words or filters."
        )
        yield spoken.text(told) % {"number": spoken.number(found.left_out)}


def who(entry: Entry) -> str:
    """Who speaks: `A Minister, Cabinet Secretary for Education`; the publisher where nobody is named."""
    if entry.speaker:
        return ", ".join(part for part in (entry.speaker, entry.office) if part)
    return entry.publication.publisher


def bond_words(bond: Bond, spoken: Messages) -> str:
    """`Followed up by`."""
    return spoken.text(wording.RELATIONS[bond.kind][bond.is_target])


def mark_words(quote: Quoted, spoken: Messages) -> Iterator[str]:
    """What the registers say of a quotation: `Commitment, for: by 1 April 2025`, `Duty: must`."""
    for one in dict.fromkeys((promise.due.words if promise.due else "") for promise in quote.commitments):
        told = spoken.text(message("Commitment"))
        yield f"{told} ({spoken.text(message('due:'))} {one})" if one else told
    for duty in dict.fromkeys((one.level, one.negative) for one in quote.duties):
        level = (duty_views.NEGATED if duty[1] else duty_views.LEVELS)[duty[0]]
        yield f"{spoken.text(message('Duty:'))} {spoken.text(level)}"


def dated(entry: Entry, spoken: Messages) -> str:
    """`7 May 2026`; `No date known`."""
    return wording.date_words(entry.publication, spoken) or spoken.text(message("No date known"))
