"""Names of publications taken apart: their numbers, dates and telling words, and how well two fit; does not know who is named.

A name is a title, or what a text calls another one: `the 2022 School improvement guidance (WG 251/2022)`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.addresses import address_key

_NUMBER = re.compile(r"(?<![\d/])(?!(?:19|20)\d\d/)0*(\d{1,4}/(?:19|20)\d\d)(?![\d/])")
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_MONTHS = {
    name: number
    for number, names in enumerate(
        "january ionawr|february chwefror|march mawrth fawrth|april ebrill|may mai fai|june mehefin fehefin|"
        "july gorffennaf orffennaf|august awst|september medi fedi|october hydref|november tachwedd dachwedd|"
        "december rhagfyr ragfyr".split("|"),
        1,
    )
    for name in names.split()
}
# Words that any guidance may be called by, or that only point: they tell no publication from another.
_COMMON = frozenset(
    "the a an of on in for to and or by with at from as its it this that these those all any our their his her "
    "guidance guide document circular statutory non advice no number ref edition version publication text page "
    "draft consultation revised updated new old previous earlier existing former current original first last latest same "
    "welsh government assembly wg issued published dated publish issue which was were been is are "
    "under title titled entitled called one we given set out "
    "y yr i o a ac ar am gan yn ym yng er gyfer i'r o'r a'r "
    "canllaw canllawiau ganllaw ganllawiau chanllaw chanllawiau dogfen ddogfen rhif fersiwn "
    "drafft ddrafft statudol anstatudol blaenorol "
    "gynharach cynharach hyn hwn hon gwreiddiol llywodraeth cymru cyhoeddwyd gyhoeddwyd ymgynghoriad diwygiedig newydd".split()
)
_DRAFT = re.compile(r"\bdd?rafft\b|\bdraft\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in its parts."""

    numbers: frozenset[str]
    """Without leading zeros: `81/2012`."""
    addresses: frozenset[str]
    years: frozenset[int]
    months: frozenset[int]
    """Only months that stand before a year."""
    words: tuple[str, ...]
    """Its telling words, in order, without a plural's s."""
    main: frozenset[str]
    """Those before a colon, an aside or a dash."""
    is_draft: bool


@lru_cache(maxsize=8192)  # every write reads every title again
def read_name(text: str) -> Name:
    """A name taken apart."""
    plain = text.replace("’", "'").replace("‘", "'")
    addresses = frozenset(address_key(_with_scheme(found).rstrip(".,;")) for found in _ADDRESS.findall(plain))
    plain = _ADDRESS.sub(" ", plain)
    numbers = frozenset(_NUMBER.findall(plain))
    plain = _NUMBER.sub(" ", plain)
    everything = [word.casefold() for word in _WORD.findall(plain)]
    main = re.split(r":\s| [-–—] ", _ASIDE.sub(" ", plain), maxsplit=1)[0]
    return Name(
        numbers=numbers,
        addresses=addresses,
        years=frozenset(map(int, _YEAR.findall(plain))),
        months=frozenset(_MONTHS[word] for word, after in pairwise(everything) if word in _MONTHS and _YEAR.fullmatch(after)),
        words=_telling(plain),
        main=frozenset(_telling(main)),
        is_draft=bool(_DRAFT.search(plain)),
    )


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """Equal for titles that differ by number, date, case and marks only; empty for a title of common words."""
    return " ".join(_telling(_NUMBER.sub(" ", title.replace("’", "'"))))


def likeness(said: Name, title: Name) -> float:
    """0 to 1: how well what a text says fits a title by their telling words; 0 where either has none.

    1 for the same words, .99 for the main part of either, .97 where the title holds all words said, two at least and half of
    its main part. Else the share of words both have: a word the title lacks makes it another title.
    """
    ours, theirs = frozenset(said.words), frozenset(title.words)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    both = ours & theirs
    if len(both) >= 2 and ours in (title.main, said.main & title.main):
        return 0.99
    if len(both) >= 2 and both == ours and 2 * len(both & title.main) >= len(title.main):
        return 0.97
    return len(both) / len(ours | theirs)


def _telling(text: str) -> tuple[str, ...]:
    words = (word.casefold() for word in _WORD.findall(text))
    return tuple(_singular(word) for word in words if word not in _COMMON and word not in _MONTHS and not word.isdigit())


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"https://{address}"
