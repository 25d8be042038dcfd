"""Verify the names: every person, body and title stands in the quotation or its record (C5); does not ask who did what."""

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.bodies import bodies_named
from ingest.sentences import plain
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.question.question import Question
from search_api.verify.stems import IN_KINDS, kinds_apart, small_words, stem_set

_NAME = re.compile(
    r"(?<![\w'’-])[A-ZÂÊÎÔÛŴŶ][\w’'&-]*(?: (?:of |for |and |the |de |ap |ab |a |o |i |y |yr |dros )*[A-ZÂÊÎÔÛŴŶ][\w’'&-]*)*"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|their|them|he|she|his|her|we|our|I|my|this|these|ef|hi|nhw|maent|ein|eu|ei)\b", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my|me|byddwn|rydym|rwyf|rwy|byddaf|ein|fy|gennym|hoffwn|rydw)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:guidance|statement|letter|report|document|canllawiau|datganiad|llythyr|adroddiad|dogfen)\b", re.IGNORECASE
)
"""Where a text speaks for its author, or a sentence of the text, the author may be named."""


def names(claim: Claim, _question: Question) -> Rejection | None:
    """E_ENT where a name or body came in."""
    language = claim.language
    proof = stem_set(claim.proof, language) | stem_set(claim.source.about, language)
    known = {one.body for one in bodies_named(claim.proof, language)}
    if _FIRST_PERSON.search(claim.proof) or _PAPER.search(claim.said):
        known |= {one.body for other in ("en", "cy") for one in bodies_named(claim.source.about, other)}
    if _PRONOUN.search(claim.proof):  # whom "they" are stands before the quotation
        known |= {one.body for one in bodies_named(plain(claim.source.text), language)}
    for one in bodies_named(claim.said, language):
        apart = kinds_apart(claim.said[slice(*one.span)], language) - proof
        if one.body not in known or (apart and one.body in IN_KINDS):
            return Rejection(code=Code.NAME, why=f"'{claim.said[slice(*one.span)][:32]}' is not in the quotation")
    held = _folded(
        f"{claim.proof} | {claim.source.about}" + (f" | {claim.source.text}" if _PRONOUN.search(claim.proof) else "")
    )
    for name in _names(claim.said, language):
        if f" {name} " not in held:
            return Rejection(code=Code.NAME, why=f"'{name[:32]}' is not in the quotation")
    return None


def _names(text: str, language: str) -> Iterator[str]:
    """Words with a capital that none of the known bodies covers, alone and in pairs, folded."""
    covered = [one.span for one in bodies_named(text, language)]
    for match in _NAME.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in covered):
            continue
        opens = match.start() == 0 or text[: match.start()].rstrip().endswith((".", ":", "!", "?"))
        for part in re.split(r" (?:and|a|ac) ", match[0]):
            words = _folded(part).split()
            while words and (words[0] in small_words("opening", "both") or (opens and len(words) != 2)):
                words, opens = words[1:], False
            yield from (" ".join(pair) for pair in pairwise(words))
            yield from (word for word in words if word not in small_words("opening", "both"))
            opens = False


def _folded(text: str) -> str:
    tidy = re.sub(r"['’](?:s|n|r|i|u|w|m|ch)\b|['’](?=\s|$)", "", plain(text))
    words = re.sub(r"[^\w&-]+", " ", tidy).casefold().split()
    return f" {' '.join(words)} "
