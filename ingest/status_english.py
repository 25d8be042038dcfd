"""The wordings in which an English publication speaks of its own standing; does not say what it replaces.

Each insists on the text itself ("this guidance …"): guidance it speaks of says nothing of it.
"""

from corpus.finding import FindingKind
from ingest.status_rules import DAY, IMPLIED, LIKELY, SAME_SENTENCE, Value, rule

KINDS = (
    "(?:page|guidance|guide|document|publication|content|file|code|circular|framework|advice|resource|handbook|policy|plan|"
    "strategy|toolkit|booklet|leaflet|edition|version|update|revision)"
)
# Words that make of "this … guidance" something else than a name for the text itself.
_OTHER = (
    r"(?:is|was|are|were|be|has|had|have|the|a|an|of|in|on|for|to|by|with|that|those|its|and|or|as|at|how|why|what|when|which|"
    r"who|about|means|year|month|week|earlier|previous|former|old|other|does|do|did|will|should|must|may|can)\b"
)
_ASIDE = r"(?: ?\([^()]{1,60}\)|, [^,.;]{3,80},(?! and ))?"
ITSELF = rf"\b(?:this|the present) (?:(?!{_OTHER})[\w'-]+ ){{0,3}}?{KINDS}\b{_ASIDE}"
_HAS_BEEN = r"(?:has (?:now |since )?been|was|is(?: now)?)"
_FROM = r"(?:on|from|with effect from|as from|as of)"
_STANDS = (
    r"(?:(?:comes?|came|will come) into (?:force|effect|operation)|(?:takes?|took|will take) effect|has effect|is effective|"
    r"(?:is|will be) in force|becomes effective|applies|will apply|should be (?:used|followed))"
)
_OLD = r"(?:old|older|earlier|superseded|previous|out-of-date)"
_CHANGED = r"(?:updated|reviewed|revised|rewritten|refreshed|replaced|superseded)"
_OFTEN = r"(?:every|each|annually|regularly|periodically|as)"
_CLOSES = r"(?: has)?(?: now)? (?:closed|closes|ended|ends|will close|will end)"
_CONSULTATION = r"(?:consultation|call for evidence)"
_BEGINS = r"(?:appl|take|replace|supersede|come|ha[sv]|must|should|will|is)"

OF_ANY = (
    rule(
        "withdrawn-page",
        FindingKind.WITHDRAWN,
        rf"\bthis (?:page|publication|statement|content|file|letter) {_HAS_BEEN} (?:withdrawn|archived)\b(?! from)",
        value=Value.DAY,
    ),
    rule(
        "draft-record",
        FindingKind.DRAFT,
        r"^(?:this is a|these are) draft (?:record|transcript|minutes)\b",
        r"^(?:the|this|these) (?:record|transcript|minutes) (?:is|are) (?:still )?(?:a |in )?draft\b",
    ),
)
"""What even a statement, a letter or minutes may say of themselves."""

