"""Words that speak to a machine rather than to a reader ("ignore all previous instructions"), in English and Welsh.

Guidance is full of orders, so an order counts only where it is given to the reader of these very words and is of a kind
that no school can carry out: to forget instructions, to be another machine, to show a prompt, to answer in set words.
Quoting such an order counts as giving it: a reader loses a quotation by that, and no words.
"""

import re

_AI = (
    r"(?:ai(?! (?:act|ambassador|ambition|champion|co-?ordinator|competen|education|ethic|expert|framework|governance|governor|"
    r"group|guidance|hub|lead|lesson|litera|manager|network|officer|pioneer|plan|polic|project|ready|research|school|skill|"
    r"special|strateg|team|tool|train|user|working|workshop)\w*)|a\.i\.|artificial intelligence(?: system| model)?|"
    r"(?:large )?language models?|llms?|chat ?bots?|gpt[\w.-]*)"
)
_KIND = r"(?:(?:helpful|large|automated|autonomous|generative|new|evil|unrestricted|unfiltered|uncensored|jailbroken) )*"
_ASSISTANT = rf"(?:{_KIND}{_AI}|(?:(?:helpful|virtual|digital|unrestricted|unfiltered|ai) )+assistants?)"
_ALL = r"(?:(?:all|any|every|each|of|the|these|those|this|your|my|our|other|completely|entirely) ){0,5}"
_BEFORE = (
    r"(?:(?:previous|previously given|prior|earlier|preceding|foregoing|former|above|existing|original|initial|past|system|"
    r"hidden|developer)(?:,| and| or)? ){1,3}"
)
_COMMANDS = r"(?:instructions?|prompts?|directives?|commands?|messages?|context|conversation|programming)"
_RULES = r"(?:rules?|guidelines?|orders?|restrictions?|training|guardrails?)"
# Instructions that a body issued, or on some matter, are for people.
_ISSUED = (
    r"(?! (?:issued|sent|published|given by|made by|by|from|on|about|in|for|of|regarding|relating|concerning|contained|"
    r"received|printed|which|that (?:we|were)))"
)
_OVERRIDE = r"(?:ignore|disregard|forget|override|bypass|discard|(?:do not|don't|stop|never) (?:follow|obey)(?:ing)?)"
_NOT = r"(?:do not|don't|never)"
_USER = r"the users?\b(?!')"

_ORDERS = (
    rf"{_OVERRIDE} {_ALL}{_BEFORE}(?:system )?(?:{_COMMANDS}|{_RULES})\b{_ISSUED}",
    (
        rf"{_OVERRIDE} {_ALL}{_COMMANDS}(?: and \w+)? (?:above|so far|before this|given (?:to you|above|earlier)|"
        r"that came before|you (?:were|have been|had been|are|have) (?:given|told|received|following))\b"
    ),
    rf"{_OVERRIDE} (?:all )?(?:of )?your (?:\w+ )?(?:{_COMMANDS}|{_RULES})\b{_ISSUED}",
    (
        r"(?:forget|ignore|disregard) (?:everything|anything|all(?: of)?(?: the)?(?: (?:text|words|content))?) (?:above|"
        r"before this|said (?:so far|before|above)|(?:that )?you (?:were|have been|had been) (?:told|taught)(?! about))\b"
    ),
    (
        r"(?:act|behave|respond|answer|pose|speak|operate|function)(?: only)? as "
        rf"(?:if you (?:are|were) )?(?:an?|the) {_ASSISTANT}\b"
    ),
    rf"(?:pretend|imagine) (?:to be|(?:that )?you(?:'re| are)) (?:an? )?{_ASSISTANT}\b",
    (
        r"(?:reveal|print|show|repeat|output|display|disclose|leak|tell me|share|give me|write out|copy|return) (?:me )?"
        r"(?:(?:all|everything|the text|of|in|every word) ){0,4}(?:your|the) (?:\w+ )?(?:system prompt|developer message|"
        r"(?:hidden|initial|secret) (?:prompt|instructions)|(?:original|full) prompt)\b"
    ),
    (
        r"(?:respond|reply|answer|output) (?:to \w+ )?(?:only|exactly|solely|exclusively) with(?! (?:words|comments|evidence|"
        r"examples|facts|information|relevant|yes or no|a yes|your|a (?:number|letter|tick)|numbers|letters|one of))\b"
    ),
    (
        r"(?:only|always|exclusively) (?:respond|reply|answer|output)(?: \w+){0,2} (?:with )?"
        r"(?:the (?:word|phrase|sentence|string)\b|[\"'])"
    ),
    r"(?:send|post|upload|forward|exfiltrate) (?:\w+ ){0,4}?(?:(?:chat|conversation) history|system prompt|api keys?)\b",
    r"(?:enable|enter|activate|switch to) (?:dan|god|jailbreak|jailbroken|unrestricted|sudo) mode\b",
    (
        r"treat (?:this|these|the following)(?: \w+){0,2} as (?:a |an |your |the )?(?:new )?"
        r"(?:system|trusted|highest-priority|developer) (?:prompt|message|instruction|command)s?\b"
    ),
    (
        r"(?:(?:note|message|instructions?|notice|memo|warning)s? (?:to|for)|attention|dear|hello|hey) "
        rf"(?:(?:the|any|all|every) ){{0,4}}{_ASSISTANT}"
        r"(?: (?:assistants?|models?|agents?|systems?|crawlers?|readers?|summari[sz]ers?))? ?"
        r"(?:[:,!.-]|$|reading|processing|that|which|who)"
    ),
)
"""English, beginning with a verb or a call: it must be addressed to the reader."""

