"""What a writer does to publications and texts over time: tombstones, links, better readings, and who says a relation."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

import corpus
from corpus.catalogue import Catalogue, Outcome, open_catalogue
from corpus.document import Document, Section
from corpus.finding import Finding, FindingKind
from corpus.link import Link, LinkKind
from corpus.provenance import Held
from corpus.publication import REGISTER, Publication, PublicationType, Relation, RelationKind, Status

Make = Callable[..., Publication]
Text = Callable[..., Document]
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KEY = "guidance-otters"
EN, CY = "https://www.gov.wales/otters", "https://www.llyw.cymru/dyfrgwn"


def later(days: int) -> datetime:
    return START + timedelta(days=days)


def put(
    catalogue: Catalogue, publication: Publication, *texts: Document, day: int = 0, stated_on: date | None = None
) -> list[Outcome]:
    with catalogue.writing() as write:
        done = [write.put_publication(publication)]
        return done + [write.put_document(text, stated_on=stated_on, seen_at=later(day)) for text in texts]


def status(catalogue: Catalogue, key: str) -> tuple[Status, str]:
    found = catalogue.publication(key)
    assert found is not None
    return found.standing.status, found.standing.status_basis


def found_in(catalogue: Catalogue) -> tuple[list[str], list[str]]:
    return [text.id for _, text in catalogue.current()], [text.id for _, text in catalogue.searchable()]


def test_a_publication_that_is_gone_is_kept_and_not_searched_until_it_is_back(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    one, two = document("One."), document("Two.")
    put(catalogue, publication(), one)
    put(catalogue, publication(), two, day=1)
    before = found_in(catalogue)
    assert before == ([two.id], [two.id, one.id])

    with catalogue.writing() as write:
        write.mark_gone(KEY, date(2026, 3, 3), basis="not there on three days")

    assert found_in(catalogue) == ([], [])
    assert {one.id, two.id}.isdisjoint(text.id for _, text in catalogue.searchable())
    held = catalogue.publication(KEY)
    assert held is not None
    assert (held.gone, held.gone_basis) == (date(2026, 3, 3), "not there on three days")
    assert catalogue.document(two.id) == two
    assert put(catalogue, publication(title="Otters, renamed")) == [Outcome.CHANGED]
    assert found_in(catalogue) == ([], [])  # a record does not say whether its page is there

    with catalogue.writing() as write:
        write.mark_gone(KEY, None, basis=None)

    assert found_in(catalogue) == before


def test_a_publisher_that_serves_the_words_again_brings_them_back(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    text = document("One.")
    put(catalogue, publication(), text)
    with catalogue.writing() as write:
        write.mark_gone(KEY, date(2026, 3, 3), basis="not there on three days")

    with catalogue.writing() as write:
        write.see_again(text.id, at=later(9))

    assert found_in(catalogue) == ([text.id], [text.id])
    [version] = catalogue.versions(KEY)
    assert (version.first_seen, version.last_seen) == (START, later(9))


def test_the_revision_grows_with_a_change_and_with_nothing_else(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    text, links = document("One."), [Link(kind=LinkKind.FILE, url=f"{EN}.pdf", title="Otters")]
    changes: list[tuple[str, Callable[..., object]]] = [
        ("publication", lambda write: write.put_publication(publication())),
        ("document", lambda write: write.put_document(text)),
        ("links", lambda write: write.put_links(KEY, links)),
        ("page", lambda write: write.put_page(EN, KEY)),
        ("gone", lambda write: write.mark_gone(KEY, date(2026, 3, 3), basis="missed")),
        ("relations", lambda write: write.put_relations(KEY, [])),
        ("seen", lambda write: write.see_again("nope", at=START)),
        ("removed", lambda write: write.remove_publication("nope")),
    ]
    grew = {}
    for name, change in changes:
        for time in ("first", "again"):
            before = catalogue.revision()
            with catalogue.writing() as write:
                change(write)
            grew[name, time] = catalogue.revision() - before

    assert {name for (name, time), by in grew.items() if by and time == "first"} == {
        "publication",
        "document",
        "links",
        "page",
        "gone",
    }
    assert not [name for (name, time), by in grew.items() if by and time == "again"]
    assert set(grew.values()) == {0, 1}


def test_links_are_replaced_whole(catalogue: Catalogue, publication: Make) -> None:
    one, two = (Link(kind=LinkKind.FILE, url=f"{EN}/{name}.pdf", title=name) for name in ("one", "two"))
    put(catalogue, publication())
    with catalogue.writing() as write:
        assert write.put_links(KEY, [two, one, replace(one, url=f"{EN}/one.pdf/")]) is Outcome.CHANGED
    assert [link.title for link in catalogue.links(KEY)] == ["one", "two"]
    listing = catalogue.page_listing(one.url)
    assert listing is not None
    assert listing.id == KEY
    assert catalogue.files_listed([KEY])["two.pdf"] == two.url

    with catalogue.writing() as write:
        assert write.put_links(KEY, [two]) is Outcome.CHANGED
        assert write.put_links(KEY, [two]) is Outcome.UNCHANGED

    assert catalogue.links(KEY) == [two]
    assert catalogue.page_listing(one.url) is None


def test_an_address_leads_to_the_publication_it_led_to_last(catalogue: Catalogue, publication: Make) -> None:
    put(catalogue, publication())
    put(catalogue, publication("other"))
    with catalogue.writing() as write:
        write.put_page(EN, KEY)
    assert catalogue.publication_met_at("http://gov.wales/otters/?lang=en") == KEY

    with catalogue.writing() as write:
        write.put_page("https://gov.wales/otters", "other")

    assert catalogue.publication_met_at(EN) == "other"
    assert catalogue.publication_met_at(CY) is None


def test_pages_that_link_to_each_other_are_translations_until_they_do_not(catalogue: Catalogue, publication: Make) -> None:
    put(catalogue, publication(url=EN))
    put(catalogue, publication("cy", url=CY, language="cy"))
    with catalogue.writing() as write:
        write.put_links(KEY, [Link(kind=LinkKind.TWIN, url=CY)])

    [relation] = catalogue.relations()
    assert (relation.source, relation.kind, relation.target) == ("cy", RelationKind.TRANSLATES, KEY)
    assert relation.basis == "their pages link to each other"

    with catalogue.writing() as write:
        write.put_links(KEY, [])
    assert catalogue.relations() == []


def test_a_link_to_a_publication_that_comes_later_is_found_then(catalogue: Catalogue, publication: Make) -> None:
    put(catalogue, publication(url=EN))
    with catalogue.writing() as write:
        write.put_links(KEY, [Link(kind=LinkKind.FILE, url=f"{EN}.pdf")])
    assert catalogue.relations() == []

    put(catalogue, publication("file", url=f"{EN}.pdf", origin="import"))

    assert [(one.source, one.kind, one.target) for one in catalogue.relations()] == [("file", RelationKind.ANNEXES, KEY)]


def says_it_replaces(text: Document, name: str) -> Document:
    found = Finding(
        kind=FindingKind.REPLACES, value=name, quote=text.text, start=0, end=len(text.text), confidence=0.95, rule="test"
    )
    return replace(text, findings=(found,))


def test_a_text_that_names_what_it_replaces_does_so_while_it_is_current(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    put(catalogue, publication("old", title="Ponds 081/2012", published=date(2012, 1, 1)))
    text = says_it_replaces(document("This replaces 081/2012."), "081/2012")
    put(catalogue, publication(), text)

    [relation] = catalogue.relations("old")
    assert (relation.source, relation.document_id, relation.quote) == (KEY, text.id, "This replaces 081/2012.")
    assert status(catalogue, "old")[0] is Status.SUPERSEDED

    put(catalogue, publication(), document("It replaces nothing."), day=1)

    assert catalogue.relations("old") == []
    assert status(catalogue, "old")[0] is Status.IN_FORCE


def test_what_the_register_says_stays_and_counts_above_what_texts_say(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    put(catalogue, publication("old", title="Ponds 081/2012", published=date(2012, 1, 1)))
    put(catalogue, publication(), says_it_replaces(document("This replaces 081/2012."), "081/2012"))
    with catalogue.writing() as write:
        write.put_relations(KEY, [Relation(source=KEY, kind=RelationKind.SUPERSEDES, target="old")])

    [relation] = catalogue.relations("old")
    assert (relation.basis, relation.document_id) == (REGISTER, None)

    put(catalogue, publication(), document("It replaces nothing."), day=1)
    [relation] = catalogue.relations("old")
    assert relation.basis == REGISTER
    assert status(catalogue, "old") == (Status.SUPERSEDED, f"superseded by {KEY}")

    with catalogue.writing() as write:
        write.put_relations(KEY, [])
    assert catalogue.relations() == []


def current(catalogue: Catalogue) -> str | None:
    found = catalogue.current_document(KEY)
    return found.text if found else None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [  # (day seen, day stated) of each
        ((0, None), (1, None), "Second."),
        ((1, None), (0, None), "First."),  # set aside before, and read only now
        ((0, None), (0, None), "Second."),
        ((0, date(2024, 1, 1)), (1, date(2023, 1, 1)), "First."),  # an old copy, imported later
        ((1, date(2023, 1, 1)), (0, date(2024, 1, 1)), "Second."),
        ((0, date(2024, 1, 1)), (1, date(2024, 1, 1)), "Second."),
        ((0, date(2024, 1, 1)), (1, None), "Second."),
        ((1, date(2024, 1, 1)), (0, None), "First."),
    ],
)
def test_which_of_two_texts_is_current(
    catalogue: Catalogue,
    publication: Make,
    document: Text,
    first: tuple[int, date | None],
    second: tuple[int, date | None],
    expected: str,
) -> None:
    for words, (day, stated_on) in zip(("First.", "Second."), (first, second), strict=True):
        put(catalogue, publication(), document(words), day=day, stated_on=stated_on)

    assert current(catalogue) == expected
    assert len(catalogue.versions(KEY)) == 2
    assert sum(one.current for one in catalogue.versions(KEY)) == 1


@pytest.mark.parametrize(("day", "stated_on"), [(0, None), (0, date(2024, 1, 1)), (3, date(2023, 1, 1))])
def test_the_current_text_with_a_better_outline_stays_current_whatever_its_day(
    catalogue: Catalogue, publication: Make, document: Text, day: int, stated_on: date | None
) -> None:
    text = document("Otters.")
    put(catalogue, publication(), text, day=2, stated_on=date(2024, 6, 1))
    better = replace(text, sections=(Section(heading="Otters.", level=1, start=0, end=7),))

    assert put(catalogue, publication(), better, day=day, stated_on=stated_on)[1] is Outcome.CHANGED

    assert catalogue.current_document(KEY) == better
    [version] = catalogue.versions(KEY)
    assert version.last_seen == later(max(day, 2))


def test_the_same_words_seen_again_are_no_change(catalogue: Catalogue, publication: Make, document: Text) -> None:
    put(catalogue, publication(), document("One."))
    assert put(catalogue, publication(), document("One."), day=5)[1] is Outcome.UNCHANGED
    assert put(catalogue, publication(), document("One."), day=3)[1] is Outcome.UNCHANGED

    [version] = catalogue.versions(KEY)
    assert (version.first_seen, version.last_seen) == (START, later(5))


def test_a_text_that_returns_is_current_again_from_its_return(catalogue: Catalogue, publication: Make, document: Text) -> None:
    for day, words in enumerate(("One.", "Two.", "One.")):
        put(catalogue, publication(), document(words), day=day)

    assert [(one.document.text, one.current, one.valid_from) for one in catalogue.versions(KEY)] == [
        ("One.", True, later(2).date()),
        ("Two.", False, date(2024, 5, 1)),
    ]


def test_a_better_reading_takes_the_days_of_the_text_it_mends(catalogue: Catalogue, publication: Make, document: Text) -> None:
    one, two, better = document("One."), document("Tvvo."), document("Two.")
    put(catalogue, publication(), one, day=0)
    put(catalogue, publication(), two, day=4, stated_on=date(2024, 8, 1))
    before = [(each.first_seen, each.last_seen, each.valid_from, each.valid_to) for each in catalogue.versions(KEY)]

    with catalogue.writing() as write:
        assert write.reread(two.id, better) is Outcome.CHANGED

    versions = catalogue.versions(KEY)
    assert [each.document.text for each in versions] == ["Two.", "One."]
    assert [(each.first_seen, each.last_seen, each.valid_from, each.valid_to) for each in versions] == before
    assert current(catalogue) == "Two."
    assert two.id not in found_in(catalogue)[1]
    assert catalogue.document(two.id) == two
    with catalogue.writing() as write:
        assert write.reread(better.id, better) is Outcome.UNCHANGED
        assert write.reread("nope", better) is Outcome.UNCHANGED


@pytest.mark.parametrize("which", [0, 1])
def test_two_texts_that_turn_out_to_be_one_stay_current(
    catalogue: Catalogue, publication: Make, document: Text, which: int
) -> None:
    """An old parser read two captures of the same words as two texts."""
    texts = [document("One."), document("Öne.")]
    for day, text in enumerate(texts):
        put(catalogue, publication(), text, day=day)

    with catalogue.writing() as write:
        write.reread(texts[which].id, texts[1 - which])

    [version] = catalogue.versions(KEY)
    assert (version.document, version.current) == (texts[1 - which], True)
    assert (version.first_seen, version.last_seen) == (START, later(1))


def test_a_reading_that_was_a_mistake_after_all_gives_its_place_back(
    catalogue: Catalogue, publication: Make, document: Text
) -> None:
    right, wrong = document("Two."), document("Tvvo.")
    put(catalogue, publication(), right)
    with catalogue.writing() as write:
        write.reread(right.id, wrong)
        write.reread(wrong.id, right)

    assert [(one.document, one.current) for one in catalogue.versions(KEY)] == [(right, True)]


@pytest.mark.parametrize("kind", [PublicationType.GUIDANCE, PublicationType.WRITTEN_STATEMENT])
def test_earlier_texts_are_searched_of_what_stands_for_a_period_only(
    catalogue: Catalogue, publication: Make, document: Text, kind: PublicationType
) -> None:
    digest, one, two = document("A fact.", held=Held.DIGEST), document("One."), document("Two.")
    for day, text in enumerate((digest, one, two)):
        put(catalogue, publication(type=kind), text, day=day)

    searched = [(text.text, record.standing.status) for record, text in catalogue.searchable()]

    if kind is PublicationType.GUIDANCE:
        assert searched == [("Two.", Status.IN_FORCE), ("One.", Status.SUPERSEDED)]
    else:
        assert searched == [("Two.", Status.IN_FORCE)]
    for record, text in catalogue.searchable():
        assert (record, text) in list(catalogue.searchable())
    assert digest.id not in {text.id for _, text in catalogue.searchable()}


FIRST_SCHEMA = """
insert into publication (id, title, publisher, type, language, url, also_at, published, draft, withdrawn, topics, origin,
  status, status_basis, force, force_basis, valid_from) values
  ('otters', 'Otters', 'Welsh Government', 'guidance', 'en', 'https://www.gov.wales/otters', '["https://a.example"]',
   '2019-11-01', 0, 1, '["ponds"]', 'register', 'withdrawn', 'marked as withdrawn', 'unknown', 'not stated', '2019-11-01'),
  ('ponds', 'Ponds', 'Welsh Government', 'guidance', 'en', null, '[]', '2012-01-01', 0, 0, '[]', 'register',
   'superseded', 'superseded by otters', 'unknown', 'not stated', '2012-01-01');
