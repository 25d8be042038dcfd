"""Bodies: who acts in Welsh education, and where a text names them; does not know who owes what.

The list is `bodies.toml`, in English and Welsh; an alias that is longer wins over one inside it.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.mutation import beginnings
from corpus.passage import Span

LIST = Path(__file__).parent / "bodies.toml"
_TO_THE_LETTER = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body or an office, under every name it goes by."""

    id: str
    name: dict[str, str]
    """Its name by language: `{"en": "Governing body", "cy": "Corff llywodraethu"}`."""
    aliases: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place where a text names a body."""

    body: str
    span: Span


@lru_cache(maxsize=1)
def bodies() -> dict[str, Body]:
    """Every body by its id."""
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {
        key: Body(id=key, name=one["name"], aliases={language: tuple(one[language]) for language in ("en", "cy")})
        for key, one in read.items()
    }


def bodies_named(text: str, language: str) -> tuple[Named, ...]:
    """Where a text names bodies, in order: `"Governors must ask Estyn."` -> governing-body, estyn."""
    pattern, owner = _pattern(language)
    found = []
    for match in pattern.finditer(text):
        words = " ".join(match[0].split())
        body = owner.get(words) or owner.get(words.casefold())
        if body:
            found.append(Named(body=body, span=Span(*match.span())))
    return tuple(found)


@lru_cache(maxsize=2)
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all aliases, the longest first, and whose each is."""
    owner: dict[str, str] = {}
    written = []
    for key, body in bodies().items():
        for alias in body.aliases[language]:
            exact = alias.startswith(_TO_THE_LETTER) or alias.rstrip("s").isupper()
            for name in _written(alias.removeprefix(_TO_THE_LETTER), language, exact=exact):
                owner.setdefault(name if exact else name.casefold(), key)
                written.append((name, exact))
    written.sort(key=lambda one: (-len(one[0]), one[0]))
    parts = [(re.escape(name) if exact else f"(?i:{re.escape(name)})").replace(r"\ ", r"\s+") for name, exact in written]
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(parts)})(?![\w-])"), owner


def _written(name: str, language: str, *, exact: bool) -> list[str]:
    """The ways a name begins: a Welsh one by its mutations too, where capitals do not fix it."""
    return beginnings(name) if language == "cy" and not exact else [name]
