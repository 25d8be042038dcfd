"""Words that speak to a machine rather than to a reader ("ignore all previous instructions"), in English and Welsh.

Guidance is full of orders, so an order counts only where it is given to the reader of these very words and is of a kind
that no school can carry out: to forget instructions, to be another machine, to show a prompt, to answer in set words.
Quoting such an order counts as giving it: a reader loses a quotation by that, and no words.
"""

import re

_AI = (
    r"(?:a\.i\.|ai(?! (?:act|ambassador|ambition|champion|co-?ordinator|competen|education|ethic|expert|framework|governance|"
    r"governor|group|guidance|hub|lead|lesson|literacy|literate|manager|network|officer|pioneer|plan|polic|project|ready|research|"
    r"school|skill|special|strateg|team|tool|train|user|working|workshop)\w*)|artificial intelligence(?: system| model)?|"
    r"(?:large )?language models?|llms?|chat ?bots?|gpt[\w.-]*|dan\b(?! [a-z]+s?\b))"
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
# Instructions that a body issued, on some matter, are for people.
_NOBODYS = (
    r"(?! (?:issued|sent|published|given by|made by|by|from|on|about|in|for|of|regarding|relating|concerning|contained|"
    r"received|printed|which|that (?:we|were)))"
)
_OVERRIDE = r"(?:ignore|disregard|forget|override|bypass|discard|(?:do not|don't|stop|never) (?:follow(?:ing)?|obey(?:ing)?))"

_ORDERS = (
    rf"{_OVERRIDE} {_ALL}{_BEFORE}(?:system )?{_COMMANDS}\b{_NOBODYS}",
    rf"{_OVERRIDE} {_ALL}{_BEFORE}{_RULES}\b{_NOBODYS}",
    rf"{_OVERRIDE} {_ALL}{_COMMANDS}(?: and \w+)? (?:above|so far|before this|given (?:to you|above|earlier)|that came before|"
    r"you (?:were|have been|had been|are|have) (?:given|told|received|following))\b",
    rf"{_OVERRIDE} (?:all )?(?:of )?your (?:\w+ )?(?:{_COMMANDS}|{_RULES})\b{_NOBODYS}",
    r"(?:forget|ignore|disregard) (?:everything|anything|all(?: of)?(?: the)?(?: (?:text|words|content))?) (?:above|before this|"
    r"said (?:so far|before|above)|(?:that )?you (?:were|have been|had been) (?:told|taught|instructed)(?! about))\b",
    rf"(?:act|behave|respond|answer|pose|speak|operate|function)(?: only)? as (?:if you (?:are|were) )?(?:an?|the) {_ASSISTANT}\b",
    rf"(?:pretend|imagine) (?:to be|(?:that )?you(?:'re| are)) (?:an? )?(?:{_ASSISTANT}\b|free of (?:all )?(?:rules|restrictions))",
    r"(?:reveal|print|show|repeat|output|display|disclose|leak|tell me|share|give me|write out|copy|return) "
    r"(?:me )?(?:(?:all|everything|the text|of|in|every word) )*(?:your|the) (?:\w+ )?(?:system prompt|developer message|"
    r"hidden (?:prompt|instructions)|initial (?:prompt|instructions)|secret (?:prompt|instructions)|(?:original|full) prompt)\b",
    r"(?:respond|reply|answer|output) (?:to \w+ )?(?:only|exactly|solely|exclusively) with(?! (?:words|comments|evidence|"
    r"examples|facts|information|relevant|yes or no|a yes|your|a (?:number|letter|tick)|numbers|letters|one of))\b",
    r"(?:only|always|exclusively) (?:respond|reply|answer|output)(?: \w+){0,2} (?:with )?(?:the (?:word|phrase|sentence|string)\b|[\"'])",
    r"(?:send|post|upload|forward|exfiltrate) (?:\w+ ){0,4}?(?:chat history|conversation history|system prompt|api keys?|context window)\b",
    r"(?:enable|enter|activate|switch to) (?:dan|god|jailbreak|jailbroken|unrestricted|sudo) mode\b",
    r"treat (?:this|these|the following)(?: \w+){0,2} as (?:a |an |your |the )?(?:new )?(?:system|trusted|highest-priority|developer) "
    r"(?:prompt|message|instruction|command)s?\b",
)
"""Each begins with a verb, which must be an order to the reader."""

_ENGLISH = (
    rf"\byou are (?:now|no longer|actually|from now on),? (?:acting as )?(?:an?|the|my|our) {_ASSISTANT}\b",
    r"\byou are now (?:called )?dan\b|\byou are (?:now )?in (?:developer|dan|debug|god|jailbreak|unrestricted|maintenance) mode\b",
    r"\bfrom now on,? you (?:are|will|must|should|shall) (?:always |only |never )?(?:act as|behave as|pretend|obey|answer (?:only|as)|"
    r"respond (?:only|as)|reply (?:only|as)|speak (?:only |like |as )|answer every|ignore)",
    rf"\bas an? {_KIND}(?:large |ai )?language model\b",
    rf"\bas an? {_KIND}ai(?: assistant| model| chatbot| agent| system)?, (?:you|i|your|my)\b",
    rf"(?:^|[.!?:*#>|•▪·-] ?)(?:(?:note|message|instructions?|notice|memo|warning)s? (?:to|for)|attention|dear|hello|hey) "
    rf"(?:the |any |all |every )*{_ASSISTANT}(?: (?:assistants?|models?|agents?|systems?|crawlers?|readers?|summari[sz]ers?))?"
    r" ?(?:[:,!.-]|$|reading|processing|that|which|who)",
    rf"\bif you(?:'re| are) (?:an?|the|any) {_ASSISTANT}\b",
    r"\b(?:ai|llms?|language models?|chat ?bots?|bots?)(?: (?:assistants?|models?|agents?|systems?|tools?|crawlers?))? "
    r"(?:reading|processing|summari[sz]ing|indexing|parsing|analy[sz]ing) (?:this|these|the following)\b",
    r"\b(?:new|updated|real|actual|begin|end|start of|end of)(?: the)? system prompt\b|^system prompt ?:",
    r"\byour new (?:instructions|system prompt|directives?) (?:is|are)\b|\bwhat (?:is|are|was|were) your (?:system prompt|"
    r"(?:hidden|initial|system) instructions)\b",
    r"\b(?:do not|don't|never) (?:tell|inform|alert|notify|warn) the users?\b(?!')",
    r"\b(?:do not|don't|never) (?:mention|reveal|disclose|show|repeat|acknowledge) (?:\w+ ){0,4}?to the users?\b(?!')",
    r"\b(?:do not|don't|never) (?:mention|reveal|disclose|acknowledge|cite|quote) (?:this|these) (?:hidden |secret |system )?"
    r"(?:instructions?|prompts?|message)\b",
    r"\b(?:do not|don't|never) (?:cite|mention|quote|reference)(?: (?:or|and) (?:cite|mention|quote|link to))? (?:this|any other|any|other) "
    r"(?:sources?|pages?|websites?|citations?|documents?)(?: in (?:your|the) (?:answer|response|reply|output|summary)| when "
    r"(?:answering|responding|summari[sz]ing)| to the user)",
    r"\b(?:do not|don't|never) (?:cite|mention)(?: (?:or|and) (?:cite|mention|quote|link to))? this (?:source|web ?page|website)\b",
    r"\b(?:if|when|whenever) (?:the |a |any )?(?:user|human)s? (?:asks?|enquires?|says?|wants?)(?: [\w'-]+){0,10}, (?:always |you must |you should |only )?"
    r"(?:respond|reply|answer|say|state|claim|insist) (?:(?:that|with|only)\b|[\"':])",
    r"\bwhen asked(?: [\w'-]+){0,8}, (?:always |you must |only )?(?:respond|reply|answer) (?:that|with (?:the (?:word|phrase)|[\"'])|only)",
    r"\bdo anything now\b|\bjailbreak mode\b|\bsystem override\b",
    r"\b(?:system|developer|admin(?:istrator)?|root) (?:instruction|override|command)s? ?:",
)

_CY_COMMANDS = (
    r"(?:(?:c|g|ch)yfarwydd(?:iadau|yd)|g?orchmynion|anog(?:wr|iadau?|yddion)|ysgogiad(?:au)?|"
    r"prompt(?:iau|s)?|neges(?:euon)?|cyd-destun)"
)
_CY_AI = (
    r"(?:ai|(?:m|f)odel(?:au)? iaith(?: mawr)?|(?:d|dd)eallusrwydd artiffisial|sgwrsfot(?:iaid)?|chatbot(?:iaid|s)?|"
    r"(?:c|g)ynorthw-?yydd (?:ai|rhithwir|digidol|deallusrwydd artiffisial)|(?:c|g)ynorthwywyr (?:ai|rhithwir)|"
    r"(?:model(?:au)?|fodel(?:au)?|system(?:au)?|offer) ai)"
)
_CY_OVERRIDE = r"\b(?:anwybydd(?:wch|a)|diystyr(?:wch|a)|anghofi(?:wch|a)|(?:peidi(?:wch|a)|paid) (?:a|â) (?:dilyn|ufuddhau i))"
_CY_NOBODYS = r"(?!,? (?:a (?:anfonwyd|gyhoeddwyd|roddwyd gan)|gan|ar|yn|am|o ran|ynghylch|ynglŷn|i(?:'r)? (?!chi)))"

_WELSH = (
    rf"{_CY_OVERRIDE}(?:'r)? (?:[\w'-]+ ){{0,3}}?(?:y |yr |'r )?{_CY_COMMANDS}(?: \w+)? (?:[bf]laenorol|[cg]ynharach|uchod|"
    rf"g?wreiddiol|eraill|system|cudd|hyd yn hyn|hyd yma|a (?:gawsoch|roddwyd i chi))\b{_CY_NOBODYS}",
    rf"{_CY_OVERRIDE} (?:eich|dy|'ch)(?: holl)? (?:{_CY_COMMANDS}|chanllawiau|canllawiau|ganllawiau|rheolau|reolau|hyfforddiant|"
    rf"rhaglennu)\b{_CY_NOBODYS}",
    r"\b(?:anghofi(?:wch|a)|anwybydd(?:wch|a)|diystyr(?:wch|a)) (?:am )?(?:p|b)opeth (?:uchod|blaenorol|a ddywedwyd (?:uchod|wrthych))",
    rf"\b(?:rydych chi|rydych|yr ydych|rwyt ti|yr wyt ti) (?:nawr|bellach|yn awr) yn {_CY_AI}\b",
    rf"\b(?:gweithred(?:wch|a)|ymddyg(?:wch|a)|ymateb(?:wch)?|ateb(?:wch)?|siarad(?:wch)?) fel (?:petaech yn )?{_CY_AI}\b",
    rf"\b(?:esgus(?:wch)?|cymer(?:wch)? arno(?:ch|t)) (?:bod yn|fod yn|mai) {_CY_AI}\b",
    rf"\bfel {_CY_AI}, (?:ni|rydych|rwy|rhaid|dylech|byddwch|peidiwch|mae'n rhaid)",
    r"\bo hyn (?:ymlaen|allan),? (?:rydych|byddwch|rhaid i chi|dylech)(?: chi)?(?: yn)? (?:ateb|ymateb|gweithredu|siarad|ufuddhau) "
    r"(?:fel|yn unig|dim ond)",
    r"(?:^|[.!?:*#>|•▪·-] ?)(?:nodyn|neges|cyfarwydd(?:yd|iadau)|sylw|rhybudd|hysbysiad) (?:(?:i|i'r|ar gyfer|at|bob|unrhyw|y) )*"
    rf"{_CY_AI} ?(?:[:,!.-]|$|sy'n)",
    rf"\bos (?:ydych chi'n|ydych yn|ydych chi yn|wyt ti'n|mai) {_CY_AI}\b",
    rf"\b{_CY_AI} sy'n (?:darllen|prosesu|crynhoi|mynegeio|dadansoddi)(?:'r)? (?:hwn|hyn|y (?:dudalen|ddogfen|testun) hon|dudalen hon|testun hwn)",
    r"\b(?:datgel(?:wch|a)|dangos(?:wch)?|argraff(?:wch|a)|ailadrodd(?:wch)?|rhann(?:wch|a)|rhowch|dywed(?:wch)?|beth yw) "
    r"(?:[\w'-]+ ){0,3}?(?:anogwr|anogiad|prompt|ysgogiad|neges|(?:c|g|ch)yfarwyddiadau)(?: y)? (?:system|cudd)\b",
    r"\b(?:peidi(?:wch|a)|paid) (?:a|â|ag) (?:dweud|sôn|datgelu|crybwyll|chrybwyll|dangos|rhoi gwybod|hysbysu|cyfaddef) "
    r"(?:[\w'-]+ ){0,6}?(?:wrth|i)(?:'r| y) (?:defnyddiwr|defnyddwyr)\b",
    r"\b(?:peidi(?:wch|a)|paid) (?:a|â|ag) (?:dyfynnu|crybwyll|chrybwyll|sôn am|enwi|nodi|cyfeirio at) (?:[\w'-]+ ){0,2}?"
    r"(?:(?:ffynhonnell|ffynonellau|gwefan|wefan) (?:hon|hyn|yma)|(?:c|g)yfarwyddiadau hyn|ffynonellau yn eich ateb)",
    r"\b(?:ymateb(?:wch)?|ateb(?:wch)?) (?:yn unig|dim ond) (?:gyda|â|ag)(?:'r)?(?! (?:thystiolaeth|ffeithiau|enghreifftiau|ie neu))\b",
    r"\b(?:ymateb(?:wch)?|ateb(?:wch)?) (?:gyda|â)(?:'r| y)? (?:gair|ymadrodd|frawddeg|brawddeg) [^.!?]{1,60}? yn unig",
    r"\b(?:os|pan) (?:bydd|fydd|yw|mae|fo)(?:'r)? (?:[\w'-]+ )?(?:d|dd)efnyddiwr (?:yn )?(?:gofyn|holi)(?: [\w'-]+){0,10}, "
    r"(?:dywed(?:wch)?|ateb(?:wch)?|ymateb(?:wch)?) (?:fod|bod|mai|gyda|â|yn unig|[\"'])",
)

_MARKERS = (
    r"<\|[a-z_]{2,24}\|>",
    r"\[/?inst\]",
    r"<</?sys>>",
    r"^#{2,4} ?(?:system|assistant|human|user|instruction)(?: prompt| message)? ?:",
    r"</?(?:system|system_prompt|system-prompt|start_of_turn|end_of_turn|im_start|im_end)>",
    rf"^(?:system|assistant|user|human) ?: ?(?:you are|from now|respond|{_OVERRIDE})\b",
    r"[\"']role[\"'] ?: ?[\"'](?:system|assistant)[\"']",
)
"""Marks between the turns of a conversation, as models are trained on them."""

_ORDER = re.compile("|".join(_ORDERS))
_ANYHOW = re.compile("|".join((*_ENGLISH, *_WELSH, *_MARKERS)))
# What may stand before an order to the reader: nothing, a mark, or a word that asks.
_ASKED = re.compile(
    r"(?:^|[.:;!?\"'(\[\]<>*#|•▪·-]|\b(?:please|now|instead|simply|just|first|next|immediately|kindly)"
    r"|\byou (?:must|should|shall|will|are to|need to|have to|can)(?: now| always)?)[, ]*$"
)
_JOINED = re.compile(r"(?:,|\b(?:and|then|but|so))(?: (?:then|now|instead|also))? ?$")
# An order joined to what somebody else should do is part of that.
_OTHERS = re.compile(
    r"(?<!you )\b(?:should|must|may|might|can|cannot|could|would|shall|will)\b|"
    r"\b(?:asked|expected|required|advised|encouraged|needs?|has|have|ought|tend|used|is|are) to\b|\b(?:not|never|who|which|that)\b"
)


def is_for_machines(sentence: str) -> bool:
    """True for words meant for a machine; the sentence in lower case, with straight quotes and single spaces."""
    if _ANYHOW.search(sentence):
        return True
    return any(_is_to_the_reader(sentence[: order.start()]) for order in _ORDER.finditer(sentence))


def _is_to_the_reader(before: str) -> bool:
    return bool(_ASKED.search(before)) or (bool(_JOINED.search(before)) and not _OTHERS.search(before))
