"""What holds of any timeline: order, exact quotations, one table and chart; and of any words: markup that stays markup."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from corpus.document import Document
from corpus.publication import Publication, PublicationType
from search_api.messages import read_messages
from search_api.timeline.bars import chart_of
from search_api.timeline.counts import count
from search_api.timeline.entry import Entry, by_year, in_order
from search_api.timeline.found import Timeline
from search_api.timeline.svg import draw
from tests.search_api.conftest import document

SVG = "{http://www.w3.org/2000/svg}"
WORDS = ("kite flying", "kite", "guidance", "Should kites fly?", "lunch", "one day of every week", "schools")
DAYS = st.none() | st.integers(0, 20_000).map(lambda days: date(1980, 1, 1) + timedelta(days=days))
ENTRIES = st.lists(st.tuples(DAYS, st.sampled_from(PublicationType)), max_size=25)
ENGLISH = read_messages()["en"]


def entry(n: int, day: date | None, kind: PublicationType) -> Entry:
    made = Publication(id=f"p{n}", title="T", publisher="P", type=kind, language="en", published=day)
    text: Document = document(made, "Words.")
    return Entry(n=n, publication=made, document=text, quotes=())


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.sampled_from(WORDS), oldest_first=st.booleans(), as_of=st.none() | st.dates(date(2015, 1, 1), date(2025, 1, 1)))
def test_any_timeline_is_in_order_exact_and_without_hindsight(
    timeline: Callable[..., Timeline], words: str, oldest_first: bool, as_of: date | None
) -> None:
    found = timeline(words, oldest_first=oldest_first, as_of=as_of.isoformat() if as_of else None)
    days = [one.day for one in found.entries]
    dated = [day for day in days if day]

    assert dated == sorted(dated, reverse=not oldest_first)
    assert days[: len(dated)] == dated
    assert [one.n for one in found.entries] == list(range(1, found.total + 1))
    assert found.counts.total == found.total
    for one in found.entries:
        assert 1 <= len(one.quotes) <= 3
        assert as_of is None or (one.day and one.day <= as_of)
        for quote in one.quotes:
            citation = quote.citation(1)
            assert citation is not None
            assert quote.document.text[quote.span.start : quote.span.end] == citation.quote == quote.words
        assert as_of is None or all(bond.other.date and bond.other.date <= as_of for bond in one.bonds)


@given(made=ENTRIES, oldest_first=st.booleans())
def test_the_table_counts_every_entry_once_and_the_chart_draws_the_same_numbers(
    made: list[tuple[date | None, PublicationType]], oldest_first: bool
) -> None:
    entries = in_order([entry(n, day, kind) for n, (day, kind) in enumerate(made)], oldest_first=oldest_first)
    counts = count(entries, oldest_first=oldest_first)
    chart = chart_of(counts, "kites", ENGLISH)

    assert counts.total == len(entries) == sum(counts.of_type(kind) for kind in counts.types)
    assert [sum(part.count for part in bar.parts) for bar in chart.bars] == [row.total for row in counts.rows]
    drawn = etree.fromstring(draw(chart).markup)
    assert [text.text for text in drawn.iter(f"{SVG}text") if text.get("class") == "number-of"] == [
        str(row.total) for row in counts.rows
    ]
    years = [year.year for year in by_year(entries)]
    rows = [row.first for row in counts.rows if row.total]
    assert years == rows
    spans = sorted((row.first, row.last) for row in counts.rows if row.first is not None and row.last is not None)
    assert all(before[1] + 1 == after[0] for before, after in pairwise(spans))


@pytest.mark.filterwarnings("error")
@given(
    words=st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
    | st.sampled_from(["</title><script>x", "]]>", "\x00\x0b\ufffe"])
)
def test_no_words_break_the_picture_as_xml(words: str) -> None:
    counts = count([entry(1, date(2021, 1, 1), PublicationType.NEWS)], oldest_first=True)
    drawn = etree.fromstring(draw(chart_of(counts, words, ENGLISH)).markup)

    assert drawn.get("role") == "img"
    assert {tag.tag.removeprefix(SVG) for tag in drawn.iter()} <= set("svg title desc defs pattern rect circle g text".split())
    assert not [name for tag in drawn.iter() for name in tag.attrib if name.startswith("on") or name in ("style", "href")]
    assert drawn[0].tag == f"{SVG}title"
