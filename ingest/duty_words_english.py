"""The English words of duty: what must, should, may and needs are written as, and what looks like them and is none.

Does not read a sentence: `duty_english.py` does.
"""

import re
from typing import NamedTuple

from corpus.duty import Level


class Modal(NamedTuple):
    """Words that set a level."""

    rule: str
    level: Level
    pattern: str
    word: str
    """The word of a document's key that they stand under."""


_BE = r"(?:is|are|be|remains?|will be|shall be)"
_HAVE = r"(?:has|have|will have)"
_ADVERB = (
    r"(?: (?:also|therefore|now|both|still|only|legally|statutorily|always|normally|usually|ordinarily|generally|each|all|"
    r"in turn|thereby|further|strongly|actively|particularly|especially|expressly|again))*"
)
_LAWFUL = r"(?:(?:clear|general|statutory|legal|specific|continuing|similar|parallel|joint|particular|separate|further) )*"
MODALS = (
    Modal("must", Level.MUST, r"must(?:(?: also| always| therefore| still| in any case| at all times)? not\b|n't\b)?", "must"),
    Modal("shall", Level.MUST, r"shall(?: not\b)?", "shall"),
    Modal(
        "required-to",
        Level.MUST,
        rf"{_BE}(?: not)?{_ADVERB} (?:required|obliged|bound)(?: (?:by|under) (?!\w+ing)[\w' ()]{{2,60}}?)? (?:not )?to",
        "must",
    ),
    Modal(
        "duty-to",
        Level.MUST,
        rf"{_HAVE}{_ADVERB} (?:a|an|the) {_LAWFUL}(?:duty|obligation)(?:,? under [^,;.]{{3,90}}?,?)? (?:not )?to",
        "must",
    ),
    Modal("under-duty", Level.MUST, rf"{_BE}{_ADVERB} under (?:a|an) {_LAWFUL}(?:duty|obligation) (?:not )?to", "must"),
    Modal("have-to", Level.MUST, rf"(?:has|have|will have){_ADVERB} to(?! do with)", "must"),
    Modal(
        "requirement",
        Level.MUST,
        rf"(?:[Ii]t is|[Tt]here is) (?:a|an) {_LAWFUL}(?:requirement|duty|obligation) (?:for|"
        rf"on|upon) (?P<object>[\w' -]{{3,70}}?) to",
        "must",
    ),
    Modal(
        "requires",
        Level.MUST,
        r"(?:requires|obliges|(?<=[Rr]egulations )require|(?<=Regulations \d\d\d\d )require) (?P<object>[\w' -]{3,70}?) "
        r"to",
        "must",
    ),
    Modal("not-allowed", Level.MUST, rf"{_BE} (?:not|never) (?:permitted|allowed|entitled|free) to", "may"),
    Modal("should", Level.SHOULD, r"should(?:(?: also| always| therefore| normally| ordinarily)? not\b|n't\b)?", "should"),
    Modal("ought", Level.SHOULD, r"ought (?:not )?to", "should"),
    Modal("expected-to", Level.SHOULD, rf"{_BE}(?: not)?{_ADVERB} expected (?:not )?to", "should"),
    Modal(
        "encouraged-to",
        Level.SHOULD,
        rf"{_BE}{_ADVERB} (?:encouraged|advised|urged|asked|recommended|reminded) (?:not )?to",
        "should",
    ),
    Modal(
        "expects",
        Level.SHOULD,
        r"(?:expects|encourages|urges|advises|asks|(?:(?<=[Ww]e )|(?<=[Mm]inisters ))(?:expect|"
        r"encourage|urge|advise|ask)) (?P<object>[\w' -]{3,70}?) (?:not )?to",
        "should",
    ),
    Modal("may", Level.MAY, r"may(?: not\b)?", "may"),
    Modal("permitted-to", Level.MAY, rf"{_BE}{_ADVERB} (?:permitted|allowed|entitled|free) to", "may"),
    Modal("power-to", Level.MAY, rf"{_HAVE}{_ADVERB} (?:a|an|the) {_LAWFUL}(?:power|powers|right|option|discretion) to", "may"),
    Modal("powers-to", Level.MAY, rf"{_HAVE}{_ADVERB} powers to", "may"),
    Modal(
        "can-choose",
        Level.MAY,
        r"can(?=(?: also)? (?:choose|decide|opt|apply|appeal|refuse|ask|request|delegate|claim|charge)\b)",
        "may",
    ),
    Modal(
        "cannot",
        Level.MUST,
        r"(?:cannot|can not|can't)(?= (?:be )?(?:charged?|refused?|delegated?|insist|excluded?|"
        r"use|hold|vote|serve|require[ds]?|claim|made|appointed)\b)",
        "may",
    ),
    Modal("need-to", Level.NEEDS, rf"(?:will need|needs?){_ADVERB} to", "need"),
)
"""In order: of two that begin at one place, the first."""
PATTERN = re.compile(
    "|".join(rf"(?P<m{n}>\b{re.sub(r'P<object>', f'P<object{n}>', modal.pattern)}\b)" for n, modal in enumerate(MODALS))
)
ABSENCE = re.compile(
    r"\bnot (?:\w+ )?(?:required|obliged|bound|expected) to|\b(?:do|does|did|will|would|"
    r"should|need|may|must) not$|\bn't$|\bno longer$|\bnot$",
)
"""What takes a duty away, in the modal or before it: `are not required to`, `do not have to`."""
UNREAL = re.compile(
    r"\b(?:would|could|might|can|cannot|may|did|used|likely|if they|if it|as they|what they|all they|that they|they may|to)$|"
    r"\b(?:not|why|how|what|whether|than|as|much|little) (?:\w+ )?$",
    re.IGNORECASE,
)

