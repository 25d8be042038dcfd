"""Lock: which texts were measured, by the digest of each; a run over others stops. Does not hold any text.

One line a publication: its id, the digest of its canonical text, the language, and how much is held. The texts on which the
seeds' questions rest are not held everywhere: where a lock says `digest` and a full text is there, that one is not compared.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.errors import GoldError
from corpus.ids import text_sha256
from evals.gold.questions import DATA
from evals.gold.seeds import PUBLICATIONS

LOCK = DATA / "corpus.lock.jsonl"
RENEW = "canllaw eval lock"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """A text as it was measured."""

    publication: str
    sha256: str
    language: str
    held: str


def locked(catalogue: Catalogue) -> dict[str, Locked]:
    """The current text of each publication, by its id."""
    return {
        publication.id: Locked(
            publication=publication.id,
            sha256=text_sha256(document.text),
            language=document.language,
            held=document.held.value,
        )
        for publication, document in catalogue.current()
    }


def write_lock(catalogue: Catalogue, path: Path = LOCK) -> int:
    """Write down the texts of a catalogue; gives back how many."""
    found = locked(catalogue)
    lines = (json.dumps(asdict(found[key]), ensure_ascii=False, sort_keys=True) + "\n" for key in sorted(found))
    path.write_bytes("".join(lines).encode())
    return len(found)


def read_lock(path: Path = LOCK) -> dict[str, Locked]:
    """The texts of a lock by publication; raises GoldError."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [Locked(**json.loads(line)) for line in lines]
    except (OSError, ValueError, TypeError) as error:
        raise GoldError(f"The lock '{path}' cannot be read ({error}). Write it with `{RENEW}`.") from error
    return {one.publication: one for one in found}


def check_lock(catalogue: Catalogue, path: Path = LOCK) -> None:
    """Raise GoldError where the texts of a catalogue are not those of a lock, naming the first that differ."""
    faults = differences(read_lock(path), locked(catalogue))
    if not faults:
        return
    named = "; ".join(faults[:MOST_NAMED])
    more = f"; and {len(faults) - MOST_NAMED} more" if len(faults) > MOST_NAMED else ""
    raise GoldError(
        f"The texts are not those that {path.name} names: {named}{more}. Go back to the texts that were measured, or renew it "
        f"with `{RENEW}`."
    )


def differences(wanted: Mapping[str, Locked], found: Mapping[str, Locked]) -> list[str]:
    """What differs, as clauses, by publication."""
    optional = frozenset(PUBLICATIONS.values())
    faults = []
    for key in sorted({*wanted, *found}):
        one, other = wanted.get(key), found.get(key)
        if one is None:
            faults.append(f"'{key}' is not in it")
        elif other is None:
            faults.append(f"'{key}' is not held")
        elif one != other and not (key in optional and other.held != one.held):
            what = "language" if one.language != other.language else "text"
            faults.append(f"the {what} of '{key}' is another")
    return faults
