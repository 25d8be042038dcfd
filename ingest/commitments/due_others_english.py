"""English words that tell of a time gone by, or of a time that comes round: `the letter I had on Monday`, `than in May`.

A day behind them is that of another thing than the promise, whatever stands between them; does not judge a day that must be
yet to come (`in June 2027`), since what was done cannot have been done then.
"""

import re
from datetime import date

from corpus.commitment import Due, Operator

_PAST = (
    r"(?:(?!(?:need|speed|feed|exceed|proceed|succeed|indeed|hundred)\b)\w{2,}ed|was|were|had|did|made|gave|got|sent|met|saw|"
    r"said|"
    r"told|took|came|went|began|kept|ran|held|led|left|lost|won|wrote|paid|bought|built|brought|found|heard|chose|spoke|sat|"
    r"stood|fell|rose|drew|grew|taught|thought|laid)"
)
_DONE = (
    r"(?:sent|given|made|handed|lodged|tabled|laid|submitted|received|returned|lost|found|bought|opened|closed|shut|begun|"
    r"started|launched|held|agreed|published|announced|issued|promised|passed|signed|raised|written|released|collected|"
    r"trained|appointed|elected|awarded|allocated|approved|paid|spent|damaged|flooded|destroyed|built|installed|created|"
    r"established|dropped|withdrawn|suspended|taken|told|asked|reported|identified|recorded|gathered|completed|commissioned|"
    r"delivered|enrolled|registered|affected|transferred|born|reached|drawn|abandoned|cancelled|postponed|condemned|"
    r"introduced|adopted|tested|discussed|recommended|proposed|sold|stolen|moved|turned down|left over|set aside|set out|"
    r"set up|put forward|taken on|laid off|described|rejected|accepted|ordered|granted|offered|won|chosen|picked|selected|"
    r"borrowed|planted|printed|sat|done|carried out|conducted|undertaken|drawn up|called off|hurt|killed|seen|heard|taught|"
    r"put by|"
    r"put aside|earmarked)"
)
_NO_NOUN = (
    r"be|been|being|is|are|was|were|'s|'re|get|gets|got|getting|have|has|had|having|'ve|and|or|but|then|also|now|will|shall|"
    r"not|"
    r"to|it|them|him|her|us|me|you|all|both|each|just|soon|\w+ly|further|first"
)
_NO_VERB = (
    r"(?! (?:come|comes|go|goes|starts?|opens?|begins?|ends?|closes?|is|are|have|has|be|will|takes?|gets?|returns?|runs?|begin|"
    r"available|ready|complete|free|works?|moves?|receives?)\b)"
)
"""What goes on about the promise itself: `the reforms agreed with the unions come into force in June`."""
_TAIL = (
    rf"(?: (?:up|out|down|off|over|back|in|for|to|by|at|with|from|on|of|under|as|against)(?:{_NO_VERB} [\w'()£&-]+){{0,5}}?)?"
)
_AWARE = r"(?:(?:\w+ly|first|last|not|already|then|since) )?"
_REDUCED = re.compile(rf"(?<![\w'])(?!(?:{_NO_NOUN}) )[\w')]+,? {_AWARE}{_DONE}{_TAIL} \Z", re.IGNORECASE)
"""A noun and what was done to it: `the papers sent to the council in October`."""
_CAUSES = re.compile(r"(?:be )?(?:have|having|get|getting|see|seeing|want|need|keep|keeping|like)\b", re.IGNORECASE)
"""Verbs behind which the same words are what is promised: `have the hall opened in June`."""
_WHO = r"(?:I|we|they|he|she|you|it|there|this|that|those|these)"
_SOMEBODY = rf"(?:{_WHO}|(?:the|our|my|their|its|his|her|your) [\w']+|(?-i:[A-Z])[\w']+)"
_OPENERS = rf"(?:who|that|which|what|where|when|how|whatever)(?: {_SOMEBODY})?|(?:what|where|when|how|whatever) \w+s"
_BEFORE_VERB = r"(?:\w+ly |first |last |then |also )?"
_TOLD = re.compile(
    rf"\b(?:{_OPENERS}) {_BEFORE_VERB}(?:had |'d )?{_PAST}\b(?:{_NO_VERB} [\w'()£&-]+){{0,10}} \Z|"
    rf"(?<=[a-z]) (?:I|we|they|he|she|you|it) {_BEFORE_VERB}(?:had )?{_PAST}\b(?:{_NO_VERB} [\w'()£&-]+){{0,6}} \Z",
    re.IGNORECASE,
)
"""A clause of what came about: `the children who wrote to me in March`, `the offer it made in May`."""
_SO_FAR = re.compile(
    rf"\b(?:{_OPENERS}) ?(?:have|has|'ve|'s)(?: (?:\w+ly|just|been|not|also|since))* (?!to\b)[\w-]+"
    rf"(?:{_NO_VERB} [\w'()£&-]+){{0,10}} \Z",
    re.IGNORECASE,
)
"""What has come about has no day of its own, but may be of a time that still runs: `what has come in this year`."""
_RUNS_STILL = re.compile(r"(?:(?:in|during|over|for) )?(?:this|today|the last)\b", re.IGNORECASE)
CARRIES = re.compile(r"(?:be )?(?:extend|expand|widen|spread|move|bring|take|roll)\w*\b.* to [^,;]*\Z", re.IGNORECASE)
"""As in `extend the pilot that we ran in Gwent to all of Wales`: what goes to somewhere goes there then."""
_LIKENED = re.compile(
    rf"\bas (?:{_WHO}|(?:the|our|my|their|its|his|her) [\w' ]{{2,30}}?)(?: \w+ly)? (?:do|does|has|have|{_PAST})\b[^,;]*\Z|"
    rf"\bas (?:was|were) [^,;]*\Z|\b(?<!soon )(?<!well )as \Z|\bthan (?:those |that )?\Z|"
    rf"\b(?:than|as)(?: {_WHO})?(?: (?:was|were|did|had|got|have))(?: [\w']+){{0,3}} \Z",
    re.IGNORECASE,
)
"""What a promise is likened to: `as I did in May`, `more than in June`, `as it stood on 1 June`."""
_NOT_THEN = re.compile(
    r"\b(?:rather than|instead of|and not|but not|in place of)(?: [\w']+){0,2} \Z|"
    r"\b(?:wait|waits|waiting|put it off|hold on|hold off)(?: [\w']+){0,5} \Z|\bborn \Z",
    re.IGNORECASE,
)
"""A time that it will not be, or of somebody's birth: `rather than in June`, `I won't let them wait until 2028`."""
_CAUSED = re.compile(
    r"\b(?:in view of|owing to|because of|as a result of|resulting from|arising from|on the basis of|in accordance with|"
    r"mindful of|"
    r"in memory of|left over from|in case|up from|down from|as opposed to|over and above|in contrast to|in return for|"
    r"in keeping with|thanks to|in recognition of|out of respect for|prompted by|to make up for)"
    r" [^,;]*\Z",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?<!be )(?<!is )(?<!are )(?<!by )(?<!and )\b(?:ending|closing|expiring|finishing|lapsing|retiring|taking place|"
    r"coming to an end|running out|falling due)(?: [\w']+){0,2} \Z|"
    rf"(?<![\w'])(?!(?:{_NO_NOUN}|still) )[\w')]+,? (?:due|expected|scheduled|timetabled)(?: (?:out|back|here|to \w+))? \Z",
    re.IGNORECASE,
)
"""What another thing does then: `the consultation closing on 5 December`, `the report due in June`."""
_TITLE = re.compile(
    r"\b(?:(?i:plan|strategy|policy|vision|programme|scheme|campaign|report|guidance|guide|framework|paper|charter|code|"
    r"handbook|"
    r"roadmap|mission|book|statement|initiative|document|project|pledge|review|agenda)s?(?:,| called| entitled| titled| named|"
    r",? known as)) (?:[A-Z][\w'-]*)(?: (?:[A-Z][\w'-]*|of|to|for|the|and|in|by|on|a|with|from|our|at|up|-))* \Z"
)
"""The name of a plan, in which a year may stand: `our plan, Ready by 2028, will …`."""
_NAMED_BEHIND = re.compile(
    r" (?:budget|settlement|newsletter|edition|issue|figures|results|review|vote|debate|census|count|survey|floods?|storms?|"
    r"fire|"
    r"agreement|decision|announcement|letter|disputes?|strikes?|riots|accident|statistics|prices|levels|terms|deadline|"
    r"mornings|afternoons|evenings|nights)\b",
    re.IGNORECASE,
)
"""What is named by its time: `the October budget`, `on Friday afternoons`."""
_SAID_BY_OTHERS = re.compile(
    r",? (?:and|but|as|though|although) (?!(?:I|we)\b)[^,;]{2,40} (?:(?:tells?|says?|said|expects?|hopes?|reckons?|thinks?)\b|"
    r"(?:promises?|intends?|plans?|wants?) (?:to|that|it|this)\b)[^,;]*\Z|"
    r"\b(?:you|they|he|she) (?:hope|plan|want|expect|intend|wish|mean|need)s? to [^,;]*\Z|"
    rf"\bwhich {_SOMEBODY} (?:tells?|says?|said|told|expects?|hopes?|reckons?|thinks?)(?: (?:me|us))? [^,;]*\Z",
    re.IGNORECASE,
)
"""What somebody else says of it: `when it comes, and the police tell me that will be in December`."""
_PEOPLE = re.compile(
    r"\b(?:those|anyone|everyone|everybody|pupils?|children|teachers?|students?|learners?|people|families|staff|apprentices?|"
    r"trainees?|leavers|candidates?) (?!being\b)\w+ing(?: [\w']+){0,6} \Z",
    re.IGNORECASE,
)
"""People by what they do then: `pupils sitting an examination in June`."""
_COVERED = re.compile(r"\b(?:year|quarter|period|months|weeks|years|days)(?: ending| ended)? \Z", re.IGNORECASE)
"""What a thing covers: `the accounts for the year to March`."""
_COMES_ROUND = re.compile(r",? (?:of |in )?(?:each|every) (?:calendar |school |financial )?year\b", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:each|every) (?:calendar |school |financial )?(?:year|term|month|week)(?: thereafter| after that)?,? \Z"
)
_RELATIVE_DAY = re.compile(r"\b(?:next|coming|following|this)\b", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d|\b(?:next|coming|following)\b", re.IGNORECASE)
_QUOTE_BEFORE, _QUOTE_BEHIND = re.compile(r'\w,? "[A-Z0-9][^"]{0,40}\Z'), re.compile(r'[^"]{0,30}"')
"""A title in quotation marks around a day: `the plan "Ready by 2028" will`."""


def is_past_deed(before: str, due: Due, made_on: date | None) -> bool:
    """Whether the words before a day tell what was done then; False of a day that cannot have been past."""
    if _YEAR.search(due.words) and made_on is not None and due.first is not None and due.first > made_on:
        return False
    if due.operator in {Operator.BY, Operator.UNTIL, Operator.FROM}:
        return False
    if _RUNS_STILL.match(due.words) and _SO_FAR.search(before):
        return True
    return bool(_TOLD.search(before) or (_REDUCED.search(before) and not _CAUSES.match(before)))


def is_set_by(before: str) -> bool:
    """Whether what stands before `for 2026-27` tells of money or places set aside for that time."""
    return any(pattern.search(before) for pattern in (_REDUCED, _TOLD, _SO_FAR))


def is_of_another(before: str, due: Due, behind: str) -> bool:
    """Whether a day is one that the promise is likened to, will not have, is caused by, or that another thing ends on."""
    if _NOT_THEN.search(before) or _TITLE.search(before) or (_QUOTE_BEFORE.search(before) and _QUOTE_BEHIND.match(behind)):
        return True
    if due.operator is Operator.UNTIL and _COVERED.search(before) and due.words[:2].casefold() in {"to", "up"}:
        return True
    if due.operator in {Operator.BY, Operator.UNTIL}:
        return False
    return any(pattern.search(before) for pattern in (_ENDING, _LIKENED, _CAUSED, _SAID_BY_OTHERS, _PEOPLE))


def comes_round(before: str, due: Due, behind: str) -> bool:
    """Whether a day comes again and again, or only names a thing: `in June each year`, `from Monday to Friday`."""
    if due.rule in {"weekday-to", "weekday-near-to"}:
        return _RELATIVE_DAY.search(due.words) is None
    if (due.operator in {Operator.ON, Operator.BY} or due.rule == "pointed") and (
        _COMES_ROUND.match(behind) or _ROUND.search(before)
    ):
        return True
    return _NAMED_BEHIND.match(behind) is not None
