"""The register of duties as it is asked: by actor, level, words, law and day, on a shelf whose texts replace one another."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, open_catalogue
from corpus.duty import Level
from corpus.errors import InvalidQuery
from corpus.publication import PublicationType, Relation, RelationKind
from index.query import Filters
from search_api.duties.asked import DutiesAsked, DutyQuery, read_duties_asked
from search_api.duties.lines import duties_lines
from search_api.duties.register import duties_for, find_duties, name_of
from search_api.duties.shapes import duties_shape
from search_api.question.question import Asked
from tests.past import guidance, text_of

OLD = "Governing bodies should publish a kite plan by 1 June. Schools may lend kites."
NEW = (
    'In this guidance "must" means that the law requires it.\n\n'
    "Governing bodies must publish a kite plan by 1 May, under section 9 of the Test Kites Act 1901. Headteachers should read "
    "the plan.\n\nPupils must not fly kites alone. The plan must be short."
)
DRAFT = "Governing bodies must fly kites themselves."
LETTER = "Local authorities should tell schools about the kite grant."
WELSH = "Rhaid i gyrff llywodraethu gyhoeddi cynllun barcutiaid."


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    catalogue = open_catalogue(f"sqlite:///{tmp_path_factory.mktemp('desk') / 'catalogue.sqlite'}")
    fill(catalogue)
    yield catalogue
    catalogue.close()


def fill(catalogue: Catalogue) -> None:
    old = guidance("kites-2019", "Kites in schools 2019", published=date(2019, 9, 1))
    new = guidance("kites-2024", "Kites in schools 2024", published=date(2024, 3, 1), statutory=False, topics=("kites",))
    draft = guidance("kites-draft", "Kites: draft", published=date(2025, 1, 1), draft=True)
    letter = guidance(
        "letter-kites", "Letter on kites", type=PublicationType.LETTER, published=date(2022, 5, 4), publisher="Estyn"
    )
    welsh = guidance("kites-cy", "Barcutiaid mewn ysgolion", published=date(2024, 3, 1), language="cy")
    with catalogue.writing() as write:
        for publication, words in ((old, OLD), (new, NEW), (draft, DRAFT), (letter, LETTER), (welsh, WELSH)):
            write.put_publication(publication)
            write.put_document(text_of(publication, words))
        write.put_relations(new.id, [Relation(source=new.id, kind=RelationKind.SUPERSEDES, target=old.id)])


def actions(catalogue: Catalogue, **query: object) -> list[str]:
    return [one.kept.duty.action for one in find_duties(catalogue, DutyQuery(**query)).shown]  # type: ignore[arg-type]


def asked(**given: object) -> DutiesAsked:
    own = {name: given.pop(name) for name in ("actor", "level", "law", "publication") if name in given}
    return DutiesAsked(asked=Asked(**({"q": ""} | given)), **own)  # type: ignore[arg-type]


def test_only_what_stands_is_listed(shelf: Catalogue) -> None:
    found = find_duties(shelf, DutyQuery(limit=50))

    assert {one.publication.id for one in found.shown} == {"kites-2024", "letter-kites", "kites-cy"}
    assert found.total == len(found.shown) == 6
    assert found.publications == 3


def test_every_quotation_is_its_document_s_words(shelf: Catalogue) -> None:
    for one in duties_shape(find_duties(shelf, DutyQuery(filters=Filters(any_status=True), limit=50))).duties:
        document = shelf.document(one.document_id)
        assert document is not None
        assert document.text[one.start : one.end] == one.quote
        assert one.duty_id.startswith(f"{one.document_id}:{one.start}-{one.end}:")


def test_superseded_and_draft_duties_are_found_on_request_only(shelf: Catalogue) -> None:
    assert "fly kites themselves" not in actions(shelf, limit=50)
    everything = actions(shelf, filters=Filters(any_status=True), limit=50)
    assert {"fly kites themselves", "lend kites"} <= set(everything)


@pytest.mark.parametrize(
    ("day", "publications"),
    [
        (date(2019, 8, 31), set()),
        (date(2019, 9, 1), {"kites-2019"}),
        (date(2022, 5, 3), {"kites-2019"}),
        (date(2022, 5, 4), {"kites-2019", "letter-kites"}),
        (date(2024, 2, 29), {"kites-2019", "letter-kites"}),
        (date(2024, 3, 1), {"kites-2024", "letter-kites", "kites-cy"}),
        (date(2030, 1, 1), {"kites-2024", "letter-kites", "kites-cy"}),
    ],
)
def test_on_a_day_only_what_stood_then_is_known(shelf: Catalogue, day: date, publications: set[str]) -> None:
    """Nothing of later is known on the day, and a draft never stood."""
    found = find_duties(shelf, DutyQuery(filters=Filters(as_of=day), limit=50))

    assert {one.publication.id for one in found.shown} == publications


def test_by_actor_level_language_law_and_publication(shelf: Catalogue) -> None:
    assert actions(shelf, actors=("headteacher",)) == ["read the plan"]
    assert actions(shelf, levels=(Level.SHOULD,)) == ["read the plan", "tell schools about the kite grant"]
    assert actions(shelf, actors=("governing-body",), filters=Filters(language="cy")) == ["gyhoeddi cynllun barcutiaid"]
    assert len(actions(shelf, law="test kites act")) == 1
    assert actions(shelf, publication="letter-kites") == ["tell schools about the kite grant"]
    assert actions(shelf, filters=Filters(publisher=("Estyn",))) == ["tell schools about the kite grant"]


def test_words_find_the_duties_that_hold_most_of_them(shelf: Catalogue) -> None:
    assert actions(shelf, words="kite grant")[0] == "tell schools about the kite grant"
    assert actions(shelf, words="who may fly alone")[0] == "fly kites alone"
    assert actions(shelf, words="submarine periscope") == []
    assert actions(shelf, words="cynllun barcutiaid") == ["gyhoeddi cynllun barcutiaid"]


def test_pages_hold_each_duty_once(shelf: Catalogue) -> None:
    pages = [actions(shelf, limit=2, page=number) for number in (1, 2, 3, 4)]

    assert [one for page in pages for one in page] == actions(shelf, limit=50)
    assert pages[3] == []


def test_duties_for_an_answer(shelf: Catalogue) -> None:
    [first, *_] = duties_for(shelf, actor="governing-body", words="publish a plan", language="en")
    before = duties_for(shelf, actor="governing-body", words="publish a plan", as_of=date(2020, 1, 1))

    assert (first.publication.id, first.kept.duty.level, first.kept.duty.deadline) == ("kites-2024", Level.MUST, "by 1 May")
    assert first.document.text[slice(*first.kept.duty.span)] == first.kept.quote
    assert [one.publication.id for one in before] == ["kites-2019"]
    assert duties_for(shelf, actor="estyn", words="kites") == []


def test_a_must_of_advice_reports_a_duty_from_elsewhere(shelf: Catalogue) -> None:
    [owed] = duties_for(shelf, actor="governing-body", words="", language="en")

    assert owed.reports_law
    assert owed.kept.duty.key is not None
    assert not duties_for(shelf, actor="headteacher", words="")[0].reports_law


@pytest.mark.parametrize("spelt", ["governing-body", "Governing bodies", "governors", "GOVERNING_BODY", "cyrff llywodraethu"])
def test_an_actor_goes_by_every_name_it_has(shelf: Catalogue, spelt: str) -> None:
    assert read_duties_asked(asked(actor=[spelt]), shelf).actors == ("governing-body",)


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({"actor": ["goverors"]}, "actor", "Unknown actor 'goverors'. Did you mean 'governing-body'"),
        ({"actor": ["xyzzy"]}, "actor", "Unknown actor 'xyzzy'. Known values: 'adew'"),
        ({"level": ["shuold"]}, "level", "Unknown level 'shuold'. Did you mean 'should'"),
        ({"publication": "kites-2023"}, "publication", "Unknown publication 'kites-2023'. Did you mean 'kites-2024'"),
        ({"language": "fr"}, "language", "Unknown language 'fr'"),
        ({"as_of": "yesterday"}, "as_of", "as_of='yesterday' is not a date"),
        ({"limit": 0}, "limit", "limit=0 is out of range"),
        ({"q": "x" * 2001}, "q", "The words are 2,001 characters long"),
    ],
)
def test_what_nobody_knows_is_named_with_what_is_near(
    shelf: Catalogue, given: dict[str, object], field: str, sentence: str
) -> None:
    with pytest.raises(InvalidQuery, match=re.escape(sentence)) as told:
        read_duties_asked(asked(**given), shelf)

    assert told.value.field == field


def test_the_terminal_says_what_a_must_is_worth(shelf: Catalogue) -> None:
    lines = "\n".join(duties_lines(duties_shape(find_duties(shelf, DutyQuery(limit=50)))))

    assert "Governing body (governing-body)" in lines
    assert "MUST NOT" in lines
    assert "under section 9 of the Test Kites Act 1901; when: by 1 May" in lines
    assert "reports a duty that comes from elsewhere" in lines
    assert "No duties found" in duties_lines(duties_shape(find_duties(shelf, DutyQuery(words="periscope"))))[0]


def test_bodies_are_called_by_the_language_asked_for() -> None:
    assert name_of("governing-body", "cy") == "Corff llywodraethu"
    assert name_of(None, "en") == name_of("nobody-we-know", "en") == ""


def test_a_library_of_texts_stored_before_is_read_when_it_is_asked(tmp_path: Path) -> None:
    catalogue = open_catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    fill(catalogue)

    assert len(duties_for(catalogue, actor=None, words="", limit=50)) == 6
    catalogue.close()
