"""What is asked of the register of commitments, read from raw parameters with every fault named; does not look anything up."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.catalogue import Catalogue
from corpus.commitment import Kind
from corpus.commitments import kept_commitments
from corpus.errors import InvalidQuery
from corpus.evidence import Came
from corpus.themes import themes
from search_api.question.question import LONGEST, Asked, Known, read_filters

OVERDUE = "overdue"
STATUSES = (*(one.value for one in Came), OVERDUE)
"""What `status` may be: what came of it as far as is known, or that its day has passed without a delivery found."""
MOST_NAMED = 14
"""Values that a message lists where none is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentsAsked:
    """The raw parameters: the common ones, of which `status` means what came of it, and those that commitments add."""

    asked: Asked
    speaker: Sequence[str] = ()
    office: Sequence[str] = ()
    due_before: str | None = None
    publication: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentQuery:
    """What to look for; an empty tuple or string sets no limit."""

    words: str = ""
    themes: tuple[str, ...] = ()
    """Ids of `themes.toml`."""
    topics: tuple[str, ...] = ()
    """Topics of publications."""
    speakers: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    made_from: date | None = None
    made_to: date | None = None
    due_before: date | None = None
    statuses: tuple[str, ...] = ()
    """Of STATUSES."""
    language: str | None = None
    held: str | None = None
    publishers: tuple[str, ...] = ()
    publication: str | None = None
    as_of: date | None = None
    """The day whose knowledge counts: nothing said after it is used."""
    limit: int = 10
    page: int = 1


def read_commitments_asked(wanted: CommitmentsAsked, catalogue: Catalogue) -> CommitmentQuery:
    """A CommitmentQuery from raw parameters; raises InvalidQuery with a sentence and the parameter at fault."""
    asked = wanted.asked
    publications = catalogue.publications()
    topics = frozenset(topic for one in publications for topic in one.topics)
    if len(asked.q) > LONGEST:
        raise InvalidQuery(
            f"The words are {len(asked.q):,} characters long; the most is {LONGEST:,}. Ask for fewer.", field="q"
        )
    subjects = {**{topic: topic for topic in topics}, **_theme_names()}
    meant = tuple(dict.fromkeys(_meant("topic", value, subjects) for value in asked.topic if value.strip()))
    common = read_filters(
        _without_own(asked), Known(publishers=frozenset(one.publisher for one in publications), topics=topics)
    )
    people = _people(catalogue) if [*wanted.speaker, *wanted.office] else ({}, {})
    ids = {one.id: one.id for one in publications}
    return CommitmentQuery(
        words=" ".join(asked.q.split()),
        themes=tuple(one for one in meant if one in themes()),
        topics=tuple(one for one in meant if one not in themes()),
        speakers=tuple(dict.fromkeys(_meant("speaker", value, people[0]) for value in wanted.speaker if value.strip())),
        offices=tuple(dict.fromkeys(_meant("office", value, people[1]) for value in wanted.office if value.strip())),
        made_from=common.published_from,
        made_to=common.published_to,
        due_before=read_day("due_before", wanted.due_before),
        statuses=tuple(
            dict.fromkeys(_meant("status", value, {one: one for one in STATUSES}) for value in asked.status if value.strip())
        ),
        language=common.language,
        held=common.held.value if common.held else None,
        publishers=common.publisher,
        publication=_meant("publication", wanted.publication, ids) if wanted.publication else None,
        as_of=common.as_of,
        limit=asked.limit,
        page=asked.page,
    )


def speakers_and_offices(catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Everybody who has promised something, and every office it was done in, by name."""
    speakers, offices = _people(catalogue)
    return tuple(sorted(set(speakers.values()))), tuple(sorted(set(offices.values())))


def _people(catalogue: Catalogue) -> tuple[dict[str, str], dict[str, str]]:
    kept = [one.commitment for one in kept_commitments(catalogue, kinds=(Kind.COMMITMENT,))]
    speakers = {one.speaker: one.speaker for one in kept if one.speaker}
    return speakers, {one.office: one.office for one in kept if one.office}


def _theme_names() -> dict[str, str]:
    """Every theme's id by its id and its names."""
    return {name: key for key, theme in themes().items() for name in (key, *theme.name.values())}


def _without_own(asked: Asked) -> Asked:
    """What the common filters are read from: topic and status mean something else here."""
    return Asked(
        q=asked.q,
        publisher=asked.publisher,
        language=asked.language,
        published_from=asked.published_from,
        published_to=asked.published_to,
        as_of=asked.as_of,
        held=asked.held,
        limit=asked.limit,
        page=asked.page,
    )


def read_day(field: str, value: str | None) -> date | None:
    """The day a parameter names; raises InvalidQuery in that parameter's name where it names none."""
    if not value or not value.strip():
        return None
    nothing = Known(publishers=frozenset(), topics=frozenset())
    try:
        return read_filters(Asked(q="", as_of=value), nothing).as_of
    except InvalidQuery as error:
        raise InvalidQuery(str(error).replace("as_of", field), field=field) from error


def _meant(field: str, value: str, names: Mapping[str, str]) -> str:
    """The value a name stands for, whatever its case; else InvalidQuery that suggests the near ones."""
    folded = {_folded(name): key for name, key in names.items()}
    wanted = _folded(value)
    if wanted in folded:
        return folded[wanted]
    close = difflib.get_close_matches(wanted, folded, n=5, cutoff=0.5)
    near = list(dict.fromkeys(folded[name] for name in close))[:3]
    listed = ", ".join(f"'{one}'" for one in near or sorted(set(names.values()))[:MOST_NAMED]) or "none"
    hint = f"Did you mean {listed}?" if near else f"Known values: {listed}."
    raise InvalidQuery(f"Unknown {field} '{value[:60]}'. {hint}", field=field)


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").split()).casefold()
