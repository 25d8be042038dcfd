"""Words become the terms BM25 counts, in both languages, and the index scores them as the formula says."""

import math
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.point import Point
from index.store import EdgeStore
from index.words import document_terms, query_terms, term_number, terms, widened

K1, B = 1.2, 0.75


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Schools’ improvement plans", "en", ["school", "improv", "plan"]),
        ("the NPQH's review of 2022-23", "en", ["npqh", "review", "2022", "23"]),
        ("whole-school", "en", ["whole", "school"]),
        ("Yng Nghymru a’r plant", "cy", ["cymru", "plentyn"]),
        ("ganllawiau chanllawiau canllaw", "cy", ["canllaw", "canllaw", "canllaw"]),
        ("dŵr i’w phlant", "cy", ["dwr", "plentyn"]),
        ("?! –", "en", []),
    ],
)
def test_terms(text: str, language: str, expected: list[str]) -> None:
    """Case, accents, mutations and inflections are undone; small words are left out."""
    assert terms(text, language) == expected


@pytest.mark.parametrize(("typed", "written"), [("dwr", "dŵr"), ("ty", "tŷ"), ("ganllawiau", "canllaw"), ("dysgu", "dysgu")])
def test_a_welsh_word_typed_without_its_accents_is_found(typed: str, written: str) -> None:
    assert {term_number(term) for term in terms(written, "cy")} <= set(query_terms(typed, "cy").indices)


@given(text=st.text(), language=st.sampled_from(["en", "cy"]))
def test_a_sparse_vector_never_repeats_a_term(text: str, language: str) -> None:
    made = document_terms(Counter(terms(text, language)), mean_length=64, k1=K1, b=B)

    assert made.indices == sorted(set(made.indices))
    assert len(made.indices) == len(made.values)
    assert all(math.isfinite(value) and value > 0 for value in made.values)


def test_the_index_scores_as_the_bm25_formula_does(tmp_path: Path) -> None:
    """Equality with a reference: Robertson and Zaragoza's formula with Lucene's IDF, in plain Python."""
    texts = {
        "a": "governing bodies publish the plan and publish the budget",
        "b": "the plan is revised each year",
        "c": "pupils may be excluded as a last resort",
        "d": "a plan for attendance, a plan for literacy, a plan for numeracy",
    }
    counted = {key: Counter(terms(text, "en")) for key, text in texts.items()}
    mean = sum(sum(counts.values()) for counts in counted.values()) / len(counted)
    store = EdgeStore(tmp_path / "index", dimensions=lambda: 2)
    store.put(
        [
            Point(
                passage_id=key,
                dense=None,
                sparse=document_terms(counts, mean_length=mean, k1=K1, b=B),
                fields={"key": key},
            )
            for key, counts in counted.items()
        ]
    )

    query = "publish a plan for literacy"
    found = {match.fields["key"]: match.score for match in store.sparse(query_terms(query, "en"), [], 10)}
    store.close()

    expected = {key: reference(terms(query, "en"), counts, list(counted.values()), mean) for key, counts in counted.items()}
    assert found == {key: pytest.approx(score, abs=1e-4) for key, score in expected.items() if score > 0}


def reference(asked: list[str], counts: Counter[str], texts: list[Counter[str]], mean: float) -> float:
    score = 0.0
    for term in set(asked):
        holding = sum(term in text for text in texts)
        idf = math.log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
        count = counts[term]
        score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * sum(counts.values()) / mean))
    return score


def test_other_words_count_for_less_than_what_was_asked() -> None:
    asked = query_terms("kids sent home", "en")
    wider = widened(asked, ["children", "home school"], "en", 0.25)
    weights = dict(zip(wider.indices, wider.values, strict=True))

    assert weights == {
        **dict.fromkeys(map(term_number, ["kid", "sent", "home"]), 1.0),
        **dict.fromkeys(map(term_number, ["children", "school"]), 0.25),
    }
    assert wider.indices == sorted(wider.indices)
    assert widened(asked, ["children"], "en", 0.0) == asked


def test_a_term_s_number_is_the_same_everywhere() -> None:
    """Written down, so that an index made on one machine is read on another."""
    assert term_number("school") == 1_565_522_745
