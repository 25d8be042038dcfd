"""Search finds, filters and groups over the real register, and agrees with the filters' plain meaning."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.provenance import Held
from corpus.publication import Force, PublicationType, Status
from index.query import Filters, Query, matches
from index.rank import BM25_ONLY, DENSE_ONLY, OURS, Weights
from index.search import search
from search_api.library import Library

EVERY = 100


def found(library: Library, text: str, *, language: str = "en", weights: Weights = OURS, **filters: object) -> list[str]:
    query = Query(text=text, language=language, filters=Filters(**filters), limit=EVERY)  # type: ignore[arg-type]
    return [hit.publication_id for hit in search(library.index, query, weights=weights).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chief executive of the new professional learning body", "news-pll-ceo-2025"),
        ("grounds for excluding a pupil", "guidance-exclusion-2024"),
        ("how much money for infant class sizes", "os-class-sizes-2017"),
        ("second-hand uniform", "guidance-uniform-2023"),
        ("National Coherence Group letter of 9 December 2024", "ncg-letter-2024-12"),
    ],
)
def test_the_publication_that_answers_is_among_the_first(library: Library, text: str, expected: str) -> None:
    assert expected in found(library, text)[:3]


def test_words_of_the_other_language_find_what_its_own_do_not(library: Library) -> None:
    asked = Query(text="corff dysgu proffesiynol", language="cy", filters=Filters(language="en"), limit=5)
    across = replace(asked, across=("professional learning", "body"))

    assert search(library.index, asked).total < search(library.index, across).total


def test_other_words_find_and_change_nothing_for_a_query_without_terms(library: Library) -> None:
    asked = Query(text="expelled", language="en", limit=5)
    wider = search(library.index, replace(asked, also=("excluded", "exclusion")), weights=BM25_ONLY)

    assert not search(library.index, asked, weights=BM25_ONLY).hits
    assert "exclu" in wider.hits[0].passage.text.casefold()
    empty = Query(text="the", language="en", also=("exclusion",), limit=5)
    assert search(library.index, empty) == search(library.index, replace(empty, also=()))


def test_a_mutated_welsh_word_finds_its_text(library: Library) -> None:
    assert found(library, "chanllawiau gwella ysgolion", language="cy", any_status=True)[0].endswith("-cy")


filters = st.builds(
    Filters,
    type=st.lists(st.sampled_from(PublicationType), max_size=3).map(tuple),
    publisher=st.lists(st.sampled_from(["Welsh Government", "Estyn", "Senedd"]), max_size=2).map(tuple),
    topic=st.lists(st.sampled_from(["attendance", "literacy", "exclusions", "gwella ysgolion"]), max_size=2).map(tuple),
    language=st.sampled_from([None, "en", "cy"]),
    published_from=st.none() | st.dates(date(2012, 1, 1), date(2026, 1, 1)),
    published_to=st.none() | st.dates(date(2012, 1, 1), date(2026, 1, 1)),
    status=st.lists(st.sampled_from(Status), max_size=2).map(tuple),
    force=st.lists(st.sampled_from(Force), max_size=2).map(tuple),
    held=st.sampled_from([None, *Held]),
    as_of=st.none() | st.dates(date(2012, 1, 1), date(2026, 6, 1)),
    any_status=st.booleans(),
)


@settings(max_examples=80)
@given(filters)
def test_the_index_filters_as_plain_python_does(library: Library, filters: Filters) -> None:
    """Every publication that may be found is found when all are asked for, and no other."""
    query = Query(text="schools in Wales", language="en", filters=filters, limit=1000)

    results = search(library.index, query, per_publication=1, depth=2000, near=-1)

    expected = {
        publication.id
        for publication, document in library.catalogue.current()
        if matches(publication, document.held, filters) and publication.language == "en"
    }
    hits = {hit.publication_id for hit in results.hits if hit.language == "en"}
    assert hits == expected


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2013, 1, 1), "guidance-exclusion-2012"),
        (date(2016, 1, 1), "guidance-exclusion-2015"),
        (date(2021, 1, 1), "guidance-exclusion-2019"),
        (date(2025, 1, 1), "guidance-exclusion-2024"),
    ],
)
def test_as_of_a_day_only_the_text_of_that_day_is_found(library: Library, day: date, stands: str) -> None:
    editions = {"guidance-exclusion-2012", "guidance-exclusion-2015", "guidance-exclusion-2019", "guidance-exclusion-2024"}

    assert editions & set(found(library, "exclusion from schools and pupil referral units", as_of=day)) == {stands}


def test_superseded_and_draft_texts_are_left_out_unless_asked_for(library: Library) -> None:
    text = "school improvement guidance framework for evaluation improvement and accountability"

    assert "guidance-si-2022" not in found(library, text)
    assert found(library, text, any_status=True)[0] == "guidance-si-2022"
    assert "guidance-si-2022" in found(library, text, status=(Status.SUPERSEDED,))


def test_one_publication_does_not_fill_the_page(library: Library) -> None:
    counted = found(library, "professional learning entitlement for teaching assistants")

    assert max(counted.count(key) for key in counted) <= 2


def test_pages_follow_one_another_without_gap_or_repeat(library: Library) -> None:
    def page(offset: int, limit: int) -> list[str]:
        query = Query(text="attendance", language="en", limit=limit, offset=offset)
        return [hit.passage.id for hit in search(library.index, query).hits]

    assert page(0, 5) + page(5, 5) == page(0, 10)


def test_each_half_alone_is_in_its_own_order(library: Library) -> None:
    query = Query(text="persistent absence of pupils", language="en", limit=30)

    dense = [hit.dense for hit in search(library.index, query, weights=DENSE_ONLY, per_publication=None).hits]
    sparse = [hit.sparse for hit in search(library.index, query, weights=BM25_ONLY, per_publication=None).hits]

    assert dense == sorted(dense, key=lambda score: -(score or 0))
    assert sparse == sorted(sparse, key=lambda score: -(score or 0))
    assert dense != sparse


def test_what_one_half_found_has_its_score_in_the_other_too(library: Library) -> None:
    query = Query(text="exclusion of pupils", language="en", limit=100)

    hits = search(library.index, query, per_publication=None, depth=10).hits

    assert len(hits) > 10
    assert all(hit.dense is not None for hit in hits if hit.language == "en")


def test_words_far_from_everything_held_find_next_to_nothing(library: Library) -> None:
    query = Query(text="zyzzyva qwrtplk", language="en")

    assert search(library.index, query).total < 10
    assert search(library.index, query, near=-1).total > 150


def test_words_that_are_nowhere_still_find_by_meaning(library: Library) -> None:
    hits = search(library.index, Query(text="truancy", language="en")).hits

    assert hits
    assert all(hit.sparse is None for hit in hits)


def test_a_welsh_question_finds_english_texts_by_meaning(library: Library) -> None:
    asked = Query(
        text="Pryd fydd y corff dysgu proffesiynol newydd yn dechrau?", language="cy", filters=Filters(language="en"), limit=10
    )
    hits = search(library.index, asked, per_publication=1).hits

    assert all(hit.dense is not None for hit in hits)
    assert "blog-pll-body-2025-07" in [hit.publication_id for hit in hits]


def test_an_english_question_finds_a_welsh_text_by_meaning(library: Library) -> None:
    asked = Query(
        text="the plan for getting better at teaching", language="en", filters=Filters(language="cy", any_status=True)
    )
    hits = search(library.index, asked).hits

    assert hits
    assert all(hit.dense is not None for hit in hits)
