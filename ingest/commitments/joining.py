"""Joining: which commitments are several sources of one: a digest's line, the full text's words, the Welsh, earlier versions.

The publisher's own current English words are the first source where they are held. A digest's line is reworded, so it is
joined with the sentence that shares most of its weighty words and no other date. Restatements in other publications are not
joined here: they are promises made anew.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from simplemma import lemmatize

from corpus.commitments import KeptCommitment
from corpus.provenance import Held

ENOUGH = 0.45
"""Share of the weight of a digest's words that a sentence must hold: below, chance alone joins sentences on one subject."""
_WORD = re.compile(r"[^\W\d_]{2,}|\d{4}")
_COMMON = frozenset(
    """the of and to in for on with by a an as at from be is will shall have that this it its their our new welsh
    government wales national cabinet secretary minister education update set put make carry give hold first further
    due y yr yn ac ar o i am gan fydd bydd byddwn byddaf llywodraeth cymru""".split()
)


def groups_of(family: Sequence[KeptCommitment], translates: Mapping[str, str]) -> dict[str, str]:
    """For every commitment of a publication and its translations the id of its first source; empty where it is that itself.

    `translates` gives the publication that each translation is of.
    """
    first: dict[str, str] = {one.id: "" for one in family}
    _join_versions(family, first)
    _join_twins(family, first)
    _join_digests(family, first)
    _join_translated_digests(family, translates, first)
    return {key: _root(key, first) for key in first}


def _root(key: str, first: Mapping[str, str]) -> str:
    seen = {key}
    at = key
    while first.get(at) and first[at] not in seen:
        at = first[at]
        seen.add(at)
    return at if at != key else ""


def _join_versions(family: Iterable[KeptCommitment], first: dict[str, str]) -> None:
    """The same words in an earlier text of the publication."""
    now: dict[tuple[str, str], list[KeptCommitment]] = defaultdict(list)
    before: dict[tuple[str, str], list[KeptCommitment]] = defaultdict(list)
    for one in family:
        if one.held is Held.FULL:
            key = (one.publication_id, " ".join(one.quote.split()))
            (now if one.current else before)[key].append(one)
    for key, earlier in before.items():
        for mine, theirs in zip(earlier, now.get(key, []), strict=False):
            first[mine.id] = theirs.id


def _join_twins(family: Iterable[KeptCommitment], first: dict[str, str]) -> None:
    """A commitment projected from another text."""
    for one in family:
        if one.commitment.twin in first and not first[one.id]:
            first[one.id] = one.commitment.twin


def _join_digests(family: Sequence[KeptCommitment], first: dict[str, str]) -> None:
    """Each line of a digest with the words of the full text of its own publication that fit best; two may share a sentence."""
    full: dict[str, list[KeptCommitment]] = defaultdict(list)
    for one in family:
        if one.held is Held.FULL and one.current:
            full[one.publication_id].append(one)
    for digest in family:
        if digest.held is Held.DIGEST:
            best = max(_scores(digest, full[digest.publication_id]), key=lambda one: one[1], default=None)
            if best is not None:
                first[digest.id] = best[0].id


def _scores(digest: KeptCommitment, candidates: Sequence[KeptCommitment]) -> list[tuple[KeptCommitment, float]]:
    """Those that may be the same, with how much of the digest's weight they hold."""
    if not candidates:
        return []
    language = digest.commitment.language
    bags = [_words(f"{one.introduction} {one.sentence}", language) for one in candidates]
    holders = Counter(word for bag in bags for word in bag)
    mine = _words(digest.commitment.action, language)
    weight = {word: math.log(1 + (len(bags) + 1) / (holders[word] + 0.5)) for word in mine}
    whole = sum(weight.values()) or 1.0
    found = []
    for one, bag in zip(candidates, bags, strict=True):
        share = sum(weight[word] for word in mine & bag) / whole
        dates = _dates_agree(digest, one)
        if dates is not False and share + 0.2 * (dates is True) >= ENOUGH and share > 0.15:
            found.append((one, share + 0.2 * (dates is True)))
    return found


def _dates_agree(digest: KeptCommitment, one: KeptCommitment) -> bool | None:
    """Whether both name the same days; None where one of them names none."""
    wanted = [due for due in digest.commitment.dues if due.last]
    got = [due for due in one.commitment.dues if due.last]
    if not wanted or not got:
        return None
    return any(
        a.first <= b.last and b.first <= a.last for a in wanted for b in got if a.first and a.last and b.first and b.last
    )


def _words(text: str, language: str) -> frozenset[str]:
    folded = (word.casefold() for word in _WORD.findall(text))
    return frozenset(lemmatize(word, lang=language) for word in folded if word not in _COMMON) - _COMMON


def _join_translated_digests(family: Sequence[KeptCommitment], translates: Mapping[str, str], first: dict[str, str]) -> None:
    """Lines of two digests in two languages, by place, where both list as many."""
    lines: dict[str, list[KeptCommitment]] = defaultdict(list)
    for one in family:
        if one.held is Held.DIGEST:
            lines[one.publication_id].append(one)
    for translated, original in translates.items():
        mine, theirs = lines.get(translated, []), lines.get(original, [])
        if mine and len(mine) == len(theirs):
            for one, other in zip(mine, theirs, strict=True):
                if not first[one.id]:
                    first[one.id] = other.id
