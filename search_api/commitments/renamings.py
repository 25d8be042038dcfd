"""Renamings: what goes by several names, bodies and other things (`renamings.toml`); does not say since when."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from corpus.bodies import bodies_named

LIST = Path(__file__).parent / "renamings.toml"
_EVERYWHERE = frozenset(
    {
        "welsh-ministers",
        "school",
        "local-authority",
        "practitioner",
        "learner",
        "parent",
        "headteacher",
        "governing-body",
        "estyn",
        "senedd",
    }
)
"""Bodies that most texts name: they tell as little as a common word."""
_MEANT = re.compile(
    r"\b(?:the|this|that|its) (?:new )?(?:body|group|programme|guidance|review|plan|panel|framework|code|pilot|fund|strategy|"
    r"toolkit|principles|consultation|report|database|entitlement)\b|^it\b|\by (?:corff|grŵp|rhaglen|canllawiau|adolygiad)\b",
    re.IGNORECASE,
)


def named(words: str, language: str) -> frozenset[str]:
    """Ids of what some words name, under whatever name."""
    found = {one.body for one in bodies_named(words, language)} - _EVERYWHERE
    found |= {key for key, pattern in _patterns(language).items() if pattern.search(words)}
    return frozenset(found)


def is_meant(words: str) -> bool:
    """Whether words speak of something named before them: `the body's chief executive`, `It takes over …`."""
    return _MEANT.search(words) is not None


@lru_cache(maxsize=2)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    read = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return {key: _pattern(names[language]) for key, names in read.items()}


def _pattern(names: list[str]) -> re.Pattern[str]:
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w-])", re.IGNORECASE)
