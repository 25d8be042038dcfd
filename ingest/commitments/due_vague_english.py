"""English words for a time that no calendar fixes, `shortly`, `when pupils return`; names no days."""

from functools import partial

from corpus.commitment import Grain
from ingest.commitments.due_days_english import vague
from ingest.commitments.due_parts_english import ANY_CASE, rule

_WHO = (
    r"(?:we|they|you|it|the Senedd|this Senedd|the Chamber|Parliament|Members|pupils|schools?|children|learners|teachers|"
    r"students|everyone|everybody|staff|colleges?|trainees|apprentices|lessons|(?:the )?(?:new )?term|the (?:new )?school year|"
    r"(?:the|this|that|its|the Senedd's) committee|the (?:schools|pupils|children|colleges|clocks|Committee|teachers))"
)
_BREAKS = (
    r"(?:all )?(?:rises?|breaks? up|comes? back|returns?|goes back|go back|is back|are back|resumes?|reconvenes?|meets? again|"
    r"sits? again|finish(?:es)?|starts? back|gets? back|reopens?|starts?|begins?|close(?=s? for)s?|come back|(?:go|change)s?\b)"
)
_FOR = (
    r"(?: (?:for|after|from)(?: the| their| its)?(?: (?:summer|Christmas|Easter|February|May|October|half[- ]term|autumn|"
    r"spring|winter|holidays?|recess|break))+)?(?: (?:back|forward))?(?: in (?:the )?(?-i:January|February|March|April|"
    r"May|June|July|"
    r"August|September|October|November|December|spring|summer|autumn|winter|new year))?"
)
_BREAK = r"(?:spring |summer |autumn |winter |Easter |Christmas |February |May |Whitsun |October |half[ -]term )"
VAGUE = (
    rule("vague-new-year", Grain.VAGUE, r"(?:early in )?(?:the )?[Nn]ew [Yy]ear\b(?!'s)", partial(vague, 60)),
    rule(
        "vague-soon",
        Grain.VAGUE,
        r"(?:very |quite |pretty |fairly )?(?:shortly|soon|straight away|straightaway|imminently)\b(?! (?:as|after|before|be "
        r"followed))|at once\b(?!,)|forthwith\b|before long\b|(?:within|in) (?:days|weeks|a matter of (?:days|weeks)|"
        r"the next few days)\b",
        partial(vague, 42),
        flags=ANY_CASE,
    ),
    rule(
        "vague-course",
        Grain.VAGUE,
        r"in due course\b|in (?:good )?time\b(?! for(?! (?:any(?:body|one)|every(?:body|one)|people|those|them|you)\b))|"
        r"over time\b|at a later (?:date|stage)\b|in the fullness of time\b|"
        r"when the time comes\b|at the appropriate time\b",
        partial(vague, 180),
        flags=ANY_CASE,
    ),
    rule(
        "vague-coming",
        Grain.VAGUE,
        r"(?:the )?(?:coming|next (?:few|couple of|several)|following|next) (?:days|weeks|months|period|years|terms)\b|"
        r"(?:the )?(?:near|foreseeable|not too distant) future\b|(?:the )?(?:coming|next) (?:weeks|days) (?:and|or) months\b|"
        r"(?:the )?(?:weeks|months|years) (?:ahead|to come)\b|(?:the )?(?:medium|longer|long|short) term\b(?!-)|"
        r"the next (?:stage|phase)\b",
        partial(vague, 60),
        flags=ANY_CASE,
    ),
    rule(
        "vague-possible",
        Grain.VAGUE,
        r"as soon as (?:possible|we can|practicable|is practicable|reasonably practicable|I can|parliamentary time allows)\b|"
        r"at the earliest (?:possible )?(?:opportunity|convenience)\b|when (?:Senedd|parliamentary|"
        r"legislative) time allows\b|without (?:further )?delay\b|as quickly as (?:possible|we can|I can)\b|"
        r"at the first opportunity\b",
        partial(vague, 60),
        flags=ANY_CASE,
    ),
    rule(
        "vague-recess",
        Grain.VAGUE,
        rf"(?:(?:the|this) )?(?:week (?:before|after) )?(?:the )?{_BREAK}?(?:recess|holidays?|break)\b(?: of 20\d\d)?|"
        r"(?:(?:the|this) )?(?:week (?:before|after) )?(?:the )?(?:spring |summer |autumn |Easter |February |"
        r"October |May |Whitsun |coming |next )?half[ -]term\b(?: in (?:February|May|June|October|November))?|"
        r"(?:the )?(?:days|weeks?|run[- ]up|months|lead-up) (?:before|after|to|leading up to|"
        r"running up to) (?:the )?(?:Easter|Christmas|"
        r"half[- ]term|summer|new year|election)\b",
        partial(vague, 60),
    ),
    rule(
        "vague-sittings",
        Grain.VAGUE,
        r"(?:the |next |this )?(?:January|March|May|June|November|spring|summer|autumn|winter) (?:sittings?|"
        r"exams?\b|examinations?|exam series|examination series|assessments|tests|"
        r"examination season|exam season)\b(?: of 20\d\d)?",
        partial(vague, 60),
    ),
    rule(
        "vague-return",
        Grain.VAGUE,
        rf"(?:by the time|before|until|till|when|once|as soon as|after|ahead of when) {_WHO} {_BREAKS}\b{_FOR}",
        partial(vague, 60),
        flags=ANY_CASE,
    ),
    rule(
        "vague-after-season",
        Grain.VAGUE,
        r"after the (?:spring|summer|autumn|winter)\b(?! (?:term|recess|holidays?|break|of|20\d\d|half))",
        partial(vague, 60),
        flags=ANY_CASE,
    ),
)
"""Rules of vague words, with after how many days it is time to look again (methods 5.4)."""
