"""Classes of English clauses: the rules in their order (methods 5.3); does not read dates, amounts or things."""

from dataclasses import replace

from corpus.commitment import Form, Kind, Strength
from ingest.commitments import deeds_english as deeds
from ingest.commitments import intents_english as intents
from ingest.commitments import passives_english as passives
from ingest.commitments import pledges_english as pledges
from ingest.commitments import schedules_english as schedules
from ingest.commitments import speech_english as speech
from ingest.commitments import wills_english as wills
from ingest.commitments.conditions import condition_in
from ingest.commitments.heard import Heard, Rule
from ingest.commitments.leads_english import body_of
from ingest.commitments.likeness import is_like_promise
from ingest.commitments.parse_english import parse
from ingest.commitments.promise import promise
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import OTHER, Verdict, Voice

RULES: tuple[Rule, ...] = (
    speech.is_thanks,
    speech.is_attributed_need,
    speech.is_expectation,
    wills.is_announced,
    passives.is_scheduled_will,
    schedules.is_soon,
    pledges.is_money_ahead,
    schedules.is_scheduled,
    pledges.is_would_if,
    pledges.is_being,
    pledges.is_looking,
    wills.is_outcome,
    intents.is_delegated,
    intents.is_agreed,
    intents.is_undertaken,
    intents.is_asked,
    schedules.is_open_from,
    intents.is_willing,
    deeds.is_done_now,
    wills.is_first_person,
    passives.is_agentless,
    intents.is_intent,
    speech.is_aspiration,
    wills.is_third,
    speech.is_their_plan,
    wills.is_prediction,
    speech.is_need,
    deeds.was_done,
    deeds.is_ongoing,
)
"""Performances and predictions come before promises, which they look like; promises before what others undertake."""


def classify(
    clause: str,
    *,
    voice: Voice,
    carried: Subject = Subject.SAME,
    before: Subject = Subject.ANY,
    ahead: bool = False,
    later: bool | None = None,
    lead_time: int = 0,
    officials: frozenset[str] = frozenset(),
    announced: bool = False,
    scored: bool = False,
) -> Verdict:
    """What a clause in plain letters does; `carried` is the subject of the clause before, `before` of the sentence before.

    `ahead` says that it names a time to come; its first `lead_time` letters are one (`From May we will …`). `announced` says
    that words before it announce: `I can confirm that …, that …`.
    """
    body = body_of(clause, lead_time=lead_time)
    parsed = parse(clause, lead_time=lead_time)
    heard = Heard(
        text=clause.strip(),
        voice=voice,
        parsed=replace(parsed, announced=True) if parsed and announced else parsed,
        carried=carried,
        before=before,
        ahead=ahead,
        later=ahead if later is None else later,
        officials=officials,
        body=body.text.strip(),
        body_at=body.at,
    )
    found = next((found for rule in RULES if (found := rule(heard))), OTHER)
    if (
        scored
        and heard.parsed is not None
        and is_like_promise(clause, heard.parsed, rule=found.rule, voice=voice, ahead=heard.ahead, later=heard.later)
    ):
        found = promise("likely", heard, Form.AGENTLESS)
    if found.kind is Kind.COMMITMENT and condition_in(clause):
        return replace(found, strength=Strength.CONDITIONAL)
    return found