OF_STATES = (
    rule(
        "withdrawn",
        FindingKind.WITHDRAWN,
        rf"{ITSELF} {_HAS_BEEN} (?:formally |officially )?(?:withdrawn|archived|revoked)\b(?! from)",
        value=Value.DAY,
    ),
    rule(
        "no-longer-in-force",
        FindingKind.WITHDRAWN,
        rf"{ITSELF} (?:is no longer (?:in force|in effect|current|valid|in use|applicable)|no longer applies)\b",
        rf"{ITSELF} ceased to (?:apply|have effect|be in force)\b",
        value=Value.DAY,
    ),
    rule(
        "out-of-date",
        FindingKind.WITHDRAWN,
        rf"{ITSELF} (?:is|has become)(?: now)? (?:out of date|obsolete)\b",
        rf"{ITSELF} is(?: now)? kept for (?:reference|information|the record)\b",
        rf"^this is (?:not the current|an? {_OLD}) {KINDS}",
        rf"^you are (?:reading|viewing|looking at) an? {_OLD} (?:version|edition)\b",
        r"^(?:archived|withdrawn)\.?$",
        confidence=IMPLIED,
    ),
    rule(
        "draft",
        FindingKind.DRAFT,
        r"^this is (?:a|an early|the) (?:consultation )?draft\b",
        rf"\bthis draft {KINDS} (?:is|was|has been) (?:issued|published|put out)\b",
        rf"{ITSELF} is (?:a|an early|currently a|still a) (?:consultation )?draft\b",
        rf"{ITSELF} is (?:currently |still )?in draft\b",
        r"^draft for (?:consultation|comment|discussion)\b",
    ),
    rule(
        "non-statutory",
        FindingKind.NON_STATUTORY,
        rf"{ITSELF} is (?:a |issued as )?(?:non-statutory|not statutory)\b",
        rf"\bthis (?:is (?:a )?)?non-statutory {KINDS}\b",
        rf"{ITSELF}{SAME_SENTENCE}\b(?:on a non-statutory basis|as non-statutory {KINDS})\b",
        rf"{ITSELF} (?:has no|does not have|is without) statutory (?:force|basis|status)\b",
    ),
    rule(
        "statutory",
        FindingKind.STATUTORY,
        rf"{ITSELF} is (?:a )?statutory\b",
        rf"\bthis (?:is (?:a )?)?statutory {KINDS}\b",
        rf"{ITSELF}{SAME_SENTENCE}\b(?:on a statutory basis|as statutory {KINDS})\b",
        rf"{ITSELF} has statutory (?:force|basis|status)\b",
        value=Value.LAW,
    ),
    rule(
        "have-regard",
        FindingKind.STATUTORY,
        rf"\b(?:must|are required (?:by law )?to|have a (?:statutory |legal )?duty to) have regard to {ITSELF}",
        confidence=IMPLIED,
        value=Value.LAW,
    ),
    rule(
        "under-law",
        FindingKind.STATUTORY,
        rf"{ITSELF} (?:is|was|has been) (?:issued|made|published|given) (?:by [^,.;]{{3,60}} )?"
        r"(?:under|pursuant to|in accordance with) (?=[^.;]{0,80}\b(?:act|measure)\b)",
        confidence=LIKELY,
        value=Value.LAW,
    ),
    rule(
        "in-force-from",
        FindingKind.IN_FORCE_FROM,
        rf"{ITSELF} {_STANDS}(?: in [^,.;]{{3,40}})? {_FROM} {DAY}",
        rf"^{_FROM} {DAY},? {ITSELF} {_BEGINS}",
        rf"{ITSELF} (?:replaces|supersedes|is issued|is statutory)\b{SAME_SENTENCE}"
        rf"\b(?:with effect|taking effect|effective) (?:from|on) {DAY}",
        rf"{ITSELF}{SAME_SENTENCE}\band (?:comes into (?:force|effect)|takes effect|applies) (?:on|from) {DAY}",
        # "It" is the text only where nothing else was said to be statutory or not.
        rf"{ITSELF} is (?:non-)?statutory\b{SAME_SENTENCE}\band it (?:comes into (?:force|effect)|takes effect|applies) "
        rf"(?:on|from) {DAY}",
        value=Value.DAY,
    ),
    rule(
        "being-updated",
        FindingKind.BEING_UPDATED,
        rf"{ITSELF} is (?:currently |now |presently )?(?:being|to be) {_CHANGED}\b",
        rf"{ITSELF} is (?:currently |now )?under (?:review|revision)\b",
    ),
    rule(
        "to-be-updated",
        FindingKind.BEING_UPDATED,
        rf"{ITSELF} will be (?!reviewed){_CHANGED}\b(?! {_OFTEN}\b)",
        confidence=LIKELY,
    ),
)
"""What a text that stands for a time says of itself."""

OF_CONSULTATIONS = (
    rule(
        "consultation-closes",
        FindingKind.CLOSED,
        rf"\bthis {_CONSULTATION}(?:{_CLOSES}| is open until| ran until){SAME_SENTENCE}{DAY}",
        rf"\bthis {_CONSULTATION} (?:ran|runs) from {DAY} (?:to|until) (?={DAY})",
        value=Value.LAST_DAY,
    ),
    rule(
        "responses-by",
        FindingKind.CLOSED,
        rf"\b(?:responses?|replies|comments|views)\b{SAME_SENTENCE}\b(?:by|before) {DAY}",
        rf"^(?:please )?(?:respond|reply) (?:by|before) {DAY}",
        rf"\bthe {_CONSULTATION}{_CLOSES}{SAME_SENTENCE}{DAY}",
        confidence=IMPLIED,
        value=Value.LAST_DAY,
    ),
)
"""What a consultation says of its days."""
