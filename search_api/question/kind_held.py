"""Held: whether a sentence holds what a kind of question asks for, in English and Welsh; does not score or choose it.

The answer tests of methods 2.3. A date is a day, month, year or term; a period a length of time or how often; a person or
body one that `corpus.bodies` lists, or words written as a name. Kinds are their values in `kind.Kind`.
"""

import re
from functools import lru_cache

from corpus.bodies import bodies_named
from corpus.mutation import beginnings

_YEAR = r"\b(?:19|20)\d\d\b"
_CLOCK = r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b"
_MONTH_EN = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|april|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b"
    # "may" and "march" are verbs too: as months they are capital, beside a number or after a word of time.
    r"|(?-i:\b(?:\d{1,2}(?:st|nd|rd|th)?|in|by|of|from|until|since|during|before|after|early|late|mid|last|"
    r"next|this|each|every|and|to)[ -](?:May|March|Mar)\b|\b(?:May|March|Mar),? \d)"
)
_NUMBER_EN = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "eighteen|twenty|thirty|forty|fifty|sixty|ninety|a hundred"
)
_UNIT_EN = r"(?:minute|hour|day|night|week|fortnight|month|term|year|decade|session|lesson)"
_LENGTH_EN = (
    rf"\b(?:\d+(?:[.,]\d+)?|{_NUMBER_EN}|an?|half an?|several|a few|a couple of)(?: to \w+| or \w+|"
    rf" and a half)?[ -](?:(?:school|working|calendar|academic|full|teaching|consecutive|additional|further|"
    rf"more) )?{_UNIT_EN}s?\b"
)
_OFTEN_EN = (
    rf"\b(?:each|every|per|once an?|twice an?|other|once every|once in every|"
    rf"at least once in) (?:(?:\w+ ){{0,2}}){_UNIT_EN}s?\b"
    r"|\b(?:annually|annual|yearly|termly|monthly|weekly|daily|fortnightly|quarterly|half-termly|"
    r"biennial(?:ly)?|twice|once)\b|\bthroughout the \w+|\bat all times\b|\bcontinuous(?:ly)?\b|"
    r"\bindefinitely\b|\bregular(?:ly)?\b"
)
_SPAN_EN = (
    rf"\b(?:from|between)\b[^.]{{0,40}}{_YEAR}[^.]{{0,15}}\b(?:to|until|and)\b[^.]{{0,25}}{_YEAR}|"
    rf"\bfor the duration\b|\buntil\b"
)
_TERM_EN = (
    r"\b(?:spring|summer|autumn)(?: half)?(?: term)?\b(?= |[.,;)]|$)|\b(?:this|next|last|the current|academic|"
    r"school|financial) (?:week|year|term|month|autumn|spring|summer)\b"
)
_LENGTH_CY = (
    r"\b(?:\d+(?:[.,]\d+)?|un|dau|ddau|dwy|ddwy|tri|dri|tair|dair|pedwar|bedwar|pedair|bedair|pum|bum|pump|"
    r"chwe|chwech|saith|wyth|naw|deg|ddeg|deng|ddeng|deuddeg|pymtheg|ugain|hanner|ychydig)(?: o)? (?:munud|"
    r"funud|munudau|funudau|awr|oriau|diwrnod|ddiwrnod|niwrnod|dyddiau|ddyddiau|wythnos|wythnosau|mis|fis|"
    r"mlynedd|flynedd|blynedd|flwyddyn|blwyddyn|blynyddoedd|flynyddoedd|fisoedd|misoedd|tymor|dymor|thymor|"
    r"tymhorau|dymhorau)\b"
)
_OFTEN_CY = (
    r"\b(?:[bp]ob|unwaith|dwywaith|ddwywaith)\b(?: \w+){0,3}? ?(?:diwrnod|dydd|wythnos|mis|tymor|blwyddyn|"
    r"flwyddyn|blynedd|mlynedd)?\b|\b(?:yn flynyddol|blynyddol|flynyddol|bob blwyddyn|yn dymhorol|tymhorol|"
    r"yn fisol|misol|yn wythnosol|wythnosol|dyddiol|yn rheolaidd)\b|\b(?:tan|hyd at|hyd nes)\b"
)


