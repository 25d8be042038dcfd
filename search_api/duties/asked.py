"""What is asked of the register of duties, read from raw parameters with every fault named; does not look anything up."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.bodies import bodies
from corpus.catalogue import Catalogue
from corpus.duty import Level
from corpus.errors import InvalidQuery
from index.query import Filters
from search_api.question.question import LONGEST, Asked, Known, read_filters

MOST_NAMED = 14
"""Values that a message lists where none is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesAsked:
    """The raw parameters: the common ones, and those that duties add."""

    asked: Asked
    actor: Sequence[str] = ()
    level: Sequence[str] = ()
    publication: str | None = None
    law: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyQuery:
    """What to look for; an empty tuple or string sets no limit."""

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    actors: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    publication: str | None = None
    law: str = ""
    """Words of a law's name, in their order: `education act`."""
    limit: int = 10
    page: int = 1


def read_duties_asked(wanted: DutiesAsked, catalogue: Catalogue) -> DutyQuery:
    """A DutyQuery from raw parameters; raises InvalidQuery with a sentence and the parameter at fault."""
    asked = wanted.asked
    publications = catalogue.publications()
    known = Known(
        publishers=frozenset(one.publisher for one in publications),
        topics=frozenset(topic for one in publications for topic in one.topics),
    )
    if len(asked.q) > LONGEST:
        raise InvalidQuery(
            f"The words are {len(asked.q):,} characters long; the most is {LONGEST:,}. Ask for fewer.", field="q"
        )
    ids = {one.id: one.id for one in publications}
    return DutyQuery(
        words=" ".join(asked.q.split()),
        filters=read_filters(asked, known),
        actors=tuple(dict.fromkeys(_meant("actor", value, actor_names(), bodies()) for value in wanted.actor if value.strip())),
        levels=tuple(
            dict.fromkeys(
                Level(_meant("level", value, {level.value: level.value for level in Level}, Level))
                for value in wanted.level
                if value
            )
        ),
        publication=_meant("publication", wanted.publication, ids, ids) if wanted.publication else None,
        law=" ".join((wanted.law or "").split()),
        limit=asked.limit,
        page=asked.page,
    )


def actor_names() -> dict[str, str]:
    """Every body's id by the names it goes by, folded: `"governing bodies"` -> `"governing-body"`."""
    names: dict[str, str] = {}
    for key, body in bodies().items():
        spelt = [key, *body.name.values(), *(alias.removeprefix("=") for aliases in body.aliases.values() for alias in aliases)]
        for name in spelt:
            names.setdefault(_folded(name), key)
    return names


def _meant(field: str, value: str, names: Mapping[str, str], values: Sequence[str] | Mapping[str, object] | type[Level]) -> str:
    """The value a name stands for, whatever its case; else InvalidQuery that suggests the near ones."""
    folded = {_folded(name): key for name, key in names.items()}
    wanted = _folded(value)
    if wanted in folded:
        return folded[wanted]
    close = difflib.get_close_matches(wanted, folded, n=5, cutoff=0.5)
    near = list(dict.fromkeys(folded[name] for name in close))[:3]
    listed = ", ".join(f"'{one}'" for one in near or sorted(map(str, values))[:MOST_NAMED])
    hint = f"Did you mean {listed}?" if near else f"Known values: {listed}."
    raise InvalidQuery(f"Unknown {field} '{value[:60]}'. {hint}", field=field)


def _folded(name: str) -> str:
    return re.sub(r"[ _-]+", "-", name.strip().casefold())
