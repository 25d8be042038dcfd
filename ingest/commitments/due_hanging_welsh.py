"""Welsh words of time that are another thing's than the promise's: `y ddeiseb a gyflwynwyd ym mis Mai`, `cyfarfod mis Mai`.

What stands right before the words tells; does not read the words themselves, nor choose among days.
"""

import re
from datetime import date

from corpus.commitment import Grain, Operator
from ingest.commitments.dues import Placed

_DONE = (
    r"(?!anodd\b|rhodd\b)\w{2,}(?:wyd|odd|ais|asom|asant|asoch|aethom|aethant)|aeth|g?wnaeth|d?daeth|oedd|bu|cafodd|gafodd|"
    r"gawsom|cawsom|ges|wnes|roedd"
)
_TOLD = re.compile(
    rf"\b(?:an? |yr? |lle |pan |na |nas |fel yr? |ers i |wedi i |(?<=yn )\w+ )?(?:{_DONE})\b[^,;]*\Z|\bdyddiedig \Z",
    re.IGNORECASE,
)
"""What came about: `a gyflwynwyd`, `y dywedais`; no promise is made in the past tense."""
_WHICH = re.compile(
    r"\b(?:sy'n|sydd(?: yn| i| wedi)?|a fydd(?: yn)?|y bydd|a (?:g(?!w)|dd|f|w|l(?!l)|r(?!h)|[aeiouwyŵŷ])\w*(?:ir|iff))\b"
    r"(?: [\w'()/-]+){0,8} ?\Z",
    re.IGNORECASE,
)
"""`sy'n cyfarfod`, `a gynhelir`: after `a` for `and` the first letter would be another (`a chynhelir`)."""
_STANDS = re.compile(
    r"\b(?:[gc]h?wrs|[gc]h?yrsiau|hyfforddiant|rh?aglen|[gc]h?ynllun|[gc]h?ronfa) (?:sy'n|sydd(?: yn)?) (?:dechrau|agor|"
    r"rhedeg)\b[^,;]*\Z",
    re.IGNORECASE,
)
"""`y cwrs sy'n dechrau ym mis Ionawr`: the promise is of it, and so is the day."""
_CAUSED = re.compile(
    r"\b(?:yn sgil|yng ngoleuni|o ganlyniad i|yn dilyn|oherwydd|o achos|gan fod|am fod|gan i|er i|er bod|fel y|fel yr|"
    r"yn hytrach "
    r"na|yn lle|er cof am|yn unol â|ar sail|o gymharu â|nag? yn|nag? ym|ac nid|pan|os|ar ôl i|wedi i|nes i|nes y|"
    r"hyd nes) [^,;]*\Z",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:cynllun\w*|g?nghynllun\w*|gynllun\w*|amserlen\w*|canllaw\w*|cyllideb\w*|gyllideb\w*|nghyllideb\w*|symiau|swm|"
    r"ffigurau|"
    r"data|canlyniadau|cyfraddau|lleoedd|grant\w*|rheolau|trefniadau|arian|adroddiad\w*|blaenoriaethau|rhaglen\w*|"
    r"dyddiadau)(?: \w+)? \Z",
    re.IGNORECASE,
)
"""What is made for a time: the time is that of its use."""
_SPANS = frozenset(
    {Grain.MONTH, Grain.SEASON, Grain.TERM, Grain.PART_YEAR, Grain.YEAR, Grain.SCHOOL_YEAR, Grain.FINANCIAL_YEAR}
)
_ADVERB = re.compile(
    r"(?:[df]is|ddydd|nos|fore|brynhawn|wythnos|yr?|eleni|yfory|heddiw|sef|yn|ym|maes|cyn|ar|ymhen|heb|hydref|haf|gaeaf|"
    r"gwanwyn)\b",
    re.IGNORECASE,
)
_NOUN_BEFORE = re.compile(
    r"\b(?:cyfarfod\w*|gyfarfod\w*|chyfarfod\w*|nghyfarfod\w*|adroddiad\w*|llythyr\w*|lythyr\w*|datganiad\w*|ddatganiad\w*|"
    r"cyhoeddiad\w*|penderfyniad\w*|benderfyniad\w*|phenderfyniad\w*|dyfarniad\w*|cyllideb\w*|gyllideb\w*|nghyllideb\w*|"
    r"etholiad\w*|arolwg|cyfrifiad|storm\w*|llifogydd|tân|gynhadledd|cynhadledd|rhifyn|canlyniadau|ffigurau|arholiadau|"
    r"strategaeth|"
    r"deddf|ddeddf|rheoliadau|cod|god|cynllun\w*|gynllun\w*|rownd|grant\w*|gemau|eisteddfod) \Z",
    re.IGNORECASE,
)
"""A thing named by its time, which stands bare behind it: `cyfarfod mis Mai`, `Deddf 2021`."""
_TITLE = re.compile(
    r"\b(?i:cynllun|strategaeth|polisi|gweledigaeth|rhaglen|ymgyrch|adroddiad|canllaw|canllawiau|fframwaith|siarter|"
    r"cod|"
    r"llawlyfr|papur|datganiad),? (?:[A-ZŴŶ][\w'-]*)(?: (?:[A-ZŴŶ][\w'-]*|i|i'r|yn|o|o'r|ar|gyfer|y|yr|a|ac|hyd|erbyn|at))* ?\Z"
)
_OPENS = re.compile(
    r"^(?:ond |a |ac |felly )?(?:os|pan|gan|ar ôl|wedi|yn dilyn|yn sgil|yng ngoleuni|o ganlyniad|oherwydd|fel y|fel yr|er|"
    r"ers|lle|"
    r"hyd nes|nes|yn wahanol|yn hytrach|yn unol|o dan|i'r rhai|i'r sawl|i ddisgyblion|i ysgolion)\b[^,]*$",
    re.IGNORECASE,
)
"""Words that open a sentence with another's time: `Yn dilyn y cyhoeddiad ym mis Mai, byddaf …`."""
_COMES_ROUND = re.compile(r" (?:bob|pob) blwyddyn\b", re.IGNORECASE)
_RELATIVE_DAY = re.compile(r"\b(?:nesaf|hwn|hon|yma)\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d|\bnesaf\b", re.IGNORECASE)
_LATE = frozenset({Operator.BY, Operator.UNTIL})