def holds(kind: str, text: str, language: str) -> bool:
    """Whether a sentence holds what a kind asks for; true for kinds that any sentence may answer."""
    if kind == "who":
        return bool(_names(language).search(text)) or bool(bodies_named(text, language))
    if kind == "how_much":
        return bool(_amounts(language).search(_without_dates(text, language)))
    pattern = _patterns(language).get(kind)
    return pattern is None or bool(pattern.search(text))


def _without_dates(text: str, language: str) -> str:
    """A sentence without its days and years: the 5 in "5 May 2024" is no number of anything."""
    return _days(language).sub(" ", text)


@lru_cache(maxsize=2)
def _days(language: str) -> re.Pattern[str]:
    months = _month_names(language)
    return re.compile(
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th|af|ain|il|ydd|fed|eg|ed)? (?:o )?(?:fis )?(?:{months})\b(?:,? {_YEAR})?|"
            rf"(?<![£\d,.]){_YEAR}(?:[-–/]\d{{2,4}}\b)?(?! (?:pupils|learners|schools|teachers|children|places))"
            r"|\b(?:key stage|year|step|section|chapter|part|paragraph|cyfnod allweddol|blwyddyn|adran|pennod|"
            r"rhan) \d+\b"
        ),
        re.IGNORECASE,
    )


@lru_cache(maxsize=2)
def _month_names(language: str) -> str:
    english = "january february march april may june july august september october november december"
    welsh = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr"
    names = english if language == "en" else " ".join(form for name in welsh.split() for form in beginnings(name))
    return names.replace(" ", "|")


@lru_cache(maxsize=2)
def _amounts(language: str) -> re.Pattern[str]:
    english = (
        rf"£|€|\d|\b(?:{_NUMBER_EN.removeprefix('one|')}|half|quarter|third|thirds|double|doubled|twice|none|dozen|"
        rf"hundreds?|thousands?|"
        r"millions?|per cent|no limit|no cost|free of charge)\b|\bone (?!of\b|another\b|who\b|that\b|day\b)\w+"
    )
    welsh = (
        r"£|€|\d|\b(?:dau|ddau|dwy|ddwy|tri|dri|thri|tair|dair|thair|pedwar|bedwar|pedair|bedair|pump|bump|pum|bum|"
        r"chwe|chwech|saith|wyth|naw|deg|ddeg|deuddeg|pymtheg|ugain|hanner|chwarter|traean|canran|y cant|cant|gant|"
        r"mil|fil|miliwn|filiwn|dim cost|am ddim)\b"
    )
    return re.compile(english if language == "en" else welsh, re.IGNORECASE)


@lru_cache(maxsize=2)
def _names(language: str) -> re.Pattern[str]:
    """Two capital words together, an acronym, or a person's title; the first word of a sentence counts only with another."""
    capital = r"[A-ZÂÊÎÔÛŴŶ][\w’'-]+"
    starts = (
        "The|This|These|Those|A|An|In|On|At|By|For|From|Our|We|It|If|When|As|All|Each|Every|No|Any"
        if language == "en"
        else "Y|Yr|Mae|Yn"
    )
    titles = r"Mr|Mrs|Ms|Dr|Professor|Sir|Dame|Minister|Yr Athro|Gweinidog"
    return re.compile(
        rf"\b(?!(?:{starts})\b){capital}(?: (?:of|for|and|y|yr|ar gyfer|dros))? {capital}|\b[A-Z]{{3,}}\b|"
        rf"\b(?:{titles})\b|\bHwb\b"
    )


@lru_cache(maxsize=2)
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    written = _ENGLISH if language == "en" else _WELSH
    return {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in written.items()}


