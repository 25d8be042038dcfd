"""Clauses: a sentence in plain letters, its quotations hidden, cut where a new promise may begin; does not judge any.

Offsets of the plain letters lead back to the text itself, so that a clause is always an exact span of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.passage import Span

_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "‑": "-", "—": "-", "«": '"', "»": '"'}
HIDDEN = "\x01"
"""Stands for each letter of quoted words: what others say is no promise of the speaker."""
SHORT = 4  # words: a quotation no longer is a name or a title and stays in sight
_QUOTED = re.compile(r'"[^"]{1,1500}"|(?<!\w)\'(?=\w)[^\'"]{1,300}(?:(?<=\w)\'(?=\w)[^\'"]{1,300})*\'(?!\w)')
_SUBJECT = (
    r"(?:I|we|they|it|he|she|this|that|these|those|nothing|nobody|no|none|whatever|another|my|our|the|a|an|each|every|all|"
    r"its|their|his|her|your|both|schools|ministers|officials|estyn|local|"
    r"governors|(?-i:[A-Z])[\w'-]*)(?: (?!that |which |who |whose |to |will |shall |if )[\w£.'(),&-]+){0,9}?"
)
_VERB = (
    r"(?:will|shall|won't|am|are|is|have|has|intend|intends|plan|plans|propose|proposes|remain|hope|want|expect|need|must|"
    r"should|thank)\b"
)
_ADVERB = (
    r"(?:also|then|now|therefore|further|still|subsequently|shortly|later|instead|"
    r"soon|in turn|consequently|in any case|in any event)"
)
_PLURAL = (
    r"(?!that |which |to |ensure |make |help |support |give |provide |enable |allow )(?:[\w'-]+ ){0,3}?[\w'-]+s (?:will|"
    r"shall|are to)\b"
)
_PLEDGED = (
    r",? and (?:gives?|gave|have given) (?:an?|his|her|their|my|our) (?:assurance|undertaking|commitment|promise|word|pledge)"
    r" that (?=\w)"
)
_CUT = re.compile(
    rf";\s+(?:and |but |or )?|{_PLEDGED}|, that (?=[^,;]{{2,80}} (?:will|shall|are|is)\b)|"
    rf", (?=(?:I|we|it|they|he|she|there|that)(?:'ll| will| shall) )|,? (?:and|but|while|whilst|so|then|although|"
    rf"though) (?:that (?!(?:will|shall|is|has)\b))?(?:{_ADVERB} )?(?={_SUBJECT}(?:'(?:ll|m|re|ve)\b| (?:{_ADVERB} )*{_VERB}))|"
    r",? (?:and|but),? (?=(?:subject to|provided that|if|once)\b[^,;]{1,120}, (?:I|we|the|this|it|they)\b)|"
    rf",? (?:and|but) (?={_PLURAL})|: (?=(?:I|we)(?:'ll| will| shall| am| are)\b)|,? (?:and|but|then|"
    rf"and then) (?=(?:{_ADVERB} )*(?:will|shall|intend to|plan to|have asked|am committed|(?:do not|don't) "
    r"(?:intend|plan|propose) to)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A stretch of a text in plain letters and single spaces, with where each letter stands in the text."""

    text: str
    at: tuple[int, ...]
    end: int
    """Where the stretch ends in the text."""

    def span(self, start: int, end: int) -> Span:
        """The span in the text of some of its letters, without the spaces around them."""
        words = self.text[start:end]
        left = start + len(words) - len(words.lstrip())
        right = start + len(words.rstrip())
        if left >= right:
            return Span(self.at[min(start, len(self.at) - 1)], self.at[min(start, len(self.at) - 1)])
        return Span(self.at[left], self.at[right - 1] + 1)


_RUN = re.compile(r"\s+")
_LETTERS = str.maketrans(_PLAIN)