def hangs_welsh(words: str, begins: int, one: Placed, made_on: date | None) -> bool:
    """Whether words of time behind the verb at `begins` are another thing's."""
    return _is_of_another(words[begins : one.start], one, words[one.end :], made_on)


def leads_welsh(before: str, one: Placed, between: str, made_on: date | None) -> bool:
    """Whether words of time in front of a promise are its own; `between` stands from them to its subject."""
    return not (_OPENS.search(before) or _is_of_another(before, one, between, made_on))


def _is_of_another(before: str, one: Placed, behind: str, made_on: date | None) -> bool:
    if one.due.rule == "weekday-to":
        return _RELATIVE_DAY.search(one.due.words) is None
    if _TITLE.search(before) or _COMES_ROUND.match(behind) or _names(before, one):
        return True
    if one.due.operator in _LATE:
        return False
    if _WHICH.search(before) and not _STANDS.search(before):
        return True
    return not _must_be_ahead(one, made_on) and bool(_TOLD.search(before) or _CAUSED.search(before))


def _names(before: str, one: Placed) -> bool:
    """Whether a time only tells which thing is meant: `cyfarfod mis Mai`, `y ffigurau ar gyfer 2026-27`."""
    preposition = one.preposition.casefold()
    if not preposition:
        return bool(_NOUN_BEFORE.search(before)) and not _ADVERB.match(one.due.words)
    return preposition in {"ar gyfer", "am"} and one.due.grain in _SPANS and bool(_PAPER.search(before))


def _must_be_ahead(one: Placed, made_on: date | None) -> bool:
    """Whether a day cannot have gone by: it names a year, and lies ahead."""
    return bool(_YEAR.search(one.due.words) and made_on is not None and one.due.first is not None and one.due.first > made_on)