_ENGLISH = (
    rf"you are (?:now|no longer|actually|from now on),? (?:acting as )?(?:an?|the|my|our) {_ASSISTANT}\b",
    r"you are now (?:called )?dan\b",
    r"you are (?:now )?in (?:developer|dan|debug|god|jailbreak|unrestricted|maintenance) mode\b",
    (
        r"from now on,? you (?:are|will|must|should|shall) (?:always |only |never )?(?:act as|behave as|pretend|obey|"
        r"(?:answer|respond|reply) (?:only|as)|speak (?:only|like|as)|ignore)\b"
    ),
    rf"as an? {_KIND}(?:ai )?language model\b",
    rf"as an? {_KIND}ai(?: assistant| model| chatbot| agent| system)?, (?:you|i|your|my)\b",
    rf"if you(?:'re| are) (?:an?|the|any) {_ASSISTANT}\b",
    (
        r"(?:ai|llms?|language models?|chat ?bots?|bots?)(?: (?:assistants?|models?|agents?|systems?|tools?|crawlers?))? "
        r"(?:reading|processing|summari[sz]ing|indexing|parsing|analy[sz]ing) (?:this|these|the following)\b"
    ),
    r"(?:new|updated|real|actual|begin|end|start of|end of)(?: the)? system prompt\b",
    r"your new (?:instructions|system prompt|directives?) (?:is|are)\b",
    r"what (?:is|are|was|were) your (?:system prompt|(?:hidden|initial|system) instructions)\b",
    rf"{_NOT} (?:tell|inform|alert|notify|warn) {_USER}",
    rf"{_NOT} (?:mention|reveal|disclose|show|repeat|acknowledge) (?:\w+ ){{0,4}}?to {_USER}",
    (
        rf"{_NOT} (?:mention|reveal|disclose|acknowledge|cite|quote) (?:this|these) (?:hidden |secret |system )?"
        r"(?:instructions?|prompts?|message)\b"
    ),
    (
        rf"{_NOT} (?:cite|mention|quote|reference)(?: (?:or|and) (?:cite|mention|quote|link to))? (?:this|any other|any|other) "
        r"(?:sources?|pages?|websites?|citations?|documents?) (?:in (?:your|the) (?:answer|response|reply|output|summary)|"
        r"when (?:answering|responding|summari[sz]ing)|to the user)"
    ),
    rf"{_NOT} (?:cite|mention)(?: (?:or|and) (?:cite|mention|quote|link to))? this (?:source|web ?page|website)\b",
    (
        r"(?:if|when|whenever) (?:the |a |any )?(?:user|human)s? (?:asks?|enquires?|says?|wants?)(?: [\w'-]+){0,10}, "
        r"(?:always |you must |you should |only )?(?:respond|reply|answer|say|state|claim|insist) "
        r"(?:(?:that|with|only)\b|[\"':])"
    ),
    (
        r"when asked(?: [\w'-]+){0,8}, (?:always |you must |only )?(?:respond|reply|answer) "
        r"(?:that\b|with (?:the (?:word|phrase)|[\"'])|only\b)"
    ),
    r"do anything now\b",
    r"jailbreak mode\b",
    r"system override\b",
    r"(?:system|developer|admin|administrator|root) (?:prompt|instruction|override|command)s? ?:",
    rf"(?:system|assistant|user|human) ?: ?(?:you are|from now|respond|{_OVERRIDE})\b",
)

