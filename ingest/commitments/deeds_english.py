"""What English clauses say is done, was done or is under way (methods 5.3, rules 7 and 15); no promises."""

from corpus.commitment import Kind
from ingest.commitments.heard import Heard
from ingest.commitments.speakers_english import AD, BE, WHO, pattern
from ingest.commitments.verdict import Verdict
from ingest.commitments.words_english import PASSIVES, THINGS

_PERFORMING = (
    r"publishing|issuing|laying|attaching|announcing|launching|providing an update|confirming|tabling|making (?:£|"
    r"[^.;]{0,60}available|a statement|today)|setting (?:out|aside)|releasing|depositing|allocating|awarding|approving|"
    r"accepting|committing|enclosing|withdrawing"
)
_PERFORMING_NOW = (
    r"introducing|opening|placing|appointing|investing|providing|giving|extending|adding|sharing|updating|increasing|funding|"
    r"responding|bringing forward|starting|making|abolishing|removing|ending"
)
_DONE_NOW = pattern(
    rf"{WHO}{BE}(?: (?:today|now|also|pleased|therefore|delighted|happy|glad|able|proud|to|be|here|formally|"
    rf"further))* (?:{_PERFORMING})\b"
)
_DONE_MONEY = pattern(
    rf"{WHO}{BE}(?: (?:today|now|also|therefore|pleased to be|further))* (?:{_PERFORMING_NOW})\b[^.;]{{0,80}}(?:£\s?\d|"
    r"\btoday\b)"
)
_PLEASED = pattern(
    rf"{WHO}{BE}(?: (?:today|now|also|very|therefore))* (?:pleased|delighted|happy|glad|proud|able|"
    r"writing) to(?: be able to| today| now| be)* (?:announc|confirm|publish|issu|lay|launch|attach|introduc|report|updat|"
    r"shar|provid|set out|say|tell|inform|present|mak|respond|appoint)\w*\b"
)
_PERFECT = pattern(
    rf"{WHO}(?:'ve| have| has)(?: (?:today|now|already|also|just|recently|therefore|all|since|previously|formally|\w+ly))* "
    r"(?:\w+ed|set|put|laid|met|held|made|written|begun|brought|given|sent|taken|built|led|run|cut|kept|paid|spent|chosen|"
    r"drawn|undertaken)\b(?! (?:that|how|why|clear|listened))"
)
_NOT_DONE = pattern(
    r"(?:'ve| have| has)(?: \w+)? (?:not|never|always|long|listened|heard|seen|learned|said|considered|noted|been|become|had|"
    r"got|felt|thought|needed|wanted|tried|struggled|faced|experienced|enjoyed|welcomed|recognised|asked|committed|intended|"
    r"planned)\b"
)
_PAST = pattern(
    rf"{WHO}(?: (?:today|also|recently|formally|then|therefore|first|\w+ly))* (?:published|launched|hosted|established|"
    r"issued|laid|announced|confirmed|introduced|set|commissioned|appointed|convened|held|consulted|invested|allocated|"
    r"provided|funded|extended|met|wrote|updated|opened|visited|received|accepted|agreed|made|created|reported|completed|"
    r"concluded|withdrew|revised|replaced|asked|promised|pledged|told|signed|began|started|gave|brought|decided|said|spoke|"
    r"sent|attended|joined)\b"
)
_WAS_DONE = pattern(
    r"\b(?:(?:has|have)(?: (?:\w+ly|now|already|also|since|today|all))* been|was|were)(?: (?:\w+ly|now|already|also|today|"
    rf"then|first))* (?:{'|'.join(sorted(PASSIVES))})\b|"
    r"\b(?:came into (?:force|effect|being)|took effect|(?:is|are) (?:now|already) (?:in place|available|active|complete|"
    r"live|operational|in force|published|open)|(?:is|are) (?:attached|enclosed|published)(?: today| alongside| with| on|"
    r" now| here)?)\b"
)
_ONGOING = pattern(
    rf"(?:{WHO}|officials|work|my officials and i){BE}{AD} (?!(?:aware|going|being|having|asking|hoping|looking forward|"
    r"willing|saying|talking|speaking|expecting|wanting|not|doing so|proposing|planning|intending|facing|seeing|living|"
    r"happening|feeling|thinking|standing|sitting|trying)\b)[\w-]+ing\b|\b(?:is|are)(?: (?:\w+ly|now|already|also|still|"
    r"all))* being (?:[\w-]+ )?[\w-]+(?:ed|t|n|id|de|ut)\b|\b(?:is|are)(?: (?:\w+ly|now|already|also|well))* (?:under ?way|"
    r"in progress|in development|progressing|on track|continuing)\b|"
    rf"{WHO}(?: also| still)* continues? to (?!be\b|believe|see|hear|hope|expect|face)\w+|\bwork(?: \w+){{0,6}} (?:has begun|"
    r"has started|continues)\b"
)


def is_done_now(heard: Heard) -> Verdict | None:
    """Rule 7: done by saying so, or before."""
    if heard.parsed is not None:
        return None
    if not heard.voice.binds:
        return None
    if _DONE_NOW.match(heard.body) or _PLEASED.match(heard.body) or _DONE_MONEY.match(heard.body):
        return Verdict(kind=Kind.DONE_NOW, rule="performative")
    if _PERFECT.match(heard.body) and not _NOT_DONE.search(heard.body[:60]):
        return Verdict(kind=Kind.DONE_NOW, rule="perfect")
    return Verdict(kind=Kind.DONE_NOW, rule="past") if _PAST.match(heard.body) else None


def was_done(heard: Heard) -> Verdict | None:
    """`The guidance was published`: done, whoever did it."""
    found = _WAS_DONE.search(heard.body) if heard.parsed is None and heard.voice.binds else None
    if found and THINGS.search(heard.body[: found.start()] or ""):
        return Verdict(kind=Kind.DONE_NOW, rule="was-done")
    return None


def is_ongoing(heard: Heard) -> Verdict | None:
    """Rule 15: under way."""
    if heard.parsed is None and heard.voice.binds and _ONGOING.search(heard.body):
        return Verdict(kind=Kind.ONGOING_ACTION, rule="ongoing")
    return None