_HARD = (
    r"(?:very |so |extremely |quite |particularly |too |most |more |much |far |incredibly )*(?:difficult|"
    r"hard(?:er|est)?|frustrating|tempting|worrying|"
    r"true|easy|easier|obvious|clear (?:that|by|from|to)|evident|apparent|tough|exhausting|"
    r"strange|odd|said|admitted|noted|remembered|recalled|"
    r"stressed|recognised|acknowledged|emphasi[sz]ed|borne in mind|conceded|understood|"
    r"pointed out|something|proud|pleased|aware of the|confusing|"
    r"daunting|upsetting|distressing|wondering|thinking|feeling|getting|doing something)"
)
CHANGES = re.compile(
    r"^(?:not )?(?:rise|grow|fall|improve|increase|close|change|stop|end|come first|"
    r"continue)(?: (?!by\b)[\w ]+)?$",
    re.IGNORECASE,
)
"""What things are only wished to do: `Standards must rise`."""
NOT_MUST = re.compile(
    rf"^(?:be {_HARD}|have (?:been|felt|seemed|thought|wondered|known|noticed|missed|"
    rf"come|had|cost|taken|looked|sounded|heard|meant|gone|left|made)\b|"
    r"(?:seem|feel|mean|wonder|surely|come (?:as|from)|look|sound|cost|know|think|never forget|"
    r"again|do (?:more|better)|go further|confess|admit|"
    r"say that|say how|thank|apologise|pay tribute|(?:all )?(?:recognise|remember|accept|"
    r"acknowledge) (?:that|how|what)|be -|-|have$|see\b(?! that)))\b",
    re.IGNORECASE,
)
NOT_SHOULD = re.compile(
    rf"^(?:be (?:{_HARD}|possible to|better (?:off|able)|quicker|straightforward|familiar|"
    rf"no surprise|fine|of (?:interest|help|use) to|"
    r"enough|sufficient|welcomed|congratulated|proud|commended|read (?:with|alongside|"
    r"in conjunction)|seen as|thanked|praised|felt|visible by)|"
    r"(?:also )?(?:benefit|see (?:a|an|the|more|fewer|less|better|improve\w*|benefits?|"
    r"results?|that|how|some|this)|improve\b(?! the\b| its\b| their\b)|help|mean|lead to|"
    r"result|bring (?:about|benefits?)|become|feel|"
    r"notice|find (?:it|this|that|the|these)|enjoy|expect|rise|fall|grow|last|cost|arrive|"
    r"reduce(?! the (?:cost|price))|increase|come as|go (?:down|up)|gain|experience|"
    r"make (?:it|life|a difference|sure of|things|good progress|progress)|"
    r"allow|enable|give rise|free up|save|take (?:about|around|no more than|less than|"
    r"between|up to|only)|encourage (?=more)|strengthen|lower|raise|thank|like|apply to most|"
    r"suffice|work|settle|remain (?:low|high)|prove|"
    r"have (?:been|known|done|come|gone|felt|had|benefit\w*|improved)|the|an?|you|any|"
    r"there|this|it|they|pupils|schools|parents|more)\b)",
    re.IGNORECASE,
)
NOT_MAY = re.compile(
    r"^(?:be (?:that|able|unable|affected|due|harder|easier|difficult|hard|helpful|useful|"
    r"necessary|needed|required|possible|impossible|appropriate|worth|worried|anxious|"
    r"tempted|"
    r"aware|unaware|familiar|surprised|under|at|in|out|on|a|an|the|some|more|less|one|"
    r"no|several|other|too|very|so|because|delayed|disrupted|missed|lost|reluctant|concerned|"
    r"subject to|"
    r"interested|expected|better|best|older|younger|new|known|seen|many|few|caused|cases|"
    r"times|closed because|frightened|upset|left|struggling|finding|facing|experiencing|"
    r"eligible|entitled|hurt|injured|harmed|ill|unwell|late|absent|cold|hot|wet|tired|"
    r"unsure|different|available|called|based|small|large|short|long|hidden|referred to)\b|"
    r"(?:also |well |already |still |sometimes |not |even |then |only |now |simply |"
    r"never |often |have to|need|needs|feel|find|struggle|experience|face|mean|help|"
    r"lead|cause|affect|require\b(?! (?:a|an|the|any|parents|schools|pupils)\b)|result|"
    r"take (?:time|longer|many|some|several|weeks|months|place)|"
    r"seem|appear|become|lack|include|involve|arise|occur|happen|vary|differ|change|"
    r"come (?:as|from|under|to)|come$|fall|rise|suffer|benefit|depend|know|think|believe|"
    r"see|like|want|prefer|"
    r"miss|lose|get|receive|contain|look|sound|suggest|indicate|reflect|explain|contribute|"
    r"increase|reduce|improve|continue to|already|go$|grow|cost|remember|recall|recogni[sz]e|"
    r"exist|remain|hold (?:the )?(?:back|view)|show|present|prove|apply\b(?! (?:to|for|"
    r"in)\b)|no longer|"
    r"have(?! (?:regard|a|an|one|two|more|up to|no more)\b)|have (?:a (?:right|need|"
    r"good|bad|number|role|history|condition|disability|view|concern|significant|negative|"
    r"positive|large|different|greater|serious|lasting|long|major|big|small|real|direct|"
    r"particular|lot|poor|strong)|an (?:effect|impact|interest|influence|additional))|"
    r"hear|come|live|die|\d|\.|$)\b)",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:said|told|argued|argues|felt|feels|thought|thinks|believed|believes|suggested|"
    r"claimed|complained|commented|noted that|wrote|responded|"
    r"(?<!is )proposed|respondents?|consultees?|critics|heard|wondered|pointed out|replied|"
    r"asked (?:that|whether|why|if)|wished|hoped|insisted|agreed that|took the view|"
    r"in (?:his|her|their) view|were of the view|maintained that|answered|remarked|warned)\b",
    re.IGNORECASE,
)
"""Words that make what follows somebody's opinion."""
LAWFUL = re.compile(
    r"\b(?:law|Act|Measure|regulations?|Regulations|Order|code|Code|section \d+|guidance|court|tribunal|ministers agreed)\b"
)
EMBEDDED = re.compile(
    r"(?:^|\s)(?:what|how|whether|why|if|which|whom?|than|as|whatever|however much)(?: (?:else|"
    r"and how|and when|often|far|long|much|many \w+|\w+ \w+))?$",
    re.IGNORECASE,
)
"""Words right before a subject that make a question or comparison of it: `sets out how schools should …`."""
ASKED_ABOUT = re.compile(
    r"\b(?:the|these|those|all|any|some|other|more|further|many|several|two|three|four|"
    r"five|six|seven|of|key|main)?\s?(?:steps|things|actions?|ways?|matters|issues|factors|"
    r"points?|"
    r"information|time|day|date|everything|anything|something|nothing|all|areas|topics|"
    r"questions|skills|support|evidence|reasons?|measures|extent|minimum|records|duties|"
    r"rules|"
    r"procedures|principles|process|arrangements|standards?|outcomes|approach|level|role|first thing|only thing)$",
    re.IGNORECASE,
)
"""Things that a clause without `that` hangs on: `the steps schools should take`."""
EXAMPLE = re.compile(r"^(?:for example|for instance|e\.g\.|example[: ]|an example|imagine|suppose|case study)", re.IGNORECASE)
KEEPS_OPEN = re.compile(
    r"^(?:not )?(?:also )?(?:include|contain|cover|set out|show|state|specify|describe|"
    r"list|say|reflect|exceed|last|be (?:in|on|at|no|as|clear|short|available|signed|"
    r"up|part|based)|comply|meet)\b",
    re.IGNORECASE,
)
"""Verbs with which a thing is the subject of a duty: `The plan should include …`."""
