"""Promises that a sentence lists as infinitives: `I make one undertaking, namely to come back`; finds no others."""

import re
from collections.abc import Iterator

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import WEAK_VERBS

_OPENS = re.compile(
    r"\b(?:I|we|the Welsh Government|ministers)\b[^:;]{0,80}?\b(?:undertakings?|promises?|commitments?|pledges?|things|steps|"
    r"actions|assurances?|offers?)\b[^,:;]{0,30}(?::|,? namely|,? which is|, and that is)(?: (?:first|that is|"
    r"these))?,? (?=to [a-z]+\b)",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\b(?:need|needs|must|should|want|hope|would like|asked for|calls? for|have done|did)\b", re.IGNORECASE)
_EACH = re.compile(r"(?:^|, (?:and )?(?:second(?:ly)?,? |third(?:ly)?,? |finally,? |lastly,? )?|; (?:and )?)(?=to [a-z]+\b)")


def infinitives_in(words: str, voice: Voice) -> Iterator[tuple[int, int, Verdict]]:
    """Start, end and verdict of each: `to publish …, to relax … and to meet them again`."""
    found = _OPENS.search(words) if voice.binds else None
    if found is None or _WANTED.search(found[0]):
        return
    listed = words[found.end() :]
    cuts = list(_EACH.finditer(listed))
    stops = [*(cut.start() for cut in cuts[1:]), len(listed)]
    for begin, stop in zip((cut.end() for cut in cuts), stops, strict=True):
        action = listed[begin:stop].strip(" .;,")
        done = action.removeprefix("to ")
        yield found.end() + begin, found.end() + begin + len(action), Verdict(
            kind=Kind.COMMITMENT, rule="undertaken-list", form=Form.FIRST_PERSON,
            strength=Strength.WEAK if WEAK_VERBS.match(done) else Strength.FIRM, subject="I", action=done, action_at=3,
        )  # fmt: skip
