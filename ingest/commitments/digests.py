"""Commitments of a digest: the lines of the register that say what was promised, each at its place in the digest's own text.

They are facts in our own words: their document is held as a digest, and so whoever shows them says so. Whom the register names
is bound; what it says of the date is read by the same rules as a text's own words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.commitment import Basis, Commitment, Due, Form, Grain, Kind, Operator, Strength
from corpus.document import Document
from corpus.passage import Span
from corpus.themes import themes_of
from ingest.commitments.calendar_days import later
from ingest.commitments.conditions import condition_in
from ingest.commitments.deliverables import kind_of_thing
from ingest.commitments.fields import beneficiaries_of, placed_dues, specificity_of
from ingest.commitments.occasion import Occasion, is_minister
from ingest.commitments.words_english import WEAK_VERBS
from ingest.register import COMMITMENTS_HEADING, read_commitment_line

RULE = "register"
_YEAR = re.compile(r" \((20\d\d)\)")


def digest_commitments(document: Document, occasion: Occasion, due_days: Sequence[date | None] = ()) -> tuple[Commitment, ...]:
    """The register's commitments in a digest, in order; none where it lists none.

    `due_days` are the last days that the register itself has worked out, in the order of the lines: they count where the
    words alone name no days, as where the day they were said is not known.
    """
    heading = COMMITMENTS_HEADING.get(document.language, "")
    section = next((one for one in document.sections if one.heading == heading), None)
    if section is None:
        return ()
    found: list[Commitment] = []
    for line in re.finditer(r"^• (?P<line>\S[^\n]*)$", document.text[section.start : section.end], re.MULTILINE):
        read = read_commitment_line(line["line"])
        if read is not None:
            span = Span(section.start + line.start("line"), section.start + line.end("line"))
            known = due_days[len(found)] if len(found) < len(due_days) else None
            found.append(_commitment(document, occasion, span, *read, known))
    return tuple(found)


def _commitment(
    document: Document, occasion: Occasion, span: Span, who: str, what: str, due: str, known: date | None
) -> Commitment:
    language = document.language
    dues = _dues(due, occasion, language, known)
    kind = kind_of_thing(_object(what))
    beneficiaries = beneficiaries_of(what, language)
    is_speaker = is_minister(who)
    return Commitment(
        span=span,
        sentence=span,
        kind=Kind.COMMITMENT,
        rule=RULE,
        form=Form.DIGEST,
        strength=Strength.WEAK if WEAK_VERBS.match(what) else Strength.FIRM,
        specificity=specificity_of(kind, dues, counted=False, beneficiaries=beneficiaries),
        basis=Basis.SPEAKER if is_speaker else Basis.SUBJECT,
        speaker=occasion.speaker,
        office=occasion.office or (who if is_speaker else ""),
        organisation=who,
        action=what,
        deliverable=_object(what),
        deliverable_type=kind,
        beneficiaries=beneficiaries,
        themes=themes_of(((what, 1.0), (occasion.title, 0.4), (" / ".join(occasion.topics), 0.2)), language),
        dues=dues,
        condition=condition_in(what, language),
        made_on=occasion.made_on,
        language=language,
    )


def _object(what: str) -> str:
    return what.partition(" ")[2] or what


def _dues(due: str, occasion: Occasion, language: str, known: date | None) -> tuple[Due, ...]:
    """The register writes a year it worked out in brackets: `end of June (2022)`, `next year (2018)`."""
    bracket = _YEAR.search(due)
    written = (_YEAR.sub(rf" {bracket[1]}", due), f"in {bracket[1]}") if bracket else (due,)
    placed = next((found for words in written if (found := placed_dues(words, occasion.made_on, language))), ())
    read = placed[0].due if placed else None
    if known is None or (read is not None and read.last is not None):
        return (replace(read, words=due),) if read else ()
    # Two months before the day, the same words name it: `in the autumn` for 30 November.
    near = placed_dues(due, later(known, days=-60), language)
    first = near[0].due.first if near and near[0].due.last and near[0].due.last >= known else None
    return (
        Due(
            words=due,
            operator=read.operator if read else Operator.BY,
            first=min(first, known) if first else known,
            last=known,
            grain=read.grain if read else Grain.DAY,
            rule=RULE,
        ),
    )
