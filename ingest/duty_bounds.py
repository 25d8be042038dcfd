"""What bounds a duty: the words that say when it holds and by when, in both languages; does not read days.

Words are given as written, each from its first word to the next comma or the end.
"""

import re

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty(?:[ -](?:one|eight))?|thirty|"
    r"a|an|half an?)"
)
_UNIT = (
    r"(?:(?:school|working|calendar|academic|consecutive|teaching|full|clear) )?"
    r"(?:minute|hour|day|week|fortnight|month|term|half-term|year)s?\b"
)
_SEASON = r"(?:autumn|spring|summer|following|next|same|first|second|third|current|school|academic|calendar|financial|that)"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?: (?:each|every) year|,? \d{{4}})?|{_MONTH} \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}\b(?:,? \d{{4}})?|{_MONTH}\b|\d{{4}}(?:-\d{{2,4}})?\b)"
)
_POINT = (
    rf"(?:(?:the )?(?:end|start|beginning|close|middle|first day|last day) of (?:(?:the|each|every|that|its) )?(?:{_SEASON} )*"
    rf"(?:Key Stage \d|Year \d+|{_DATE}|\w+(?: of Year \d+| in which [^,.;]+| {_DATE})?)"
    rf"|(?:the )?{_DATE}"
    r"|(?:noon|midnight|midday|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm))(?: on (?:the (?:same )?)?\w+)?"
    r"|(?:the )?(?:autumn|spring|summer|half)[ -]?(?:term|half-term)?(?: \d{4})?"
    r"|the (?:next|following) (?:\w+ )?(?:day|week|month|term|year|meeting)|(?:next|each|every) \w+|then)"
)
_OFTEN = (
    r"(?:school |academic |autumn |spring |summer |calendar |financial )?"
    r"(?:days?|weeks?|fortnights?|months?|half-terms?|terms?|years?|autumn|spring|summer)\b"
)
_UP_TO_CLAUSE = r"[^,.;]+?(?=,|;|\.|$| if | unless | where | and | or )"
_ENGLISH_DEADLINE = re.compile(
    rf"\b(?:(?:by|before|no later than|not later than|at the latest by|on or before|until|up to) {_POINT}"
    rf"|(?:within|inside|no (?:later|more) than|not (?:later|more) than|at least|no (?:fewer|"
    rf"less) than|not less than) {_COUNT} "
    rf"{_UNIT}(?: (?:of|after|from|before|following|in advance of) {_UP_TO_CLAUSE})?"
    r"|within (?:their|its|the|his or her|that) (?:first|next|same|following) (?:day|week|month|term|year)s?"
    rf"|for (?:at least )?{_COUNT} {_UNIT}"
    r"|as soon as (?:is )?(?:reasonably )?(?:possible|practicable|practical)|immediately|without (?:undue )?delay|straight away"
    r"|at once|promptly"
    rf"|(?:at least |no less than )?(?:once|twice|three times|{_COUNT} times) (?:a|an|each|every|in every|in any|per) "
    rf"(?:{_COUNT} )?{_UNIT}"
    rf"|(?:every|each) (?:{_COUNT} )?{_OFTEN}(?: by [^,.;]+?(?=,|;|\.|$))?"
    r"|annually|termly|monthly|weekly|daily|fortnightly)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\bbefore (?!and\b|the (?:Senedd|court|panel|board|committee|tribunal|council)\b|(?:its|a|the) (?:panel|committee)\b)"
    r"[^,.;]+?(?=,|;|\.|$| and must| and should| if | unless )",
    re.IGNORECASE,
)
"""What an action must come before, where no day or time is named."""
_NOT_A_POINT = re.compile(r"^(?:for (?:a|an) |for at least a )", re.IGNORECASE)
_WHEN = (
    r"(?:only (?:if|where|when)|even (?:if|where|when)|if|where|wherever|when|whenever|unless|"
    r"except(?: where| when| if| in| that| for)?|provided(?: that)?|as long as|so long as|for as long as|"
    r"in (?:the|any) (?:case|event) (?:of|that)|in cases? (?:of|where)|"
    r"in (?:exceptional|some|certain|all other|other|these|such|those) (?:circumstances|cases)|"
    r"once(?! (?:a|an|every|each|in|per|or)\b)|following|after|until|while|whilst|during|subject to|"
    r"with the (?:consent|agreement|approval|permission) of)"
)
_NOT_BEHIND = "".join(
    rf"(?<!\b{word})"
    for word in "know say says see show shows tell decide about of agree note record explain out site place room find".split()
)
"""What `where` and `when` behind it are a question or a place of: `know where the key is`."""
_TRAILING = re.compile(
    rf"(?:^|{_NOT_BEHIND},? ){_WHEN}\b[^;:]*$| where(?:ver)? (?:possible|appropriate|"
    rf"necessary|relevant|practicable)$",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^(?:however, |but |and |also, )?(?P<words>{_WHEN}\b.*?)$", re.IGNORECASE)
_EMPTY = re.compile(r"^(?:following|after|once|during|while|whilst)$", re.IGNORECASE)

_MONTH_CY = (
    "(?:Ionawr|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|Tachwedd|Dachwedd|"
    "Rhagfyr|Ragfyr)"
)
_COUNT_CY = (
    r"(?:\d+|un|dau|ddau|dwy|ddwy|tri|dri|tair|dair|pedwar|pedair|bedwar|pum|bum|chwe|saith|wyth|naw|deg|ddeg|deuddeg|"
    r"pymtheg|bymtheg|ugain)"
)
_UNIT_CY = (
    r"(?:(?:o )?(?:diwrnodau|ddiwrnodau)|diwrnod|ddiwrnod|niwrnod|dydd|wythnos|mis|fis|tymor|dymor|blwyddyn|flwyddyn|flynedd|"
    r"blynedd|mlynedd)(?: (?:ysgol|gwaith|waith))?"
)
_UP_TO_CLAUSE_CY = r"[^,.;]+?(?=,|;|\.|$)"
_WELSH_DEADLINE = re.compile(
    rf"\b(?:(?:erbyn|cyn|hyd at|ddim hwyrach na|heb fod yn hwyrach na) (?:diwedd|dechrau|"
    rf"\d{{1,2}} {_MONTH_CY}|{_MONTH_CY}|y|yr|"
    r"hynny|\d{1,2}:\d\d)[^,.;]*?(?=,|;|\.|$| os | oni | ac eithrio )"
    rf"|(?:cyn pen|o fewn) {_COUNT_CY} {_UNIT_CY}(?: (?:i|i'r|o'r|ar ôl) {_UP_TO_CLAUSE_CY})?"
    rf"|am o leiaf {_COUNT_CY} {_UNIT_CY}"
    rf"|(?:o leiaf )?(?:unwaith|dwywaith|ddwywaith) (?:y|yr|bob|mewn) (?:{_COUNT_CY} )?\w+"
    r"|cyn gynted (?:â|ag) (?:phosibl|phosib|y bo modd|bo modd|y bo'n ymarferol)|ar unwaith|yn ddi-oed|heb oedi"
    rf"|bob (?:blwyddyn|tymor|mis|wythnos|dydd|hydref|pythefnos|{_COUNT_CY} {_UNIT_CY})|yn flynyddol"
    rf"|cyn (?:i |y |yr ){_UP_TO_CLAUSE_CY})",
    re.IGNORECASE,
)
_WHEN_CY = (
    r"(?:(?:dim ond )?os(?! )?|oni bai|oni|ac eithrio|heblaw|pan(?: fo| fydd| fydd| na)?|"
    r"lle(?: bo| y bo| mae| nad)?|ar yr amod|yn achos|cyhyd â|cyn belled â|"
    r"unwaith y (?:bydd|mae|byddant|daw)|ar ôl|yn dilyn|tra|mewn achosion|mewn amgylchiadau)"
)
_TRAILING_CY = re.compile(rf"(?:^|,? ){_WHEN_CY}\b[^;:]*$", re.IGNORECASE)
_LEADING_CY = re.compile(rf"^(?:fodd bynnag, |ond |a |ac )?(?P<words>{_WHEN_CY}\b.*?)$", re.IGNORECASE)


def deadline_in(words: str, language: str) -> str:
    """The first words that say by when or how often: `"publish it by 1 May 2025"` -> `"by 1 May 2025"`; empty for none."""
    pattern = _WELSH_DEADLINE if language == "cy" else _ENGLISH_DEADLINE
    found = (match for match in pattern.finditer(words) if not _NOT_A_POINT.match(match[0]))
    match = next(found, None) or (_BEFORE.search(words) if language == "en" else None)
    return match[0].strip() if match else ""


def condition_behind(action: str, language: str) -> str:
    """The condition an action ends in: `"tell parents if a club is full"` -> `"if a club is full"`; empty for none."""
    match = (_TRAILING_CY if language == "cy" else _TRAILING).search(action)
    return match[0].strip(" ,.") if match and " " in match[0].strip(" ,.") else ""


def condition_before(words: str, language: str) -> str:
    """The condition a sentence opens with, given the words before its subject; empty for none."""
    match = (_LEADING_CY if language == "cy" else _LEADING).match(words.strip(" ,"))
    return match["words"].strip(" ,") if match and not _EMPTY.match(match["words"]) else ""
