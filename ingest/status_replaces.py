"""The wordings in which a text says what it replaces, or what replaced it; does not take the names out of them.

A text that "updates" another may leave it standing, and one that "will replace" it has not done so yet: neither is sure.
"""

import re
from typing import NamedTuple

from corpus.finding import FindingKind
from ingest.status_english import ITSELF, KINDS
from ingest.status_rules import DAY, EXPLICIT, IMPLIED, LIKELY, SAME_SENTENCE
from ingest.status_welsh import ITSELF as ITSELF_CY

BESIDE = 0.93
"""Words about `it`, where the sentence before is about the text itself."""
CURRENT = "current-guidance"


class Wording(NamedTuple):
    """A wording of replacement; the name stands behind it, or before it."""

    name: str
    kind: FindingKind
    pattern: re.Pattern[str]
    confidence: float
    name_before: bool
    needs_name: bool


def _wording(
    name: str,
    kind: FindingKind,
    *patterns: str,
    confidence: float = EXPLICIT,
    name_before: bool = False,
    needs_name: bool = True,
) -> Wording:
    return Wording(name, kind, re.compile("|".join(patterns), re.IGNORECASE), confidence, name_before, needs_name)


_REPLACES = r"(?:replaces|supersedes|succeeds|takes the place of|takes over from)"
_REPLACED = r"(?:replaced|superseded)"
_REPLACED_BY = rf"{_REPLACED}(?: (?:in|on) \w[\w ]{{2,24}}?)? (?:by|with)"
_ALSO = r"(?:(?:now|also|hereby|therefore|formally|entirely|fully|completely) )?"
_CHANGES = r"(?:(?:updates|revises|consolidates|cancels|revokes|amends|withdraws)(?:, (?:updates|revises))?,? and )?"
_BEEN = r"(?:(?:has|have) (?:now |since )?been|was|were|is|are)(?: now)?"
_BEEN_CY = r"(?:wedi'i|wedi'u|wedi (?:cael )?(?:ei|eu))"
_NEWEST = r"(?:current|latest|new|replacement|up-to-date)"
_SEE = r"(?:see|read|refer to|use|go to|visit|consult|follow)"
_ON = r"(?=[ :]|'r )"