_LISTED = r":\s|:$|;|,[^,]*,|•|\n\s*[-*]|\b(?:first(?:ly)?|yn gyntaf)\b.*\b(?:second(?:ly)?|yn ail)\b|,[^,]* (?:and|ac?) "
_ENGLISH = {
    "when": (
        rf"{_YEAR}|{_MONTH_EN}|{_TERM_EN}|{_LENGTH_EN}|{_OFTEN_EN}|{_CLOCK}|\b(?:yesterday|today|tomorrow|"
        rf"immediately|at once|forthwith)\b"
    ),
    "how_long": rf"{_LENGTH_EN}|{_OFTEN_EN}|{_SPAN_EN}",
    "where": (
        r"https?://|www\.|\b(?:website|web page|online|hwb|portal)\b|\b(?:annex|appendix|section|chapter|part|"
        r"paragraph|page) \w+|\b(?:north|south|east|west|mid)[- ](?:\w+ )?wales\b|(?-i:\b(?:in|at|across|near|from|"
        r"to|on) (?:the )?[A-Z][\w’'-]+)"
    ),
    "must": (
        r"\b(?:must|have to|has to|had to|need(?:s|ed)? to|required?|requires|requirements?|duty|duties|oblig\w+|"
        r"statutory|non-statutory|legal(?:ly)?|law|lawful|should|shall|may|can|cannot|compulsory|mandatory|"
        r"optional|expected|entitled|rights?|allowed|permitted|binding|binds?|powers?|not allowed)\b"
    ),
    "list": _LISTED,
    "why": (
        r"\b(?:because|so that|so as to|in order to|due to|owing to|as a result|therefore|thus|hence|reasons?|"
        r"rationale|given that|purpose|intended|designed to|aims?|aimed|seeks? to|led to|caus(?:e|es|ed)|"
        r"means that|meant that|driven by|reflects?|to (?:\w+ly )?(?:help|support|improve|reduce|make|enable|allow|"
        r"raise|address|tackle|avoid|strengthen|provide|bring|ensure|give|protect|promote|prevent|increase|"
        r"simplify|meet|remove|encourage|keep))\b|\bsince (?!\d|\w+ \d)\w+ (?:is|are|was|were|has|have)"
    ),
    "how": (
        r"\b(?:by \w+ing|through|using|via|steps?|process|procedure|follow\w*|apply|application|form|online|method|"
        r"approach|should|must|can|will|may|first|then|working with|together|according to)\b"
    ),
    "definition": (
        r"\b(?:means?|meaning|refers? to|defined|definition|known as|called|stands? for|describes?|comprises?|"
        r"consists? of|(?:is|are|was|were|will be) (?:an?|the|where|when|one of|any|those|what|our|wales)|that is|"
        r"i\.e|includes?)\b"
    ),
    "status": (
        r"\b(?:ha(?:s|ve|d) (?:\w+ )?been|ha(?:s|ve) (?:now |not |also |already )?\w+(?:ed|n)|is now|are now|"
        r"no longer|still|yet|remains?|complet\w+|publish(?:ed)?|deliver(?:ed)?|beg[au]n|started|in force|"
        r"replac\w+|supersed\w+|withdrawn|ended|closed|continu\w+|delay\w*|progress|accept(?:ed)?|reject(?:ed)?|"
        r"on track|current(?:ly)?|was|were|became|achieved|established|launched)\b"
    ),
    "compare": (
        r"\b(?:than|whereas|while|unlike|differ\w*|chang\w+|replac\w+|supersed\w+|instead|compar\w+|"
        r"previous(?:ly)?|earlier|former(?:ly)?|now|no longer|new|both|same|rather|contrast|up from|down from|grew|"
        r"growth|gr[eo]wn?|rose|risen|rise|fell|fall\w*|increas\w+|decreas\w+|reduc\w+|more|less|fewer|"
        r"took the place|originally|used to|but)\b"
    ),
}
_WELSH = {
    "when": (
        rf"{_YEAR}|{_CLOCK}|{_LENGTH_CY}|{_OFTEN_CY}"
        r"|\b(?:ionawr|chwefror|mawrth|fawrth|ebrill|mehefin|fehefin|gorffennaf|orffennaf|awst|medi|fedi|hydref|"
        r"tachwedd|dachwedd|rhagfyr|ragfyr)\b|\b(?:mis|fis|\d{1,2}) (?:mai|fai)\b|\b(?:mai|fai) \d|\b(?:tymor|"
        r"dymor|thymor) (?:yr? )?(?:hydref|gwanwyn|haf)\b|\b(?:eleni|llynedd|ddoe|heddiw|yfory|ar unwaith|"
        r"y flwyddyn nesaf|yr wythnos nesaf)\b"
    ),
    "how_long": rf"{_LENGTH_CY}|{_OFTEN_CY}|\b(?:rhwng|o) {_YEAR} (?:a|ac|i|hyd) ",
    "where": (
        r"https?://|www\.|\b(?:gwefan|wefan|ar-lein|hwb|atodiad|adran|pennod|tudalen)\b|(?-i:\b(?:yn|ym|yng|ar|o|"
        r"i) (?:y |yr )?[A-ZŴŶ][\w’'-]+)"
    ),
    "must": (
        r"\b(?:rhaid|raid|orfod\w*|gorfod\w*|[dn]?dd?yletswydd\w*|nyletswydd\w*|g?ofyn(?:nir|nol|iad|ion)|"
        r"ngofyn\w*|statudol|anstatudol|[cgn]+h?yfreith\w*|[cg]yfraith|d?dd?yl(?:ai|em|id|ech|ent|wn)|c?g?aiff|"
        r"gallant|gellir|gall|all|hawl\w*|d?dd?isgwyl\w*|angen|caniat\w+|ganiat\w+|rhwym\w+|[bpm]h?werau?)\b"
    ),
    "list": _LISTED,
    "why": (
        r"\b(?:oherwydd|achos|er mwyn|am fod|am ei fod|am eu bod|gan fod|gan ei fod|gan eu bod|gan nad|o ganlyniad|"
        r"felly|rheswm|rhesymau|resymau|diben|ddiben|pwrpas|bwrpas|nod|fel bod|fel y|oblegid|bwriad\w*|fwriad\w*|"
        r"i (?:sicrhau|wella|helpu|gefnogi|leihau|alluogi|godi|fynd|osgoi|gryfhau|ddarparu|roi|hybu|atal|gynyddu|"
        r"symleiddio))\b"
    ),
    "how": (
        r"\b(?:drwy|trwy|gan \w+|camau|gamau|proses|broses|dilyn|ddilyn|ffurflen|ar-lein|dull|ddull|dylai|rhaid|"
        r"gall|gallwch|wneud cais|gyda)\b"
    ),
    "definition": (
        r"\b(?:yw|ydy|ystyr|golyg\w+|olyg\w+|cyfeirio|diffin\w+|ddiffin\w+|sef|elwir|gelwir|enw|cynnwys|h\.y)\b|"
        r"\bmae\b.*\byn\b"
    ),
    "status": (
        r"\b(?:wedi|bellach|eisoes|o hyd|yn dal|mewn grym|heb|eto|cyhoedd(?:wyd|odd)|gyhoedd(?:wyd|odd)|cwblh\w+|"
        r"gwblh\w+|dech?reu\w+|ddech?reu\w+|cafodd|gafodd|cafwyd|gafwyd|daeth|ddaeth|sefydl\w+|disodl\w+|"
        r"ddisodl\w+|parh\w+|cynnydd|gynnydd|derbyn\w*|oedd|roedd|bu)\b"
    ),
    "compare": (
        r"\b(?:na|nag|ond|yn lle|newid\w*|gwahan\w+|wahan\w+|disodl\w+|ddisodl\w+|cymhar\w+|gymhar\w+|blaenorol|"
        r"flaenorol|cynharach|gynharach|bellach|newydd|mwy|llai|cynyd\w+|gynyd\w+|gostw?ng\w*|gostyng\w*|"
        r"ostw?ng\w*|ddau|ddwy|yr un|ill dau|tra|gynt)\b"
    ),
}
