"""The wordings in which a Welsh publication speaks of its own standing; does not say what it replaces."""

from corpus.finding import FindingKind
from ingest.status_rules import DAY, IMPLIED, SAME_SENTENCE, Value, rule

KINDS = (
    "(?:tudalen|dudalen|canllawiau|ganllawiau|canllaw|ganllaw|dogfen|ddogfen|cyhoeddiad|cod|cylchlythyr|cynnwys|fframwaith|cyngor|"
    "adnodd|polisi|cynllun|strategaeth|llyfryn|fersiwn)"
)
_THE = r"(?:\b(?:y|yr)|(?<=\w)'r)"
ITSELF = rf"{_THE} {KINDS}(?: (?!y\b|yr\b|ar\b|am\b|i\b|o\b)[\w'-]+)? (?:hwn|hon|hyn)\b"
_ITSELF_SAID_SHORTLY = rf"{_THE} {KINDS}(?: hwn| hon| hyn)?"
_HAS_BEEN = r"(?:wedi'i|wedi'u|wedi (?:cael )?(?:ei|eu))"
_DRAWN_BACK = r"(?:tynnu|dynnu|thynnu)(?:'n| yn) [ôo]l\b"
_STANDS = r"(?:yn dod i rym|ddod i rym|yn weithredol|mewn grym|yn gymwys|yn berthnasol)"

OF_ANY = (
    rule(
        "withdrawn-page-cy",
        FindingKind.WITHDRAWN,
        rf"\bmae'r (?:dudalen|cyhoeddiad|datganiad|cynnwys|llythyr) (?:hon|hwn) {_HAS_BEEN} (?:{_DRAWN_BACK}|h?archifo\b)",
        value=Value.DAY,
    ),
    rule(
        "draft-record-cy",
        FindingKind.DRAFT,
        r"\bcofnod drafft yw hwn\b",
        r"^mae'r (?:cofnod|trawsgrifiad) hwn yn ddrafft\b",
    ),
)

OF_STATES = (
    rule(
        "withdrawn-cy",
        FindingKind.WITHDRAWN,
        rf"{_ITSELF_SAID_SHORTLY} {_HAS_BEEN} (?:{_DRAWN_BACK}|h?archifo\b)",
        rf"^(?:cafodd|cafwyd) ?{ITSELF} (?:ei|eu) (?:{_DRAWN_BACK}|h?archifo\b)",
        rf"^tynnwyd ?{ITSELF} yn [ôo]l\b",
        value=Value.DAY,
    ),
    rule(
        "no-longer-in-force-cy",
        FindingKind.WITHDRAWN,
        rf"^nid (?:yw|ydy) ?{ITSELF} (?:(?:mwyach|bellach) mewn grym|mewn grym (?:mwyach|bellach))\b",
    ),
    rule(
        "draft-cy",
        FindingKind.DRAFT,
        rf"{ITSELF} yn ddrafft\b",
        r"^drafft yw(?: \w+)? (?:hwn|hon|hyn)\b",
        r"^dyma ddrafft\b|^drafft ar gyfer ymgynghori\b",
    ),
    rule("non-statutory-cy", FindingKind.NON_STATUTORY, rf"{_ITSELF_SAID_SHORTLY} yn (?:ganllawiau |ganllaw )?anstatudol\b"),
    rule(
        "statutory-cy",
        FindingKind.STATUTORY,
        rf"{_ITSELF_SAID_SHORTLY} yn (?:ganllawiau |ganllaw )?statudol\b",
        value=Value.LAW,
    ),
    rule(
        "have-regard-cy",
        FindingKind.STATUTORY,
        rf"\brhaid i [^.;]{{3,80}} roi sylw i'r {KINDS}(?: \w+)? (?:hwn|hon|hyn)\b",
        confidence=IMPLIED,
        value=Value.LAW,
    ),
    rule(
        "in-force-from-cy",
        FindingKind.IN_FORCE_FROM,
        rf"{ITSELF} {_STANDS} (?:ar|o) {DAY}",
        rf"^(?:daw|daeth) ?{ITSELF} i rym (?:ar|o) {DAY}",
        rf"^(?:o|ar) {DAY}(?: ymlaen)?,? (?:bydd|mae|daw)(?:'r| y| yr) {KINDS}(?: \w+)? (?:hwn|hon|hyn)\b",
        rf"{ITSELF}{SAME_SENTENCE}\bac (?:yn dod|yn ddod|ddaw) i rym (?:ar|o) {DAY}",
        value=Value.DAY,
    ),
    rule(
        "being-updated-cy",
        FindingKind.BEING_UPDATED,
        rf"{ITSELF} (?:yn cael (?:ei|eu)|wrthi'n cael (?:ei|eu)) (?:h?adolygu|d?diweddaru|d?diwygio)\b"
        r"(?!(?:'n| yn) (?:rheolaidd|flynyddol|gyson)| bob)",
        rf"{ITSELF} (?:dan|o dan|yn destun) adolygiad\b",
    ),
)

OF_CONSULTATIONS = (
    rule(
        "consultation-closes-cy",
        FindingKind.CLOSED,
        r"\b(?:mae'r|bydd yr|daeth yr|daw'r|caeodd yr) (?:ymgynghoriad|alwad am dystiolaeth) (?:hwn|hon)"
        rf"{SAME_SENTENCE}\b(?:ar|hyd) {DAY}",
        value=Value.LAST_DAY,
    ),
)
