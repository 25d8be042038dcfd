"""Business: whether a text is of education and of government's work, so that it may promise; classes no clause.

A recipe, a report of a match or a tale says `will be` and `we` as a statement does. In a text unlike the genre only what names
the Welsh Government itself is a promise: its voice is then heard as that of nobody known.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Document
from corpus.units import Unit, UnitKind
from ingest.commitments.occasion import Occasion
from ingest.commitments.verdict import Voice

LEAST = 10
"""Sentences that a text must have before its words tell of what it is."""
SIGNED, UNSIGNED = 0.14, 0.21
"""Share of sentences with a word of the genre, below which a text is unlike it; halfway between the most of any kind
of `evals/data/promises/ordinary_dev.jsonl` (.06) and the least of the texts to tune on: a minister (.22), unsigned (.35)."""
_WORDS = {
    "en": re.compile(
        r"\b(?:schools?|schooling|colleges?|universit(?:y|ies)|pupils?|learners?|students?|teach(?:ers?|ing)|head ?teachers?|"
        r"governors?|governing bod(?:y|ies)|classrooms?|curricul\w+|qualifications?|apprentice\w*|literacy|numeracy|educat\w+|"
        r"exam(?:s|ination\w*)?|estyn|inspectors?|inspectorate|nurser(?:y|ies)|childcare|lessons?|trainees|bursar(?:y|ies)|"
        r"government\w*|minist(?:er|ers|erial|ry|ries)|cabinet secretar\w+|senedd|officials|department|civil servants?|"
        r"legislat\w+|regulations?|statutory|guidance|polic(?:y|ies)|consult(?:ation|ations|ing)?|(?:local )?authorit(?:y|ies)|"
        r"councils?|committee'?s?|recommendations?|grants?|funding|budgets?|funded|fund|£\s?[\d.,]+ ?(?:million|billion|m|bn)|"
        r"million|wales|welsh|programmes?|schemes?|strateg(?:y|ies)|framework|implementation|action plan|public services?|"
        r"taskforce|pilots?|additional needs|attendance|safeguarding|workforce|wellbeing|children|young people|families|"
        r"providers?|sector|board|written statement|oral statement|llywydd|members|review|standards|evaluation|"
        r"code of practice|universal|national)\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(
        r"\b(?:(?:h?)ysgol\w*|(?:g|ng|ch)?olegau?|(?:c|g|ch)oleg\w*|[pbm]h?rifysgol\w*|(?:n?d|nh?)?disgybl\w*|ddisgybl\w*|"
        r"(?:n?d|dd)ysg(?:u|wyr|wr)\w*|h?athraw\w*|h?athro|[pbm]h?ennaeth\w*|[pbm]h?enaethiaid|(?:ng|g)?h?addysg\w*|"
        r"(?:c|g|ch|ngh)wricwl\w+|(?:c|g|ch|ngh)ymh?wys\w+|(?:ll|l)ythrennedd|rhifedd|rifedd|h?arholi\w*|h?arolyg\w*|estyn|"
        r"(?:ll|l)ywodraeth\w*|(?:ng|g)?weinid\w+|ysgrifennydd|(?:y )?senedd\w*|h?aelodau|swyddogion|adran|(?:dd|d)eddf\w*|"
        r"rheoliad\w*|reoliad\w*|statudol|(?:c|g|ch|ngh)anllaw\w*|[pbm]h?olis\w+|h?ymgynghor\w*|h?awdurdod\w*|"
        r"(?:c|g|ch|ngh)yng(?:or|h?or\w*)|[pbm]h?wyllgor\w*|h?argymhell\w*|(?:ng|g)?rant\w*|(?:c|g|ch|ngh)yllid\w*|"
        r"£\s?[\d.,]+ (?:miliwn|filiwn)|miliwn|filiwn|h?ariann?\w*|(?:c|g|ngh)ymru|(?:c|g|ngh)ymraeg|gymraeg|"
        r"rhaglen\w*|raglen\w*|"
        r"(?:c|g|ch|ngh)ynllun\w*|strategaeth\w*|fframwaith|[pbm]h?rentis\w*|[pbm]h?lant|(?:t|d|th|nh)euluoedd|"
        r"h?adolyg\w*|safonau|bwrsari\w*|fwrsari|grŵp|cenedlaethol|genedlaethol|hyfforddi\w*|prentis\w*)\b",
        re.IGNORECASE,
    ),
}
"""Words of the genre; few of them stand in recipes, reports of matches, tales or forecasts."""


def is_business(words: str, language: str) -> bool:
    """Whether words hold one of the genre."""
    return bool(_WORDS.get(language, _WORDS["en"]).search(words))


def share_of_business(document: Document, cut: Sequence[Unit]) -> float | None:
    """The share of a text's sentences and items with a word of the genre; None where they are too few to tell."""
    said = [unit for unit in cut if unit.kind is not UnitKind.HEADING]
    if len(said) < LEAST:
        return None
    return sum(is_business(document.text[slice(*unit.span)], document.language) for unit in said) / len(said)


def as_heard(document: Document, occasion: Occasion, cut: Sequence[Unit]) -> Occasion:
    """The occasion of a text, in nobody's voice where the text is unlike the genre."""
    if not occasion.voice.binds:
        return occasion
    share = share_of_business(document, cut)
    least = SIGNED if occasion.voice is Voice.MINISTER else UNSIGNED
    return occasion if share is None or share >= least else replace(occasion, voice=Voice.UNKNOWN)
