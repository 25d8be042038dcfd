"""Measures of rankings, all by ir-measures: nothing here re-implements one.

Grade 2 or 3 counts as relevant where a measure is binary (a publication only on the subject does not answer); nDCG uses
the grades. A ranking becomes a run whose scores fall with rank, since trec_eval sorts by score and breaks ties by id.
"""

from collections.abc import Mapping, Sequence

LEAST_GRADE = 2
DEPTH = 10

Rankings = Mapping[str, Sequence[str]]
"""Ids best first, by question."""
Grades = Mapping[str, Mapping[str, int]]
"""Grade of each judged id, by question."""


def question_measures() -> dict[str, str]:
    """The measures of our own questions: column -> ir-measures' own name."""
    binary = f"(rel={LEAST_GRADE})"
    return {
        "success@1": f"Success{binary}@1",
        "recall@1": f"R{binary}@1",
        "recall@5": f"R{binary}@5",
        "recall@10": f"R{binary}@10",
        "ndcg@10": "nDCG@10",
        "rr@10": f"RR{binary}@10",
    }


def beir_measures() -> dict[str, str]:
    """The measures of BEIR collections, relevant from grade 1 as their qrels mean it."""
    return {"nDCG@10": "nDCG@10", "R@10": "R@10", "R@100": "R@100", "MRR@10": "RR@10"}


def score_rankings(rankings: Rankings, grades: Grades, measures: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Each measure by question: {question: {column: value}}; a judged question that found nothing scores 0."""
    import ir_measures  # noqa: PLC0415 - half a second, only when something is measured

    columns = {ir_measures.parse_measure(name): column for column, name in measures.items()}
    qrels = [ir_measures.Qrel(key, found, grade) for key, judged in grades.items() for found, grade in judged.items()]
    run = [
        ir_measures.ScoredDoc(key, found, float(len(ranking) - place))
        for key, ranking in rankings.items()
        for place, found in enumerate(ranking)
    ]
    scores: dict[str, dict[str, float]] = {key: dict.fromkeys(measures, 0.0) for key, judged in grades.items() if judged}
    for metric in ir_measures.iter_calc(list(columns), qrels, run):
        scores[metric.query_id][columns[metric.measure]] = float(metric.value)
    return scores
