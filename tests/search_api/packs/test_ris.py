"""RIS: read by rispy, and held to the form of its lines; no words can end a record or begin another."""

import re

import pytest
import rispy
from hypothesis import HealthCheck, given, settings

from corpus.catalogue import Catalogue
from corpus.publication import PublicationType
from search_api.packs.letters import one_line
from search_api.packs.pack import Pack
from search_api.packs.ris import ris
from tests.search_api.packs.packing import ANY_WORDS, NASTY, citation, otters, pack_of, publication

LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def read(pack: Pack) -> list[dict[str, object]]:
    text = ris(pack).decode()
    lines = text.split("\r\n")
    assert all(not line or LINE.fullmatch(line) for line in lines)
    found: list[dict[str, object]] = rispy.loads(text.replace("\r\n", "\n"))
    assert len(found) == text.count("\r\nER  - \r\n")
    return found


def test_a_record_holds_what_a_reference_needs(catalogue: Catalogue) -> None:
    [record] = read(otters(catalogue, "Otters must sleep."))

    assert record["type_of_reference"] == "RPRT"
    assert record["authors"] == ["Lee, Ann"]
    assert (record["title"], record["publisher"]) == ("Otters in schools: guidance", "Welsh Government")
    assert (record["year"], record["date"], record["language"]) == ("2024", "2024/05/01/", "en")
    assert record["urls"] == ["https://gov.wales/otters"]
    assert record["notes"][0] == "“Otters must sleep.” (Otters at school)"  # type: ignore[index]
    assert record["notes"][1].startswith("As found on 7 May 2026: In force.")  # type: ignore[index]
    assert record["keywords"] == ["otters"]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        (PublicationType.ORAL_STATEMENT, "HEAR"),
        (PublicationType.WRITTEN_ANSWER, "HEAR"),
        (PublicationType.WRITTEN_STATEMENT, "RPRT"),
        (PublicationType.LETTER, "PCOMM"),
        (PublicationType.NEWS, "ELEC"),
        (PublicationType.LEGISLATION, "STAT"),
        (PublicationType.OTHER, "ELEC"),
    ],
)
def test_what_was_said_in_the_senedd_is_a_hearing_and_so_on(catalogue: Catalogue, kind: PublicationType, type_: str) -> None:
    assert read(otters(catalogue, "Otters.", type=kind))[0]["type_of_reference"] == type_


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"published": None, "issued": "2019-11"}, "2019/11//"),
        ({"published": None, "issued": "2021"}, "2021///"),
        ({"published": None}, None),
    ],
)
def test_a_date_goes_as_far_as_it_is_known(catalogue: Catalogue, fields: dict[str, object], date: str | None) -> None:
    assert read(otters(catalogue, "Otters.", **fields))[0].get("date") == date


def test_a_body_is_marked_as_one(catalogue: Catalogue) -> None:
    assert read(otters(catalogue, "Otters.", author=None))[0]["authors"] == ["Welsh Government,"]


def test_a_text_quoted_twice_is_one_record_with_two_notes(catalogue: Catalogue) -> None:
    one = publication()
    text = citation(1, one, "Otters must sleep. Newts may swim.")
    twice = pack_of(
        catalogue,
        [
            text,
            type(text)(
                n=2,
                publication=one,
                document=text.document,
                passage_id="",
                span=type(text.span)(0, 18),
                quote="Otters must sleep.",
            ),
        ],
    )
    [record] = read(twice)

    assert len(record["notes"]) == 3  # type: ignore[arg-type]


def test_that_nothing_was_found_can_be_cited(catalogue: Catalogue) -> None:
    [record] = read(pack_of(catalogue, [], title="Voles at school"))

    assert (record["type_of_reference"], record["title"], record["year"]) == ("GEN", "Voles at school", "2026")
    assert "Searched 1 publication." in record["notes"]  # type: ignore[operator]


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:20]))
def test_nasty_words_come_back_on_one_line(catalogue: Catalogue, text: str) -> None:
    [record] = read(otters(catalogue, text))

    assert record["notes"][0] == f"“{one_line(text)}” (Otters at school)" or one_line(f"“{text}”") in record["notes"][0]  # type: ignore[index]


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(text=ANY_WORDS, title=ANY_WORDS)
def test_any_words_come_back_on_one_line(catalogue: Catalogue, text: str, title: str) -> None:
    [record] = read(otters(catalogue, text, title=title))

    assert record["notes"][0] == f"{one_line(f'“{text}”')} (Otters at school)"  # type: ignore[index]
    assert record["title"] == one_line(title)