_CY_COMMANDS = (
    r"(?:(?:c|g|ch)yfarwydd(?:iadau|yd)|g?orchmynion|anog(?:wr|iadau?|yddion)|ysgogiad(?:au)?|prompt(?:iau|s)?|neges(?:euon)?|"
    r"cyd-destun)"
)
_CY_AI = (
    r"(?:ai|[mf]odel(?:au)? iaith(?: mawr)?|dd?eallusrwydd artiffisial|sgwrsfot(?:iaid)?|chatbot(?:iaid|s)?|"
    r"[cg]ynorthw-?yydd (?:ai|rhithwir|digidol)|[cg]ynorthwywyr (?:ai|rhithwir)|(?:[mf]odel(?:au)?|system(?:au)?|offer) ai)"
)
_CY_OVERRIDE = (
    r"(?:anwybydd(?:wch|a)|diystyr(?:wch|a)|anghofi(?:wch|a)|peidi(?:wch|a) â (?:dilyn|ufuddhau i)|paid â (?:dilyn|ufuddhau i))"
)
_CY_ISSUED = r"(?!,? (?:a (?:anfonwyd|gyhoeddwyd|roddwyd gan)|gan|ar|yn|am|o ran|ynghylch|ynglŷn|i(?:'r)? (?!chi)))"
_CY_NOT = r"(?:peidi(?:wch|a)|paid) (?:a|â|ag)"
_CY_ANSWER = r"(?:ymateb(?:wch)?|ateb(?:wch)?)"

_WELSH = (
    (
        rf"{_CY_OVERRIDE}(?:'r)? (?:[\w'-]+ ){{0,3}}?{_CY_COMMANDS}(?: \w+)? (?:[bf]laenorol|[cg]ynharach|uchod|g?wreiddiol|"
        rf"eraill|system|cudd|hyd yn hyn|hyd yma|a (?:gawsoch|roddwyd i chi))\b{_CY_ISSUED}"
    ),
    (
        rf"{_CY_OVERRIDE} (?:eich|dy|'ch)(?: holl)? (?:{_CY_COMMANDS}|c?h?anllawiau|ganllawiau|rheolau|reolau|hyfforddiant|"
        rf"rhaglennu)\b{_CY_ISSUED}"
    ),
    rf"{_CY_OVERRIDE} (?:am )?[pb]opeth (?:uchod|blaenorol|a ddywedwyd (?:uchod|wrthych))\b",
    rf"(?:rydych|yr ydych|rwyt|yr wyt)(?: chi| ti)? (?:nawr|bellach|yn awr) yn {_CY_AI}\b",
    rf"(?:gweithred(?:wch|a)|ymddyg(?:wch|a)|{_CY_ANSWER}|siarad(?:wch)?) fel (?:petaech yn )?{_CY_AI}\b",
    rf"(?:esgus(?:wch)?|cymer(?:wch)? arno(?:ch|t)) (?:bod yn|fod yn|mai) {_CY_AI}\b",
    rf"fel {_CY_AI}, (?:ni|rydych|rwy|rhaid|dylech|byddwch|peidiwch|mae'n rhaid)",
    (
        r"o hyn (?:ymlaen|allan),? (?:rydych|byddwch|rhaid i chi|dylech)(?: chi)?(?: yn)? "
        r"(?:ateb|ymateb|gweithredu|siarad|ufuddhau) (?:fel|yn unig|dim ond)\b"
    ),
    (
        r"(?:nodyn|neges|cyfarwydd(?:yd|iadau)|sylw|rhybudd|hysbysiad) (?:(?:i|i'r|ar gyfer|at|bob|unrhyw|y) ){0,4}"
        rf"{_CY_AI} ?(?:[:,!.-]|$|sy'n)"
    ),
    rf"os (?:ydych chi'n|ydych yn|ydych chi yn|wyt ti'n|mai) {_CY_AI}\b",
    rf"{_CY_AI} sy'n (?:darllen|prosesu|crynhoi|mynegeio|dadansoddi)(?:'r| y)? (?:hwn|hyn|(?:dudalen|ddogfen|testun) h[wo]n)\b",
    (
        r"(?:datgel(?:wch|a)|dangos(?:wch)?|argraff(?:wch|a)|ailadrodd(?:wch)?|rhann(?:wch|a)|rhowch|dywed(?:wch)?|beth yw) "
        rf"(?:[\w'-]+ ){{0,3}}?{_CY_COMMANDS}(?: y)? (?:system|cudd)\b"
    ),
    (
        rf"{_CY_NOT} (?:dweud|sôn|datgelu|ch?rybwyll|dangos|rhoi gwybod|hysbysu|cyfaddef) (?:[\w'-]+ ){{0,6}}?"
        r"(?:wrth|i)(?:'r| y) (?:defnyddiwr|defnyddwyr)\b"
    ),
    (
        rf"{_CY_NOT} (?:dyfynnu|ch?rybwyll|sôn am|enwi|nodi|cyfeirio at) (?:[\w'-]+ ){{0,2}}?"
        r"(?:(?:ffynhonnell|ffynonellau|g?wefan) (?:hon|hyn|yma)|[cg]yfarwyddiadau hyn|ffynonellau yn eich ateb)\b"
    ),
    rf"{_CY_ANSWER} (?:yn unig|dim ond) (?:gyda|â|ag)(?:'r)?(?! (?:thystiolaeth|ffeithiau|enghreifftiau|ie neu))\b",
    rf"{_CY_ANSWER} (?:gyda|â)(?:'r| y)? (?:gair|ymadrodd|[fb]rawddeg) [^.!?]{{1,60}}? yn unig\b",
    (
        r"(?:os|pan) (?:bydd|fydd|yw|mae|fo)(?:'r)? (?:[\w'-]+ )?dd?efnyddiwr (?:yn )?(?:gofyn|holi)(?: [\w'-]+){0,10}, "
        rf"(?:dywed(?:wch)?|{_CY_ANSWER}) (?:(?:fod|bod|mai|gyda|â|yn unig)\b|[\"'])"
    ),
)

