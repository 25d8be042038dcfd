"""Names: who wrote a publication, as lists of references want it; does not know who anybody is.

`"Professor Ann Lee and Bo Ek (lead)"` is two people; `"Chief Inspector’s Office"` is a body and stays whole. What is in doubt
stays whole, which every program shows as it is.
"""

import re
from dataclasses import dataclass

_BODY = re.compile(
    r"\b(?:government|council|department|directorate|estyn|group|committee|board|commission|office|service|senedd|parliament|"
    r"inspectorate|partnership|panel|team|secretariat|union|association|university|llywodraeth|cyngor|adran|grŵp|pwyllgor|"
    r"bwrdd|comisiwn|swyddfa|gwasanaeth|prifysgol|undeb|cymdeithas|tîm|ministers?|cabinet|gweinidog\w*)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_BEFORE = re.compile(
    r"^(?:(?:the )?(?:rt\.? hon\.?|right honourable)|professor|prof\.?|doctor|dr\.?|councillor|cllr\.?|cyng\.?|cynghorydd|"
    r"sir|dame|lord|baroness|yr athro|mrs?\.?|ms\.?|miss)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(r",?\s+(?:CBE|OBE|MBE|KBE|DBE|MS|AS|AM|AC|MP|KC|QC|FRS|HMI|PhD)$")
_BETWEEN = re.compile(r"\s*(?:;|,(?=\s)|\s(?:and|a|ac|&)\s)\s*")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PARTICLES = frozenset({"ap", "ab", "ferch", "van", "von", "de", "der", "al"})


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in two parts, or a whole name."""

    family: str
    """The whole name where `given` is empty."""
    given: str = ""

    @property
    def whole(self) -> str:
        """As it is said: `Ann Lee`."""
        return f"{self.given} {self.family}".strip()

    @property
    def turned(self) -> str:
        """As it is sorted: `Lee, Ann`; a whole name as it is."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def marked(self) -> str:
        """As it is sorted, a whole name with a comma at its end: reference managers take that for a body, and split nothing."""
        return self.turned if self.given else f"{self.family},"


def names_of(author: str | None) -> tuple[Name, ...]:
    """The people, or the body, that an author's name stands for; none for no name."""
    told = " ".join((author or "").split())
    if not told:
        return ()
    bare = _ASIDE.sub("", told).strip() or told
    if _BODY.search(bare):
        return (Name(told),)
    people = [_person(part) for part in _BETWEEN.split(_post_nominals_off(bare)) if part]
    return tuple(one for one in people if one) if people and all(people) else (Name(told),)


def _post_nominals_off(name: str) -> str:
    while (shorter := _AFTER.sub("", name)) != name:
        name = shorter
    return name


def _person(name: str) -> Name | None:
    """A person of two to four capital words; None where that is not plain."""
    bare = name.strip()
    while (shorter := _BEFORE.sub("", bare)) != bare:
        bare = shorter
    words = _post_nominals_off(bare).split()
    if not 2 <= len(words) <= 4 or not all(_WORD.fullmatch(word) for word in words):
        return None
    if not all(word[0].isupper() or word in _PARTICLES for word in words) or words[-1] in _PARTICLES:
        return None
    return Name(words[-1], " ".join(words[:-1]))
