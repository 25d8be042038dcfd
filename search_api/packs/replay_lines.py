"""Replay lines: what came of a replay, as sentences on a terminal and as JSON; does not compare anything."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from search_api.packs.differences import Change, Changed
from search_api.packs.replay import Replayed, Verdict
from search_api.shapes import Shape

VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.SAME: "The same, byte for byte: everything in this pack is as it was.",
        Verdict.SAME_EVIDENCE: "The same evidence: every word and quotation is as it was. What lies around it has changed:",
        Verdict.CHANGED: "Changed since it was made:",
        Verdict.EDITED: "The file was changed after it was made: texts, rules and settings are as they were.",
    }
)
_SAID: Mapping[Changed, str] = MappingProxyType(
    {
        Changed.TEXT_CHANGED: "A text cited has changed: {name}: was {was}, now {now}.",
        Changed.TEXT_REMOVED: "A text cited is no longer held: {name}: {was}.",
        Changed.TEXT_ADDED: "A text is cited that was not: {name}: {now}.",
        Changed.TEXT_NOT_CITED: "A text is no longer cited, though it is held as it was: {name}: {was}.",
        Changed.RECORD_CHANGED: "A record has changed: {name}: was {was}, now {now}.",
        Changed.QUOTATION_GONE: "A quotation is no longer given: {name} {was}.",
        Changed.QUOTATION_ADDED: "A quotation is given that was not: {name} {now}.",
        Changed.CORPUS_TEXT_ADDED: "A text has come, and is not cited: {name}: {now}.",
        Changed.CORPUS_TEXT_REMOVED: "A text has gone that was not cited: {name}.",
        Changed.CORPUS: "The corpus has changed ({name}): was {was}, now {now}.",
        Changed.RULE: "A rule has changed: {name}: was {was}, now {now}.",
        Changed.SETTING: "A setting has changed: {name}: was {was}, now {now}.",
        Changed.PROGRAM: "The program has changed: was {was}, now {now}.",
        Changed.WORDS: "What it says has changed in this part: {name}.",
    }
)
SHORT = 12
_HASH = 64


class ChangeShape(Shape):
    """One change."""

    what: str
    name: str
    was: str
    now: str


class ReplayShape(Shape):
    """What `canllaw replay --json` prints."""

    verdict: str
    format: str
    of: str
    asked_on: str
    parameters: list[tuple[str, str]]
    changes: list[ChangeShape]


def replay_shape(done: Replayed) -> ReplayShape:
    """A replay as JSON."""
    return ReplayShape(
        verdict=done.verdict,
        format=done.form,
        of=done.then.of,
        asked_on=done.then.asked_on.isoformat(),
        parameters=done.then.parameters,
        changes=[ChangeShape(what=one.what, name=one.name, was=one.was, now=one.now) for one in done.changes],
    )


def replay_lines(done: Replayed) -> Iterator[str]:
    """A replay as lines."""
    asked = ", ".join(f"{name}={value}" for name, value in done.then.parameters)
    yield f"{done.then.of} asked on {done.then.asked_on}: {asked}"
    yield VERDICTS[done.verdict]
    for one in done.changes:
        yield f"  {change_words(one)}"
    if done.changes and done.then.settings.get("language model"):
        yield "A language model wrote some of its sentences: they may come out otherwise each time."


def change_words(one: Change) -> str:
    """A change as a sentence."""
    return _SAID[one.what].format(name=one.name, was=_short(one.was) or "nothing", now=_short(one.now) or "nothing")


def _short(value: str) -> str:
    return value[:SHORT] if len(value) == _HASH else value