def plain_of(text: str, span: Span, *, hidden: Sequence[Span] = ()) -> Plain:
    """A span in plain letters: straight quotes, single spaces, and HIDDEN for what lies in hidden spans."""
    raw = text[span.start : span.end]
    for cover in hidden:
        start, end = max(cover.start, span.start) - span.start, min(cover.end, span.end) - span.start
        raw = raw[:start] + _COVERED.sub(HIDDEN, raw[start:end]) + raw[end:]
    parts: list[str] = []
    at: list[int] = []
    place = len(raw) - len(raw.lstrip())
    stop = len(raw.rstrip())
    for run in _RUN.finditer(raw, place, stop):
        parts.append(raw[place : run.start()])
        at.extend(range(span.start + place, span.start + run.start() + 1))
        place = run.end()
    parts.append(raw[place:stop])
    at.extend(range(span.start + place, span.start + stop))
    return Plain(" ".join(parts).translate(_LETTERS), tuple(at), span.end)


_COVERED = re.compile(r"\S")


def hide_quoted(words: str) -> str:
    """Words with longer quotations hidden letter by letter: offsets stay."""
    return _QUOTED.sub(lambda found: HIDDEN * len(found[0]) if len(found[0].split()) > SHORT else found[0], words)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that may promise something of its own."""

    text: str
    start: int
    """Offset in the sentence's plain letters."""
    joined: bool
    """True where it has no subject of its own: `and will publish it`."""

    @property
    def end(self) -> int:
        """Offset of its end."""
        return self.start + len(self.text)


_NO_SUBJECT = re.compile(
    rf"(?:{_ADVERB} )*(?:will|shall|intend to|plan to|have asked|am committed|(?:do not|don't) (?:intend|plan|propose) to)\b",
    re.IGNORECASE,
)


def clauses_of(words: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in plain letters: `I will meet them and will report` -> two."""
    begins = [0]
    stops: list[int] = []
    for match in _CUT.finditer(words):
        # A condition or a list before the cut goes with what follows: `If schools ask and we can, we will …`.
        before = words[begins[-1] : match.start()]
        parts = match[0][0] in ";:" or match[0].startswith(", that ")
        if match.start() < 1 or (not parts and _is_open(before) and not _is_whole(before, match, words)):
            continue
        stops.append(match.start())
        begins.append(match.end())
    stops.append(len(words))
    pairs = [(begin, stop) for begin, stop in zip(begins, stops, strict=True) if words[begin:stop].strip(" .;,")]
    return tuple(
        Clause(words[begin:stop], begin, place > 0 and bool(_NO_SUBJECT.match(words[begin:stop])))
        for place, (begin, stop) in enumerate(pairs)
    )


_OWN_SUBJECT = re.compile(r"(?:I|we|he|she|they|it)(?:'ll| will| shall) ")


def _is_whole(before: str, cut: re.Match[str], words: str) -> bool:
    """Whether `, and she will …` follows words that open no clause: what stands before is one, whatever its verb."""
    is_joined = cut[0].startswith(",") and cut[0].strip(" ,") in {"and", "but"}
    return is_joined and bool(_OWN_SUBJECT.match(words, cut.end())) and not _OPENS.match(before.strip())


_OPENS = re.compile(
    r"(?:and |but |also )?(?:if|when|where|once|while|whilst|although|though|because|since|as(?! of| from| to| part)|"
    r"given|unless|provided|until|"
    r"before|after|whether)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:that|which|who|whose|so that|ensure|ensuring|whether|how|what)\b[^,;]*\Z", re.IGNORECASE)
_MAIN = re.compile(
    r"'(?:ll|m|re|ve|s)\b|\b(?:will|shall|can|would|am|are|is|have|has|intend|plan|propose|hope|want|must|should|need)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|do|does|did|goes|comes|starts|begins|opens|ends|takes|rises|falls|stays|runs|closes|moves|returns|welcome|\w{3,}ed)\b",
    re.IGNORECASE,
)


def _is_open(before: str) -> bool:
    """Whether words before a cut are no clause that can stand alone."""
    words = before.strip()
    if not _MAIN.search(words) and not _PAST.search(words) and not re.match(r"(?:I|we|it|they|he|she)\b", words, re.IGNORECASE):
        return True
    if _OPENS.match(words) and "," not in words:
        return True
    inside = _INSIDE.search(words)
    # `to ensure that schools are safe and pupils are happy`: both halves hang on the same `that`.
    return inside is not None and bool(_MAIN.search(words[inside.start() :])) and not _MAIN.search(words[: inside.start()])