insert into relation (source, kind, target, basis) values ('otters', 'supersedes', 'ponds', 'register');
insert into document (id, publication_id, language, held, text, origin, media_type, sha256, retrieved_at, parser, licence,
  sections, pages, current) values
  ('otters.en.1', 'otters', 'en', 'digest', 'A fact.', 'register', 'text/plain', 'a', '2026-01-01T00:00:00+00:00', 'register/1',
   '', '[]', '[]', 0),
  ('otters.en.2', 'otters', 'en', 'full', 'Otters may swim.', 'otters.html', 'text/html', 'b', '2026-02-01T00:00:00+00:00',
   'html/1', 'OGL', '[{"heading": "", "level": 0, "start": 0, "end": 16, "front": false}]', '[]', 1);
update counter set value = 7 where name = 'revision';
"""


def catalogue_of_the_first_schema(path: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(corpus.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    with sqlite3.connect(path) as database:
        database.executescript(FIRST_SCHEMA)
    database.close()


def test_a_catalogue_of_the_first_schema_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    catalogue_of_the_first_schema(path)

    catalogue = open_catalogue(f"sqlite:///{path}")

    assert catalogue.revision() == 7
    assert [(one.id, one.title, one.published) for one in catalogue.publications()] == [
        ("otters", "Otters", date(2019, 11, 1)),
        ("ponds", "Ponds", date(2012, 1, 1)),
    ]
    otters = catalogue.publication("otters")
    assert otters is not None
    assert (otters.also_at, otters.topics, otters.gone, otters.meetings) == (("https://a.example",), ("ponds",), None, ())
    [relation] = catalogue.relations()
    assert relation == Relation(source="otters", kind=RelationKind.SUPERSEDES, target="ponds")
    seen = [(one.document.id, one.current, one.first_seen, one.last_seen) for one in catalogue.versions("otters")]
    first, second = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 2))
    assert seen == [("otters.en.2", True, second, second), ("otters.en.1", False, first, first)]
    assert [text.text for _, text in catalogue.current()] == ["Otters may swim."]

    with catalogue.writing() as write:  # the next change settles every standing anew
        write.put_page("https://www.gov.wales/otters", "otters")

    assert status(catalogue, "otters")[0] is Status.WITHDRAWN
    assert status(catalogue, "ponds") == (Status.SUPERSEDED, "superseded by otters")
    catalogue.close()
    with sqlite3.connect(path) as database:
        assert database.execute("pragma foreign_key_check").fetchall() == []
        [(findings,)] = database.execute("select findings from document where id = 'otters.en.2'")
    database.close()
    assert [one["kind"] for one in json.loads(findings)] == ["withdrawn"]
