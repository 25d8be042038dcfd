"""The Welsh words of duty: what rhaid, dylai, caiff and angen are written as, and what looks like them and is none.

In Welsh the modal comes first, then the actor, then the verb. Does not read a sentence: `duty_welsh.py` does.
"""

import re
from typing import NamedTuple

from corpus.duty import Level
from ingest.duty_claims import Who


class Modal(NamedTuple):
    """Words that set a level."""

    rule: str
    level: Level
    pattern: str
    word: str
    negative: bool = False
    who: Who | None = None
    """Whom the words themselves speak of: `rhaid iddynt` of them, `dylid` of nobody; None where a name follows."""
    needs_i: bool = False
    """True where the actor stands behind `i`: `rhaid i ysgolion`."""


_IS = r"(?:mae'n|mae|bydd yn|bydd|roedd yn|oedd yn|fydd)"
_KIND = r"(?:(?:gyfreithiol|statudol|cyffredinol|benodol|barhaus|glir) )*"
_THEY = r"(?:iddynt(?: hwy)?|iddyn nhw|iddyn)"
_IT = r"(?:iddo(?: ef| fe)?|iddi(?: hi)?)"
MODALS = (
    Modal("rhaid-they", Level.MUST, rf"rhaid {_THEY}", "rhaid", who=Who.THEY),
    Modal("rhaid-it", Level.MUST, rf"rhaid {_IT}", "rhaid", who=Who.IT),
    Modal("rhaid-you", Level.MUST, r"rhaid (?:ichi|i chi|inni|i ni|i bawb|i unrhyw un)", "rhaid", who=Who.THING),
    Modal("rhaid-i", Level.MUST, r"rhaid i(?:'r|'w|'ch|'n)?", "rhaid", needs_i=True),
    Modal("rhaid", Level.MUST, r"rhaid(?! (?:bod|ei bod|eu bod|mai)\b)", "rhaid", who=Who.NOBODY),
    Modal("gofynnol-they", Level.MUST, rf"{_IS} (?:ofynnol|gofyn) (?:{_THEY})", "rhaid", who=Who.THEY),
    Modal("gofynnol-it", Level.MUST, rf"{_IS} (?:ofynnol|gofyn) (?:{_IT})", "rhaid", who=Who.IT),
    Modal(
        "gofynnol",
        Level.MUST,
        rf"{_IS} (?:ofynnol|gofyn(?:iad)?|yn ofynnol|ofyniad)(?: {_KIND.strip()})?(?: (?:yn ôl y gyfraith|"
        rf"o dan [^,;.]{{3,60}}?|drwy gyfraith))? (?:i|ar)(?:'r)?",
        "rhaid",
        needs_i=True,
    ),
    Modal(
        "ei-gwneud-yn-ofynnol",
        Level.MUST,
        r"yn (?:ei gwneud (?:hi )?'?n ofynnol|ei gwneud yn ofynnol) i(?:'r)?",
        "rhaid",
        needs_i=True,
    ),
    Modal("dyletswydd-ar", Level.MUST, rf"(?:{_IS} )?dyletswydd {_KIND}ar(?:'r)?", "rhaid", needs_i=True),
    Modal(
        "dyletswydd-arnynt", Level.MUST, rf"(?:{_IS} )?dyletswydd {_KIND}(?:arnynt|arnyn nhw)(?: hwy)? i", "rhaid", who=Who.THEY
    ),
    Modal("ni-chaiff", Level.MUST, r"ni (?:chaiff|chânt|cheir|chaniateir|ellir)(?: (?:ef|hi|hwy))?", "caiff", negative=True),
    Modal("ni-ddylid", Level.SHOULD, r"ni ddylid", "dylai", negative=True, who=Who.NOBODY),
    Modal("ni-ddylent", Level.SHOULD, r"ni ddylent(?: hwy| nhw)?", "dylai", negative=True, who=Who.THEY),
    Modal("ni-ddylai", Level.SHOULD, r"ni (?:ddylai|ddylech|ddylem)(?:'r)?", "dylai", negative=True),
    Modal("dylid", Level.SHOULD, r"(?:fe |mi )?dd?ylid", "dylai", who=Who.NOBODY),
    Modal("dylent", Level.SHOULD, r"(?:fe |mi )?dd?ylent(?: hwy| nhw)?|dd?ylen nhw", "dylai", who=Who.THEY),
    Modal("dylai-it", Level.SHOULD, r"(?:fe |mi )?dd?ylai (?:ef|fe|hi|hyn|hynny)\b", "dylai", who=Who.IT),
    Modal("dylech", Level.SHOULD, r"(?:fe |mi )?dd?yl(?:ech|em|ai pawb|ai neb)(?: chi| ni)?", "dylai", who=Who.THING),
    Modal("dylai", Level.SHOULD, r"(?:fe |mi )?dd?ylai(?:'r)?", "dylai"),
    Modal("disgwylir-they", Level.SHOULD, rf"(?:disgwylir|anogir|cynghorir|argymhellir) {_THEY}", "dylai", who=Who.THEY),
    Modal(
        "disgwylir",
        Level.SHOULD,
        r"(?:disgwylir|anogir|cynghorir|gofynnir|argymhellir)(?: i(?:'r)?| y dylai(?:'r)?| bod)?",
        "dylai",
        needs_i=True,
    ),
    Modal(
        "disgwyl",
        Level.SHOULD,
        r"(?:rydym|rydyn ni|mae gweinidogion cymru|mae llywodraeth cymru|mae estyn) yn (?:disgwyl|"
        r"annog|cynghori|gofyn) i(?:'r)?",
        "dylai",
        needs_i=True,
    ),
    Modal("cant", Level.MAY, r"ch?ânt(?: hwy)?", "caiff", who=Who.THEY),
    Modal("caiff", Level.MAY, r"ch?aiff(?:'r)?", "caiff"),
    Modal("gellir", Level.MAY, r"gellir", "caiff", who=Who.NOBODY),
    Modal("gallant", Level.MAY, r"gallant(?: hwy| nhw)?|gallan nhw", "caiff", who=Who.THEY),
    Modal("gall", Level.MAY, r"gall(?:'r)?", "caiff"),
    Modal("mae-gan-hawl", Level.MAY, r"(?:mae gan|mae hawl gan)(?=[^.;,]{3,60}?\b(?:hawl|bŵer|y pŵer|yr hawl) i\b)", "caiff"),
    Modal("angen-they", Level.NEEDS, rf"{_IS} angen {_THEY}", "angen", who=Who.THEY),
    Modal("angen", Level.NEEDS, rf"{_IS} angen i(?:'r)?", "angen", needs_i=True),
)
"""In order: of two that begin at one place, the first."""
PATTERN = re.compile(
    "|".join(rf"(?P<m{n}>(?<![\w'’-])(?:{modal.pattern})(?![\w]))" for n, modal in enumerate(MODALS)), re.IGNORECASE
)
ABSENCE = re.compile(
    r"\b(?:nid oes|does dim|nid oedd|nid yw'n|nid yw|heb|oes|a oes|nad oes|nid)(?: unrhyw| yn)?$", re.IGNORECASE
)
EMBEDDED = re.compile(
    r"\b(?:beth(?: y| sydd)?|sut(?: y)?|a|pryd(?: y)?|pam(?: y)?|pa \w+ y|ble(?: y)?|"
    r"os(?: yw| ydyn nhw)?|lle(?: y)?|pan(?: fydd| fo)?|yr hyn(?: y)?|y pethau y|y camau y|"
    r"yr wybodaeth y|fel y|"
    r"nag y|pwy|faint|y mae|sydd|sy'n|y)$",
    re.IGNORECASE,
)
"""Words right before a modal that make of it a question, or a clause on a thing: `beth ddylai ysgolion ei wneud`."""
SAID = re.compile(
    r"\b(?:dywedodd|meddai|dadleuodd|teimlai|credai|awgrymodd|honnodd|cwynodd|nododd|"
    r"ymatebwyr|yn ei barn|yn ei farn|barn rhai|gofynnodd|rhybuddiodd)\b",
    re.IGNORECASE,
)
NOT_VERB = re.compile(
    r"^(?:fod yn (?:anodd|galed|rhwystredig|wir|glir|haws|hawdd|well|fwy|llai)|weld (?:gwelliant|"
    r"gwelliannau|gwahaniaeth)|elwa|gymryd (?:amser|tua)|arwain at|olygu|deimlo|gofio|"
    r"cofio|nodi|"
    r"gydnabod|ddod yn|fod o gymorth|fod bod|fod hynny|bod hynny|bod)\b",
    re.IGNORECASE,
)
NOT_LEAVE = re.compile(
    r"^(?:hyn|hynny|fod|bod|olygu|arwain|achosi|effeithio|helpu|gymryd|deimlo|fod yn|"
    r"wneud (?:gwahaniaeth|drwg)|ei chael|gael (?:effaith|anhawster|trafferth)|amrywio|"
    r"newid|ddigwydd|brofi|ddioddef|elwa)\b",
    re.IGNORECASE,
)
FUTURE = re.compile(r"^(?:ei|eu)\b|\b(?:ei|eu) (?:\w+)(?:\b)", re.IGNORECASE)
"""What makes `caiff` the future of a passive: `Caiff y cynllun ei gyhoeddi`."""
NEGATED = re.compile(r"^(?:beidio|peidio)(?: â| ag)?\b", re.IGNORECASE)