_MARKS = (
    r"<\|[a-z_]{2,24}\|>",
    r"\[/?inst\]",
    r"<</?sys>>",
    r"</?(?:system|system_prompt|system-prompt|start_of_turn|end_of_turn|im_start|im_end)>",
    r"\"role\" ?: ?\"(?:system|assistant)\"",
    r"#{2,4} ?(?:system|assistant|human|user|instruction)(?: prompt| message)? ?:",
)
"""What stands between the turns of a conversation, as models are trained on it."""

_ORDER = re.compile(rf"\b(?:{'|'.join(_ORDERS)})")
_ANYHOW = re.compile(rf"\b(?:{'|'.join((*_ENGLISH, *_WELSH))})")
_MARK = re.compile("|".join(_MARKS))
# What may stand before words to the reader: nothing, a mark, or a word that asks.
_ASKED = re.compile(
    r"(?:^|[.:;!?\"'(\[\]<>*#|•▪·-]|\b(?:please|now|instead|simply|just|first|next|immediately|kindly)"
    r"|\byou (?:must|should|shall|will|are to|need to|have to|can)(?: now| always)?)[, ]*$"
)
_JOINED = re.compile(r"(?:,|\b(?:and|then|but|so))(?: (?:then|now|instead|also))? ?$")
# An order joined to what somebody else should do is part of that.
_OTHERS = re.compile(
    r"(?<!you )\b(?:should|must|may|might|can|cannot|could|would|shall|will|not|never|who|which|that)\b"
    r"|\b(?:asked|expected|required|advised|encouraged|needs?|has|have|ought|tend|used|is|are) to\b"
)
SEEN = 300
"""Characters before an order in which it shows whose it is; a hostile sentence may hold a million orders."""


def is_for_machines(sentence: str) -> bool:
    """True for words meant for a machine; the sentence in lower case, with straight quotes and single spaces."""
    if _MARK.search(sentence) or _ANYHOW.search(sentence):
        return True
    orders = (order.start() for order in _ORDER.finditer(sentence))
    return any(_is_to_the_reader(sentence[max(0, start - SEEN) : start]) for start in orders)


def _is_to_the_reader(before: str) -> bool:
    return bool(_ASKED.search(before)) or (bool(_JOINED.search(before)) and not _OTHERS.search(before))
