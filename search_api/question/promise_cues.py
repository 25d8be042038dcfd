"""Cue words of questions that ask what was promised, in English and Welsh; does not look a promise up.

Only the open question is meant: "what did the minister promise on literacy?", not whether it was kept, when, why or by whom,
and not what others have promised. A text asks it where a pattern of `_ASKS` is found and none of `_DOES_NOT`.
"""

import re

from corpus.mutation import any_of


def asks_what_was_promised(clause: str, language: str) -> str:
    """The words by which a clause asks what was promised; empty where it does not."""
    found = _ASKS[language].search(clause)
    return found[0] if found and not _DOES_NOT[language].search(clause) else ""


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_THINGS = r"(?:promises|pledges|commitments|undertakings|assurances)"
_OFFICE = (
    r"(?:government|welsh gov|ministers?|cabinet secretar(?:y|ies)(?: for education)?|education secretary|first minister|"
    r"officials|department|administration|estyn)"
)
_GOVERNMENT = rf"(?:(?:the |welsh |last |new )*{_OFFICE}|they|he|she|it|(?-i:[A-Z][a-z]+ [A-Z][a-z]+))"
_WILL = r"(?:will|would|['’]ll|['’]d|to|(?:is|are|was|were|['’]s|['’]re) (?:going|planning|intending|meaning) to)"
_OTHERS = (
    r"(?:governing bod(?:y|ies)|governors?|schools?|headteachers?|heads?|councils?|unions?|local authorit(?:y|ies)|l\.?a\.?s?|"
    r"parents?|teachers?|pupils?|learners?|our|my|your|we|i)"
)
_DONE = (
    r"(?:met|kept|keep|late|drop(?:ped)?|ditched|given up|astray|missed|missing|completed?|broken?|at risk|fulfilled|delivered|"
    r"forgotten|honoured|on time|on track|gets? going|got going)"
)
_ENGLISH_ASKS = (
    rf"\b{_THINGS}\b",
    r"\b(?:promised|pledged|undertaken|undertook|vowed|committed to (?:do|make|publish)\w*)\b",
    r"\b(?:what|which|all|everything)\b.*\b(?:promise|pledge|commit|committed|commit(?:ting)? to|undertake|undertaking)\b",
    r"\banything\b.*\b(?:promise|pledge|commit|undertake)\w*\b|\b(?:promise|pledge|commit|undertake)\w*(?: to)? anything\b",
    (
        rf"\b{_GOVERNMENT}\b.{{0,30}}\b(?:said|says?|saying|told us|agreed?|accept(?:ed)?|announced|undertook)\b.{{0,60}}"
        rf"(?:\b|(?=['’])){_WILL} (?:do|be|take|make|change|consult|publish|set|introduce|sort|implement|work|use|give|"
        r"fund|look)\b"
    ),
    rf"\b(?:is|are|was|were) {_GOVERNMENT} (?:now )?(?:going|planning|intending|meaning|meant|supposed) to (?:do|be doing)\b",
    rf"\b{_GOVERNMENT} (?:is|are|was|were) (?:going|planning|intending|meaning) to do\b",
    rf"\bwhat will (?:the |welsh )*{_OFFICE} do\b",
    rf"\b{_OFFICE}(?:['’]s|s['’])? (?:\w+ )?(?:plans|intentions|next steps|to-do list)\b",
    rf"\bplans? from (?:the |welsh )*{_OFFICE}\b",
    r"\b(?:intended|planned|promised) (?:government|ministerial) actions?\b|\b(?:has|have) signed up to\b",
    rf"\bwhat (?:has|have|had|did|does|do) {_GOVERNMENT} (?:agree[ds]?|offer(?:ed|s)?)(?: to)?\b",
    rf"\bwhat (?:is|are|was|were) {_GOVERNMENT} planning\b|\bwhat can \w+ expect (?:the |welsh )*{_OFFICE} to\b",
    rf"\b(?:steps|actions|agreed|planned)\b.{{0,30}}\bby (?:the |welsh )*(?:{_OFFICE}|wg)\b",
    rf"\bactions (?:the |welsh )*{_OFFICE} agreed\b",
    rf"\b{_OFFICE}\b.{{0,30}}\boffered to do\b|\bwhat were we (?:told|promised)\b|\bany (?:promises?|pledges?|commitments?)\b",
)
_ENGLISH_DOES_NOT = (
    r"^(?:when|why|who|whose|where|how|can (?!you\b)|could (?:i|we|a|our)|should|must|may|definition|meaning)\b",
    r"^(?:is|was|were|are|did|do|does|has|have|had)\b(?!.*\b(?:any|anything|there|said (?:they|what))\b)",
    r", (?:and )?(?:when|why|who|how much|how many)\b(?! (?:i|we)\b)|\bhow (?:much|many)\b",
    r"\bwhat(?:ever)? (?:has |have |had )?(?:came|come|comes|became|become|happened|happens|happen|progress)\b",
    r"\bwhat has to happen\b|\b(?:mean|means|meant|definition|meaning)\b(?! to be)",
    rf"\b(?:commitments?|promises?|pledges?|promised|undertakings?)\b.*\b{_DONE}\b|\b{_DONE}\b.*\b{_THINGS}\b",
    (
        rf"\b{_OTHERS}(?:['’]s|['’])? (?:have |has |had |\w+ )?(?:commitments?|promises?|promised|pledges?|pledged|commit|"
        r"undertake|undertaken)\b"
    ),
    rf"\bwhat (?:do|did|have|has|will) (?:the |our |my )?{_OTHERS}\b",
    r"\b(?:must|should|have to|required to) (?:\w+ )?(?:commit|promise)",
    (
        r"\b(?:what|which) (?:minister|government|date|day|month|year|term|body|party|sum|cash|money|amount|share|cost|"
        r"sort|kind|type)\b"
    ),
    r"\b(?:promised (?:for|by)\b|when promised|originally promised|deadline|cost of the|said to be)(?!.*\bwhat\b)",
    r"\b(?:home[–-]school|intended learning|unions?)\b|\bprice of the\b|\bwhich pledge\b",
)
_THINGS_CY = any_of("addewidion ymrwymiadau")
_PROMISED_CY = (
    rf"(?:{_THINGS_CY}|{any_of('addo addawyd addawodd ymrwymo ymrwymwyd ymrwymodd')}|h(?:addo|ymrwymo|addewidion|ymrwymiadau))"
)
_OFFICE_CY = (
    rf"(?:{any_of('llywodraeth gweinidog gweinidogion ysgrifennydd swyddogion')}|estyn|maen nhw|nhw|"
    r"(?-i:[A-Z][a-z]+ [A-Z][a-z]+))"
)
_WELSH_ASKS = (
    rf"\b(?:{_PROMISED_CY})\b",
    rf"\b(?:beth|be|pa|hyn)\b.*\b(?:{any_of('addewid ymrwymiad')})\b",
    rf"\b(?:beth|be|hyn)\b.*\b{_OFFICE_CY}\b.*\b(?:wedi dweud|ddywedodd|wedi cytuno|cytunodd|gytunodd)\b",
    r"\b(?:beth|be|hyn)\b.*\b(?:dd?ywedodd|g?ytunodd|cytunodd)\b.*\b(?:byddai|bydd|fydd|fyddai|byddent|wneud)\b",
    rf"\b(?:beth|be)\b.*\b{_OFFICE_CY}\b.*\b(?:am|yn mynd i|bwriadu|fwriadu|ddisgwyl)\b.*\b(?:w?neud|gwneud)\b",
    rf"\bcamau(?:'r| y mae'r| mae'r| nesaf)?\b.*\b{_OFFICE_CY}\b",
    rf"\b(?:{any_of('cynlluniau sicrwydd')})(?:'r)?\b.*\b{_OFFICE_CY}\b",
    rf"\bar y gweill gan (?:y |yr )?{_OFFICE_CY}\b|\by(?:mgymerodd|n bwriadu)\b.*\b{_OFFICE_CY}\b",
    rf"\bddisgwyl i(?:'r)? {_OFFICE_CY}\b.*\bwneud\b|\bunrhyw beth\b.*\b(?:{any_of('addo addawyd cytuno cytunwyd ymrwymo')})\b",
)
_WELSH_DOES_NOT = (
    r"^(?:pryd|pam|pwy|sut|faint|sawl|ble|ystyr|ydi|ydy|yw|oedd|a (?:gadw|dorr|oedd|ydy|ydi|yw|gyflawn)\w*)\b",
    r"^(?:a )?(?:gafodd|wnaeth|oes|aeth|addawodd)\b(?!.*\b(?:unrhyw|ymrwymiadau|addewidion))",
    (
        r"\b(?:pwy|dw i wedi|ydw i wedi|ystyr|digwydd\w*|ddigwydd\w*|ddaeth o|gadwyd|cadw|torri|dorri|hwyr|ar amser|ar ei "
        r"hôl|cyflawnwyd|gyflawnwyd|gadw|fel yr addawyd)\b"
    ),
    (
        rf"\b(?:{_THINGS_CY}|{any_of('addewid ymrwymiad')})(?: y| yr|'r)? "
        rf"(?:{any_of('cyngor corff ysgol ysgolion pennaeth undebau rhieni')})\b"
    ),
    r"\b(?:rhaid|ddylai|dylai|dyletswydd)\b|\b(?:pa|ba) (?:ddyddiad|bryd|flwyddyn|fis|dymor|gorff|weinidog|swm|gyfran)\b",
)
_ASKS = {"en": _pattern(*_ENGLISH_ASKS), "cy": _pattern(*_WELSH_ASKS)}
_DOES_NOT = {"en": _pattern(*_ENGLISH_DOES_NOT), "cy": _pattern(*_WELSH_DOES_NOT)}
