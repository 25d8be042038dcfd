"""Classes of Welsh clauses by rules (methods 5.3, Welsh patterns), for texts that have no English twin; does not read dates."""

from collections.abc import Callable
from dataclasses import replace

from corpus.commitment import Kind, Strength
from ingest.commitments.conditions import condition_in
from ingest.commitments.heard_welsh import Heard, pattern
from ingest.commitments.speech_welsh import (
    EXPECTATION,
    HOPE,
    NEED,
    THANKS,
    is_agreed,
    is_attributed_need,
    is_delegated,
    is_done,
    is_due_to,
    is_intent,
    is_intent_else,
    is_ongoing,
    is_required,
    is_willing,
    simple,
)
from ingest.commitments.subjects_english import Subject
from ingest.commitments.verdict import OTHER, Verdict, Voice
from ingest.commitments.wills_welsh import is_bydd, is_first_person, is_impersonal, is_passive, is_short_first

_LEAD = pattern(
    r"(?:sef [^,]{2,40}, |(?:yn ogystal|hefyd|felly|dyna pam y|fodd bynnag|yn olaf|yn gyntaf|yn ail|yn drydydd|heddiw|ac|a|ond|"
    r"gan hynny|o ganlyniad|"
    r"yn y cyfamser|wedi hynny|yna|nesaf)\b,? |(?:erbyn|yn|ym|yng|o|ar|ers|cyn|wedi|ar ôl|gan|drwy|trwy|er mwyn|er|wrth|i|"
    r"gyda|dros|os|pan|lle|yn ystod|hyd|fel|yn dilyn|yn unol|ynghyd|tra|o fewn|at|am|rhwng|heb|oni bai|cyhyd|"
    r"yn amodol|ymhen|wedi'r|unwaith|erbyn hynny)\b[^,]{1,200}, |ymlaen,? (?=\w)|y (?=bydd(?:af|wn)\b)|(?:erbyn|o|o'r|ym|yn|"
    r"ar|cyn|ymhen|os|pan|"
    r"unwaith|dros|ar ôl|rhwng|yng)\b [^,;]{2,90}? (?=(?:fe |mi )(?:\w+)|y bydd(?:af|wn)\b|(?<=ymlaen )bydd\b|(?:b|"
    r"f)ydd(?:af|wn)\b|bydd(?:'r| y|"
    r" yr| pob| ein| fy)\b|"
    r"ch?aiff\b|do[fw]n?\b|rydym\b|rwy))"
)
_CONFIRM = pattern(
    r"(?:gallaf|gallwn|rwy'n falch o|mae'n bleser gennyf|hoffwn|rwyf yn falch o|rydym yn falch o|rwyf am|"
    r"rwy am)(?: allu)? (?:gadarnhau|gyhoeddi|ddweud|roi gwybod)(?: heddiw)? (?:y |fod |bod |na |nad )?|"
    r"yr hyn (?:y )?(?:gallaf|gallwn)(?: i| ni)? (?:ei )?(?:addo|ddweud|gadarnhau|gynnig) yw(?: y)? |(?:rwyf|rwy|"
    r"rydym) wedi (?:penderfynu|cytuno) (?:y |na |nad |bod |fod )(?=\w)"
)


def classify_welsh(
    clause: str,
    *,
    voice: Voice,
    before: Subject = Subject.ANY,
    ahead: bool = False,
    lead_time: int = 0,
) -> Verdict:
    """What a Welsh clause in plain letters does."""
    at = lead_time
    for _ in range(4):
        rest = clause[at:]
        at += len(rest) - len(rest.lstrip(" ,"))
        found = _LEAD.match(clause, at)
        if not found or found.end() >= len(clause):
            break
        at = found.end()
    announced = _CONFIRM.match(clause, at)
    if announced:
        at = announced.end()
    heard = Heard(text=clause[at:].strip(), voice=voice, ahead=ahead, at=at, before=before)
    verdict = next((made for rule in RULES if (made := rule(heard))), OTHER)
    if verdict.kind is Kind.COMMITMENT and condition_in(clause, "cy"):
        return replace(verdict, strength=Strength.CONDITIONAL)
    return verdict


RULES: tuple[Callable[[Heard], Verdict | None], ...] = (
    simple(Kind.THANKS, "cy-thanks", THANKS),
    is_attributed_need,
    is_delegated,
    is_intent_else,
    is_required,
    simple(Kind.EXPECTATION_OF_OTHERS, "cy-expectation", EXPECTATION),
    is_agreed,
    is_first_person,
    is_passive,
    is_bydd,
    is_intent,
    is_willing,
    simple(Kind.ASPIRATION, "cy-aspiration", HOPE),
    is_done,
    simple(Kind.NEED, "cy-need", NEED),
    is_short_first,
    is_impersonal,
    is_due_to,
    is_ongoing,
)
_CUT = pattern(
    r";\s+(?:ac |a |ond )?|, (?:ac|a|ond) (?:felly |dyna pam y )?(?=(?:fe|mi) [^\W\d_]{3,}|ch?ewch\b|byddwch\b|ni fydd|(?:o|"
    r"ym|yn|erbyn|o'r)"
    r" [^,;]{3,40} bydd)|"
    r",? (?:ac|a|ond) (?:felly |dyna pam y )?(?=(?:fe |mi )?(?:b|f)ydd(?:af|wn|ant)?\b|rwy|rydym|yr wyf|yr ydym|ch?aiff|mae )|"
    r", ac (?=yn (?:ystyried|cyhoeddi|adrodd|ymgynghori|darparu|sefydlu)\b)|"
    # `a chyhoeddir` is "and will be published", `a gyhoeddir` "which is": the mutation tells.
    r",? (?:ac (?=[^\W\d_]{4,}(?:ir|er)\b)|a (?=(?:ch|ph|th)[^\W\d_]{3,}(?:ir|er)\b))|, a (?=[^\W\d_]{4,}ir\b)"
)


def cuts_of(words: str) -> list[tuple[int, int]]:
    """Where the clauses of a Welsh sentence in plain letters begin and end."""
    found, start = [], 0
    for match in _CUT.finditer(words):
        if match.start() > start:
            found.append((start, match.start()))
            start = match.end()
    found.append((start, len(words)))
    return [(begin, stop) for begin, stop in found if words[begin:stop].strip(" .;,")]
