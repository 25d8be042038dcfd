"""What came of the register's commitments: later facts with a person's label, read with every fault named; links nothing.

Each line of `data/promises/links.jsonl` joins a commitment to one fact of a later publication, or says of a follow-up that none
of its facts bears on it. Every later publication of the register was read: a pair that is not there was judged not to bear.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from corpus.errors import GoldError
from evals.promises.gold import PROMISES
from evals.promises.labels import STRICT

LINKS = PROMISES / "links.jsonl"


class Outcome(StrEnum):
    """How a later fact bears on a commitment."""

    DELIVERED = "delivered"
    DELIVERED_LATE = "delivered_late"
    """Delivered, after the last day it was promised for."""
    PROGRESS = "progress"
    REVISED = "revised"
    """Another date or another form: not dropped."""
    REAFFIRMED = "reaffirmed"
    DROPPED = "dropped"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLabel:
    """A commitment and a later fact, as a person joined them."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    publication: str
    """Whose commitment it is."""
    commitment: Annotated[int, Field(ge=0)]
    """Its place in that record's list, from 0."""
    evidence: str | None
    """The later publication; None for a commitment on which nothing later bears."""
    fact: str | None
    """The fact's line, to the letter; None where the publication says nothing on it."""
    label: Outcome
    labelled: Annotated[str, Field(min_length=1)]
    """By whom and from what."""


def load_links(register: Path, path: Path = LINKS) -> tuple[LinkLabel, ...]:
    """The links in order; raises GoldError naming every fault with its file and line."""
    lines = register.read_text(encoding="utf-8").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    adapter = TypeAdapter(LinkLabel)
    faults: list[str] = []
    seen: dict[tuple[str, int, str | None, str | None], str] = {}
    links = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        place = f"{path.name}:{number}"
        try:
            link = adapter.validate_python(json.loads(line), strict=False)
        except json.JSONDecodeError as error:
            faults.append(f"{place}: not JSON ({error.msg})")
            continue
        except ValidationError as error:
            faults.extend(f"{place}: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
            continue
        key = (link.publication, link.commitment, link.evidence, link.fact)
        if key in seen:
            faults.append(f"{place}: stands at {seen[key]} already")
        seen[key] = place
        faults.extend(f"{place}: {fault}" for fault in _faults(link, records))
        links.append(link)
    judged = {(link.publication, link.commitment) for link in links}
    faults.extend(
        f"{path.name}: nothing is said of commitment {at} of '{key}'"
        for key, record in records.items()
        for at in range(len(record["commitments"]))
        if (key, at) not in judged
    )
    if faults:
        raise GoldError(f"{len(faults)} fault(s) in what came of the commitments:\n" + "\n".join(faults))
    return tuple(links)


def _faults(link: LinkLabel, records: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with one link, as clauses."""
    if link.publication not in records:
        yield f"no publication '{link.publication}' is in the register"
    elif link.commitment >= len(records[link.publication]["commitments"]):
        yield f"'{link.publication}' has no commitment {link.commitment}"
    if link.evidence is not None and link.evidence not in records:
        yield f"no publication '{link.evidence}' is in the register"
    elif link.fact is not None and link.fact not in records.get(link.evidence or "", {"facts": ()})["facts"]:
        yield f"'{link.evidence}' has no such fact: {link.fact!r}"
    if (link.fact is None) != (link.label is Outcome.NONE):
        yield "a fact has a label other than 'none', and 'none' has no fact"
