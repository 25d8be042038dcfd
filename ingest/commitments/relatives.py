"""Promises in relative clauses of an English sentence: `the plan, which I will publish in May, …`; finds no others."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.classes_english import classify
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_english import THINGS

_SOON = re.compile(
    r"\b(?P<which>(?:which|that) )?(?:I am|we are|I'm|we're|I will be|we will be|the Welsh Government is)(?: also| now| then|"
    r" all)* (?:publishing|launching|issuing|laying|releasing|opening|holding|introducing|announcing|consulting on|convening|"
    r"hosting)\b(?P<rest>[^,;]*)",
)
_WHICH = re.compile(
    r",? (?:and )?which (?=(?:(?:I|we|the Welsh Government) )?(?:will|shall)\b)|"
    r",? (?:on|in|for|of|from|at|about|under|after|before|by|to) which (?=(?:[\w'-]+ ){1,6}?(?:will|shall)\b)"
)
_ENDS = re.compile(r"[;,](?= )|$")
_HEAD = re.compile(r"(?P<thing>[^,;]{3,160}?),? ?$")
REACH = 170


def relatives_in(words: str, voice: Voice, is_ahead: Callable[[int, int], bool]) -> Iterator[tuple[int, int, Verdict]]:
    """Start, end and verdict of each; the thing that `which` stands for is its subject."""
    if not voice.binds:
        return
    for match in _SOON.finditer(words):
        thing = _thing(words, match.start())
        if match["which"] and match.start() > 0 and thing and is_ahead(match.start(), match.end()):
            verdict = Verdict(
                kind=Kind.COMMITMENT, rule="which-soon", form=Form.SCHEDULED, strength=Strength.FIRM, subject=thing,
                action=match[0].split(" ", 3)[-1].strip(" .;,"), action_at=0,
            )  # fmt: skip
            yield match.start() - len(thing) - 1, match.end(), verdict
    for match in _WHICH.finditer(words):
        thing = _thing(words, match.start())
        end = _ENDS.search(words, match.end())
        clause = words[match.end() : end.start() if end else len(words)]
        first = not re.match(r"(?:will|shall)\b", clause)
        verdict = classify(
            clause if first else f"It {clause}",
            voice=voice,
            before=Subject.THING,
            ahead=is_ahead(match.end(), match.end() + len(clause)),
        )
        is_told = is_ahead(match.end(), match.end() + len(clause)) and voice in {Voice.MINISTER, Voice.GOVERNMENT}
        if verdict.kind is Kind.COMMITMENT and thing and (THINGS.search(thing) or is_told):
            at = max(0, verdict.action_at - (0 if first else 3))
            yield (
                match.end(),
                match.end() + len(clause),
                replace(verdict, rule=f"which-{verdict.rule}", subject=thing, action_at=at),
            )


def _thing(words: str, at: int) -> str:
    """The noun phrase right before `which`."""
    found = _HEAD.search(words[max(0, at - REACH) : at])
    if not found:
        return ""
    return re.split(
        r"\b(?:is|are|was|were|will|to|have|has|with|publish|attaching|announcing|including|by|from|on) ", found["thing"]
    )[-1].strip()
