"""What type a publication is, by its title, its page's label and its address; does not read its text."""

import re

from corpus.publication import PublicationType

_BY_NAME = (
    (PublicationType.WRITTEN_STATEMENT, r"^(?:written statement|datganiad ysgrifenedig)\b"),
    (PublicationType.ORAL_STATEMENT, r"^(?:oral statement|datganiad llafar)\b"),
    (PublicationType.WRITTEN_ANSWER, r"^(?:wq\d|written (?:question|answer)\b)"),
)
_BY_LABEL = {
    "cabinet statement": PublicationType.WRITTEN_STATEMENT,
    "datganiad y cabinet": PublicationType.WRITTEN_STATEMENT,
    "datganiad cabinet": PublicationType.WRITTEN_STATEMENT,
    "written statement": PublicationType.WRITTEN_STATEMENT,
    "datganiad ysgrifenedig": PublicationType.WRITTEN_STATEMENT,
    "oral statement": PublicationType.ORAL_STATEMENT,
    "datganiad llafar": PublicationType.ORAL_STATEMENT,
    "press release": PublicationType.NEWS,
    "datganiad i'r wasg": PublicationType.NEWS,
    "news": PublicationType.NEWS,
    "newyddion": PublicationType.NEWS,
    "consultation": PublicationType.CONSULTATION,
    "call for evidence": PublicationType.CONSULTATION,
    "consultation outcome": PublicationType.CONSULTATION,
    "ymgynghoriad": PublicationType.CONSULTATION,
    "galwad am dystiolaeth": PublicationType.CONSULTATION,
    "guidance": PublicationType.GUIDANCE,
    "canllawiau": PublicationType.GUIDANCE,
    "letter": PublicationType.LETTER,
    "llythyr": PublicationType.LETTER,
    "correspondence": PublicationType.LETTER,
    "gohebiaeth": PublicationType.LETTER,
    "report": PublicationType.REPORT,
    "adroddiad": PublicationType.REPORT,
    "impact assessment": PublicationType.REPORT,
    "asesiad effaith": PublicationType.REPORT,
    "research": PublicationType.REPORT,
    "ymchwil": PublicationType.REPORT,
    "corporate report": PublicationType.REPORT,
    "adroddiad corfforaethol": PublicationType.REPORT,
    "minutes": PublicationType.MINUTES,
    "meeting minutes": PublicationType.MINUTES,
    "cofnodion": PublicationType.MINUTES,
    "cofnodion cyfarfod": PublicationType.MINUTES,
    "terms of reference": PublicationType.TERMS_OF_REFERENCE,
    "cylch gorchwyl": PublicationType.TERMS_OF_REFERENCE,
    "policy and strategy": None,
    "polisi a strategaeth": None,
    "publication": None,
    "cyhoeddiad": None,
}
_BY_ADDRESS = (
    (PublicationType.WRITTEN_STATEMENT, r"/(?:written-statement|datganiad-ysgrifenedig)-"),
    (PublicationType.ORAL_STATEMENT, r"/(?:oral-statement|datganiad-llafar)-"),
    (PublicationType.WRITTEN_ANSWER, r"//(?:record|cofnod)\.[^/]+/WrittenQuestion/"),
    (PublicationType.TERMS_OF_REFERENCE, r"/(?:terms-reference|cylch-gorchwyl)(?:-html)?/?$"),
    (PublicationType.LEGISLATION, r"//(?:www\.)?legislation\.gov\.uk/(?!.*/notes\b)"),
    (PublicationType.RESEARCH_BRIEFING, r"//research\.senedd\.wales/|//ymchwil\.senedd\.cymru/"),
    (PublicationType.NEWS, r"//media\.service\.gov\.wales/news|\.blog\.(?:gov\.wales|llyw\.cymru)/"),
)
_BY_WORDS = (
    # The first that fits decides: a consultation on guidance is a consultation, a letter on a report a letter.
    (PublicationType.TERMS_OF_REFERENCE, r"\bterms of reference\b|\bcylch gorchwyl\b"),
    (
        PublicationType.CONSULTATION,
        r"\bconsultation\b|\bcall for evidence\b|\bymgynghoriad\b|\b(?:galwad|alwad) am dystiolaeth\b",
    ),
    (PublicationType.LETTER, r"\bletters?\b|\bl?lythyr(?:au)?\b"),
    (PublicationType.MINUTES, r"\bminutes\b|\bcofnodion\b|\b(?:meetings?|[cg]yfarfod(?:ydd)?)\b.*\b\d{4}\b"),
    (PublicationType.REPORT, r"\bimpact assessment\b|\basesiad o'r effaith\b"),
    (PublicationType.GUIDANCE, r"\bguidance\b|\b[cg]h?anllaw(?:iau)?\b|\bcode of practice\b|\bframework\b|\bfframwaith\b"),
    (PublicationType.REPORT, r"\breports?\b|\badroddiad(?:au)?\b|\bevaluation of\b|\bgwerthusiad o\b"),
    (PublicationType.LEGISLATION, r"\b(?:act|regulations|order) (?:\(wales\) )?\d{4}$|\b(?:deddf|rheoliadau)\b.* \d{4}$"),
)


def is_label(line: str) -> bool:
    """True for a line that only names a type, as gov.wales prints above a title."""
    return _plain(line) in _BY_LABEL


def type_of(*, title: str | None, label: str | None = None, url: str | None = None) -> PublicationType | None:
    """The type said by how the title begins, then by label, address and words of the title; None where none says."""
    plain = _plain(title or "")
    found = _first(_BY_NAME, plain) or _BY_LABEL.get(_plain(label or ""))
    return found or _first(_BY_ADDRESS, url or "") or _first(_BY_WORDS, plain)


def _first(rules: tuple[tuple[PublicationType, str], ...], text: str) -> PublicationType | None:
    return next((kind for kind, pattern in rules if re.search(pattern, text, re.IGNORECASE)), None)


def _plain(line: str) -> str:
    return " ".join(line.replace("’", "'").casefold().split())
