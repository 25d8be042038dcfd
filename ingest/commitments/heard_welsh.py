"""A Welsh clause as the rules hear it, and the verdict that one promises; classes none."""

import re
from dataclasses import dataclass

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict, Voice
from ingest.commitments.words_welsh import BINDING, THINGS, WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A Welsh clause, without what leads up to it."""

    text: str
    voice: Voice
    ahead: bool
    """Whether it names a time to come."""
    at: int
    """Where the text begins in the clause, behind what leads up to it."""
    before: Subject
    """What the sentence before was about."""


def pattern(words: str) -> re.Pattern[str]:
    """A pattern that no capital matters to."""
    return re.compile(words, re.IGNORECASE)


AD = r"(?:hefyd|nawr|bellach|felly|yna|wedyn|yn awr|yn fuan|eto|heddiw|cyn bo hir|yn ffurfiol|i|ni|yn y man)"


def of_another(heard: Heard, subject: str, rest: str) -> Verdict:
    """What somebody who does not bind government says that they will do."""
    rule = {Voice.ADVISER: "cy-advice-received", Voice.MEETING: "cy-minutes"}.get(heard.voice, "cy-other-speaker")
    if heard.voice is Voice.UNKNOWN:
        return Verdict(kind=Kind.OTHER, rule="cy-speaker-unknown")
    return Verdict(kind=Kind.THIRD_PARTY_UNDERTAKING, rule=rule, subject=subject, action=rest)


def act(rule: str, heard: Heard, rest: str, form: Form, subject: str, *, negative: bool, at: int) -> Verdict | None:
    """The verdict that a clause promises, with how strong its verb makes it; that it is no act, where nothing would show."""
    action = rest.strip(" .;,")
    words = re.sub(r"^(?:parhau i |yn |'n |hefyd |wedi |ei |eu |fy |ein |eich |'i |'u )+", "", action.casefold())
    first = words.split(" ", 1)[0] if words else ""
    sure = heard.voice is Voice.MINISTER
    if form in {Form.FIRST_PERSON, Form.NAMED, Form.INTENT} and first not in BINDING and not (sure or THINGS.search(action)):
        return Verdict(kind=Kind.OTHER, rule="cy-will-no-act")
    if form in {Form.FIRST_PERSON, Form.NAMED} and re.match(r"(?:gofyn|gwahodd|cyfarwyddo) i\b.{2,80}? (?:\w)", words):
        strength = Strength.DELEGATED
    elif form in {Form.FIRST_PERSON, Form.NAMED}:
        strength = Strength.WEAK if first in WEAK else Strength.FIRM
    else:
        strength = {Form.INTENT: Strength.INTENT, Form.DELEGATED: Strength.DELEGATED}.get(form, Strength.FIRM)
    return Verdict(
        kind=Kind.COMMITMENT, rule=rule, form=form, strength=strength, subject=subject, action=action, negative=negative,
        action_at=heard.at + max(at, 0),
    )  # fmt: skip
