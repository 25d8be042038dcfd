"""Measures of ranked passages against gold spans (methods 1.4.1), by ir-measures where it has the measure; ranks nothing.

A unit (a place in a document, `document:start-end`) inherits the grade of each span it holds at least half of, if no unit
before it held one of the same fact: windows that overlap are paid once. A fact that no unit holds stays wanted, under the name
of its own first span. So the judgements belong to a ranking, and a system with long chunks is not owed more units for them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.ids import passage_id
from evals.gold.places import Place, Spans, shared
from evals.gold.questions import GoldQuestion
from evals.measures.rankings import LEAST_GRADE, score_rankings

DEPTH = 100
"""Units ranked for a question: the ceiling of the first stage."""
COVERED = 0.5
"""Least share of a gold span that a unit must hold."""
TOKENS = 2_000
"""Of ranked text, in the model's word pieces: fair between short passages and long chunks."""
WHOLE, PART, EXTRA = 3, 2, 1
"""Grades of a fact: it answers alone, it answers in part, an answer may leave it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A fact with the places that say it, any of which will do, and its grade; no place where no text held says it."""

    spans: Spans
    grade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A ranking of units as TREC files have it."""

    units: tuple[str, ...]
    """Best first."""
    grades: Mapping[str, int]
    """Of the units that count, and of facts that none held."""


def wanted_of(question: GoldQuestion, groups: Sequence[Spans]) -> tuple[Wanted, ...]:
    """The facts of a question as groups of spans with grades (methods 1.3): a vital one alone 3, one of several 2, others 1."""
    vital = [True] * len(groups) if question.quotes else [fact.vital for fact in question.facts]
    if not any(vital):
        vital = [True] * len(vital)
    grade = WHOLE if sum(vital) == 1 else PART
    return tuple(Wanted(spans=spans, grade=grade if counts else EXTRA) for spans, counts in zip(groups, vital, strict=True))


def unit_id(place: Place) -> str:
    """A unit's id in a run: `guidance-si-2022.en.1f0c9a3b:120-388`."""
    return passage_id(document_id=place[0], start=place[1], end=place[2])


def covers(unit: Place, span: Place) -> bool:
    """Whether a unit holds at least half of a span."""
    return shared(unit, span) / max(1, span[2] - span[1]) >= COVERED


def judged(units: Sequence[Place], wanted: Sequence[Wanted]) -> Judgement:
    """A ranking with the grades its units inherit, each fact paid once, by the first unit that holds it."""
    ranked = list(dict.fromkeys(units))
    paid: set[int] = set()
    grades: dict[str, int] = {}
    for unit in ranked:
        held = {number for number, one in enumerate(wanted) if number not in paid and _holds(unit, one)}
        if held:
            grades[unit_id(unit)] = max(wanted[number].grade for number in held)
            paid |= held
    for number, one in enumerate(wanted):
        if number not in paid:
            grades[_owed(number, one, grades)] = one.grade
    return Judgement(units=tuple(map(unit_id, ranked)), grades=grades)


def passage_measures() -> dict[str, str]:
    """Measures of a ranking of units: column -> ir-measures' own name."""
    binary = f"(rel={LEAST_GRADE})"
    return {
        "ndcg@10": "nDCG@10",
        "rr@10": f"RR{binary}@10",
        "r@5": f"R{binary}@5",
        "r@20": f"R{binary}@20",
        f"r@{DEPTH}": f"R{binary}@{DEPTH}",
        "success@1": f"Success{binary}@1",
        "success@5": f"Success{binary}@5",
    }


def score_judged(judgements: Mapping[str, Judgement]) -> dict[str, dict[str, float]]:
    """Each measure by question, all by ir-measures."""
    rankings = {key: one.units for key, one in judgements.items()}
    return score_rankings(rankings, {key: one.grades for key, one in judgements.items()}, passage_measures())


def facts_within(units: Sequence[Place], wanted: Sequence[Wanted]) -> float:
    """Share of the facts an answer must hold that any of some units holds: recall that does not depend on how texts are cut."""
    must = [one for one in wanted if one.grade >= LEAST_GRADE]
    return sum(any(_holds(unit, one) for unit in units) for one in must) / len(must) if must else 0.0


def facts_within_tokens(
    units: Sequence[Place], wanted: Sequence[Wanted], tokens_of: Callable[[Place], int], *, most: int = TOKENS
) -> float:
    """The same for the first `most` tokens of ranked text; the unit that passes the limit is cut there, by characters."""
    taken: list[Place] = []
    before = 0
    for unit, after in zip(units, accumulate(map(tokens_of, units)), strict=True):
        key, start, end = unit
        share = min(1.0, (most - before) / max(1, after - before))
        taken.append((key, start, start + int(share * (end - start))))
        if after >= most:
            break
        before = after
    return facts_within(taken, wanted)


def _holds(unit: Place, one: Wanted) -> bool:
    return any(covers(unit, span) for span in one.spans)


def _owed(number: int, one: Wanted, taken: Mapping[str, int]) -> str:
    """The name of a fact that no unit holds: its first span's, unless a unit has that very place."""
    name = unit_id(one.spans[0]) if one.spans else f"not-held:{number}"
    return f"{name}#{number}" if name in taken else name