WORDINGS = (
    _wording(
        "replaces",
        FindingKind.REPLACES,
        rf"{ITSELF} {_ALSO}{_CHANGES}{_REPLACES}{_ON}",
        rf"{ITSELF}{SAME_SENTENCE}(?:,|,? and|,? which) {_ALSO}{_CHANGES}{_REPLACES}{_ON}",
        rf"{ITSELF} (?:is|was|has been) (?:issued|published|made) (?:in place of|to replace|as a replacement for){_ON}",
        rf"{ITSELF} (?:is a replacement for|should be (?:used|read|followed) (?:in place|instead) of){_ON}",
        rf"^(?:issued|published|made) (?:in place of|to replace|as a replacement for){_ON}",
        rf"\b(?:use|follow|read|refer to) {ITSELF} (?:instead|in place) of{_ON}",
        r"^this is (?:a|an|the|our) (?:revised|updated|new|second|third|fourth|latest) (?:version|edition) of"
        r"(?= [^.;]{5,200}\b(?:replaces|supersedes) (?:it|that|the|all|both|them)\b)",
        rf"^we have (?:withdrawn and )?{_REPLACED}(?= [^.;]{{5,200}} (?:with|by) {ITSELF})",
        rf"^(?:from|on|with effect from) {DAY},? {ITSELF} will (?:replace|supersede){_ON}",
        rf"{ITSELF} will (?:replace|supersede)(?= [^.;]{{3,160}} (?:from|on|with effect from) {DAY})",
        rf"^this (?:replaces|supersedes)(?= (?:[^.;]{{0,80}} )?(?:{KINDS}|arrangements)\b| [^.;]*\d/\d{{4}})",
    ),
    _wording(
        "replaces-alone", FindingKind.REPLACES, r"^(?:replaces|supersedes)(?= [^.;]*\b(?:19|20)\d\d\b)", confidence=BESIDE
    ),
    _wording("will-replace", FindingKind.REPLACES, rf"{ITSELF} will (?:replace|supersede){_ON}", confidence=LIKELY),
    _wording(
        "updates",
        FindingKind.REPLACES,
        rf"{ITSELF} (?:updates|revises|is (?:an update|a revision|an updated version) (?:of|to))(?! and replac){_ON}",
        confidence=LIKELY,
    ),
    _wording(
        "replaced-by-this",
        FindingKind.REPLACES,
        rf" {_BEEN} (?:(?:withdrawn|cancelled|revoked) and )?{_REPLACED} by {ITSELF}",
        rf", which {ITSELF} {_ALSO}(?:replaces|supersedes)\b",
        rf" {_BEEN_CY} d?disodli gan {ITSELF_CY}",
        name_before=True,
    ),
    _wording(
        "replaced-by",
        FindingKind.REPLACED_BY,
        rf"{ITSELF} {_BEEN} (?:withdrawn and )?{_REPLACED_BY}{_ON}",
        rf"{ITSELF} {_BEEN} {SAME_SENTENCE}(?:,|,? and|,? as it|,? because it) (?:{_BEEN} )?{_REPLACED_BY}{_ON}",
        rf"{ITSELF} is no longer {SAME_SENTENCE}(?:,|,? and|,? as it|,? because it) (?:{_BEEN} )?{_REPLACED_BY}{_ON}",
        rf"\b(?:newer|more recent|later|updated) (?:version|edition) of {ITSELF}"
        r"(?: is available| has been published| exists)?(?: (?:at|as|under|in|here|called))?(?=[: ])",
        rf"{ITSELF} {_BEEN} (?:withdrawn|archived|replaced|superseded)[:;,]? (?:please )?{_SEE}(?= )",
        rf"^(?:now )?{_REPLACED_BY}{_ON}",
        rf"^(?:withdrawn|archived)\b{SAME_SENTENCE}(?:,|,? and|,? as) (?:{_BEEN} )?{_REPLACED_BY}{_ON}",
        rf"{ITSELF} ceased to (?:apply|have effect|be in force) when(?= )",
    ),
    _wording(
        "replaced",
        FindingKind.REPLACED_BY,
        rf"{ITSELF} {_BEEN} (?:withdrawn and )?{_REPLACED}(?=[.;]?$| on\b| in (?:\w+ )?\d{{4}}\.?$)",
        rf"^mae ?{ITSELF_CY} {_BEEN_CY} d?disodli(?=[.;]?$)",
        needs_name=False,
    ),
    _wording(
        CURRENT,
        FindingKind.REPLACED_BY,
        rf"^(?:please )?{_SEE} (?:the |our )?{_NEWEST} {KINDS}(?=:|,? \")",
        rf"^(?:please )?{_SEE}(?= [^.;]{{5,200}} instead\.?$)",
        rf"^for (?:the )?{_NEWEST} {KINDS},? (?:please )?{_SEE}(?= )",
        rf"^the (?:current|latest|new|replacement|revised) {KINDS} is(?: (?:at|called|available at))?{_ON}",
        r"^(?:gweler|darllenwch) y (?:canllawiau|ddogfen|fersiwn) (?:cyfredol|gyfredol|diweddaraf|ddiweddaraf)(?=:)",
        confidence=IMPLIED,
    ),
    _wording(
        "replaces-cy",
        FindingKind.REPLACES,
        rf"{ITSELF_CY} (?:yn (?:diweddaru|diwygio) ac )?(?:yn disodli|yn cymryd lle|sy'n disodli|wedi disodli){_ON}",
        rf"{ITSELF_CY}{SAME_SENTENCE},? ac (?:mae'n |maent yn |yn )?(?:disodli|cymryd lle){_ON}",
        rf"^(?:cyhoeddir|cyhoeddwyd) ?{ITSELF_CY} yn lle{_ON}",
    ),
    _wording(
        "replaced-by-cy",
        FindingKind.REPLACED_BY,
        rf"{ITSELF_CY} {_BEEN_CY} d?disodli gan{_ON}",
        rf"^(?:disodlwyd|disodlir) ?{ITSELF_CY} gan{_ON}",
        rf"^cafodd ?{ITSELF_CY} (?:ei|eu) d?disodli gan{_ON}",
    ),
)
AFTER_ITSELF = (
    _wording(
        "it-replaces",
        FindingKind.REPLACES,
        rf"^(?:it|they) {_ALSO}{_CHANGES}(?:{_REPLACES}|replace|supersede){_ON}",
        rf"^(?:mae'n|maent yn|mae hefyd yn) (?:disodli|cymryd lle){_ON}",
        confidence=BESIDE,
    ),
    _wording(
        "it-was-replaced",
        FindingKind.REPLACED_BY,
        rf"^(?:it|they) {_BEEN} {_REPLACED_BY}{_ON}",
        rf"^(?:mae|maent) {_BEEN_CY} d?disodli gan{_ON}",
        confidence=BESIDE,
    ),
)
"""Wordings that hold only in the sentence after one about the text itself."""
AFTER_ITS_END = (
    _wording(
        "see-instead",
        FindingKind.REPLACED_BY,
        rf"^(?:please |you should |heads should |schools should )?(?:now )?{_SEE}(?= )",
        r"^(?:gweler|darllenwch|defnyddiwch|ewch i|cyfeiriwch at)(?=[ :]|'r )",
        confidence=BESIDE,
    ),
    _wording(
        "replaced-it",
        FindingKind.REPLACED_BY,
        r" (?:has |have )?(?:now )?(?:replaced|superseded|replaces|supersedes) it\b",
        confidence=BESIDE,
        name_before=True,
    ),
)
"""Wordings that hold only in the sentence after one that says the text is over."""
