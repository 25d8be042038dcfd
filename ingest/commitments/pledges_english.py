"""Promises of English clauses by money set aside, by `would` on a condition, by what is being done; classes no others."""

from corpus.commitment import Form, Kind, Strength
from ingest.commitments.conditions import condition_in
from ingest.commitments.heard import Heard
from ingest.commitments.parse_english import FINITE
from ingest.commitments.promise import is_participle
from ingest.commitments.speakers_english import AD, BE, WHO, made, pattern
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import Verdict

_SET_ASIDE = pattern(
    r"(?:'ve|\b(?:have|has|is|are))(?: (?:also|now|already|been|therefore|\w+ly))* (?:set aside|put aside|earmarked|allocated|"
    r"reserved|ring-?fenced|budgeted|secured|identified|found|put [^,;]{0,40}?£[^,;]{0,30}? aside|"
    r"set [^,;]{0,40}?£[^,;]{0,30}? aside|"
    r"committed|provided|made available|pencilled in)\b"
)
_WOULD = pattern(
    rf"{WHO}(?: would|'d)(?: (?:then|also|still|\w+ly))* (?P<what>(?!like|hope|expect|prefer|welcome|be\b|have\b|say|ask|urge|"
    r"want|argue|rather|encourage|remind|agree|need|point|suggest|refer|love|hate|think|never|not )[a-z]+\b.*)"
)
_WOULD_BE = pattern(r"(?P<subject>[^,;]{2,120}?) would (?:then |also )*(?P<what>be (?P<done>[\w-]+)\b.*)")
_BEING = pattern(
    r"(?P<subject>[^,;]{2,140}?) (?:is|are)(?: (?:now|also|therefore|all|\w+ly))* being (?P<what>(?:\w+ly )?"
    r"(?:[\w-]+(?:ed|en|wn|ght)|put|set|made|built|cut|held|paid|run|brought|taken|laid)\b.*)"
)
_LOOKING = pattern(rf"{WHO}{BE}{AD} (?:looking|aiming to be able|preparing|gearing up|getting ready) to (?P<what>\w+.*)")


def is_money_ahead(heard: Heard) -> Verdict | None:
    """`We have set aside £3 million for 2027-28`: money for a time to come is promised, not done."""
    if heard.parsed is not None or not heard.voice.binds or not heard.later or "£" not in heard.body:
        return None
    found = _SET_ASIDE.search(heard.body[:160])
    if found is None:
        return None
    subject = heard.body[: found.start()].strip(" ,")
    kind = heard.kind_of(subject)
    if kind in {Subject.FIRST, Subject.GOVERNMENT}:
        return made("money-ahead", heard, heard.body[found.start() :].strip(), Form.FIRST_PERSON, Strength.FIRM)
    if heard.is_third(kind) or FINITE.search(subject):
        return None
    return Verdict(
        kind=Kind.COMMITMENT, rule="money-ahead", form=Form.AGENTLESS, strength=Strength.FIRM, subject=subject or "funding",
        action=heard.body[found.start() :].strip(" .;"), action_at=heard.body_at,
    )  # fmt: skip


def is_would_if(heard: Heard) -> Verdict | None:
    """`Subject to the budget, we would open a second round`: promised under a condition."""
    if heard.parsed is not None or not heard.voice.binds or not condition_in(heard.text):
        return None
    if found := _WOULD.match(heard.body):
        return made("would-if", heard, found["what"], Form.FIRST_PERSON, Strength.CONDITIONAL)
    done = _WOULD_BE.match(heard.body)
    if done is None or not is_participle(done["done"]) or not heard.is_thing(done["subject"], heard.kind_of(done["subject"])):
        return None
    return Verdict(
        kind=Kind.COMMITMENT, rule="would-be-if", form=Form.AGENTLESS, strength=Strength.CONDITIONAL,
        subject=done["subject"].strip(" ,"), action=done["what"].strip(" .;"), action_at=heard.body_at + done.start("what"),
    )  # fmt: skip


def is_being(heard: Heard) -> Verdict | None:
    """`The grant is being extended from April`: under way with a day to come, so that it can be checked."""
    if heard.parsed is not None or not heard.voice.binds or not heard.later:
        return None
    found = _BEING.match(heard.body)
    if found is None or FINITE.search(found["subject"]) or heard.is_third(heard.kind_of(found["subject"])):
        return None
    return Verdict(
        kind=Kind.COMMITMENT, rule="being-done", form=Form.SCHEDULED, strength=Strength.FIRM,
        subject=found["subject"].strip(" ,"), action=f"be {found['what'].strip(' .;')}",
        action_at=heard.body_at + found.start("what"),
    )  # fmt: skip


def is_looking(heard: Heard) -> Verdict | None:
    """`We are looking to clear the rest by Christmas`: intended, where a time is named."""
    found = _LOOKING.match(heard.body) if heard.ahead and heard.voice.binds and heard.parsed is None else None
    return made("looking-to", heard, found["what"], Form.INTENT, Strength.INTENT) if found else None
