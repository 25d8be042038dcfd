"""Welsh texts beside their English ones: sentences stand beside their own, and promises are taken over with Welsh words."""

import time
from dataclasses import replace
from datetime import date

import pytest

from corpus.commitment import Commitment
from corpus.commitment_rows import commitment_rows
from ingest.commitments.alignment import aligned
from ingest.commitments.projection import Twin
from ingest.commitments.reading import commitments_of
from tests.ingest.commitments.texts import document, made, quote, statement

ENGLISH = """# Kites

Kites are made of string. They fly in the wind.

I will publish the kite plan by the end of June. It will cost £2 million.

Before the autumn we will:

- fund 20 kite halls;
- meet the unions.

I hope that schools will like it.
"""
WELSH = """# Barcutiaid

Gwneir barcutiaid o linyn. Maent yn hedfan yn y gwynt.

Byddaf yn cyhoeddi'r cynllun barcutiaid erbyn diwedd mis Mehefin. Bydd yn costio £2 filiwn.

Cyn yr hydref byddwn yn:

- ariannu 20 o neuaddau barcutiaid;
- cwrdd â'r undebau.

Rwy'n gobeithio y bydd ysgolion yn ei hoffi.
"""


def beside(english: str, welsh: str) -> list[tuple[str, str]]:
    left, right = document(english), document(welsh, language="cy", key="ws-kites-cy")
    return [
        (
            " ".join(left.text[unit.span.start : unit.span.end] for unit in pair.english),
            " ".join(right.text[unit.span.start : unit.span.end] for unit in pair.welsh),
        )
        for pair in aligned(left, right)
    ]


def twin_of(text: str) -> Twin:
    english, occasion = statement(text)
    found = commitments_of(english, occasion)
    rows = commitment_rows(english.id, found)
    return Twin(document=english, commitments=tuple((row["id"], one) for row, one in zip(rows, found, strict=True)))


def projected(english: str, welsh: str) -> list[tuple[str, Commitment]]:
    text = statement(welsh, language="cy", role="Gweinidog Barcutiaid")
    return [(quote(text, one), one) for one in made(text, twin=twin_of(english))]


def test_texts_of_one_shape_stand_beside_each_other_place_by_place() -> None:
    pairs = beside(ENGLISH, WELSH)
    assert ("Kites are made of string.", "Gwneir barcutiaid o linyn.") in pairs
    assert ("fund 20 kite halls;", "ariannu 20 o neuaddau barcutiaid;") in pairs
    assert all(english and welsh for english, welsh in pairs)


def test_a_paragraph_that_one_text_has_more_shifts_no_other() -> None:
    longer = WELSH.replace(
        "Byddaf yn cyhoeddi",
        "Diolch i bawb am eu gwaith ar y barcutiaid dros y blynyddoedd hir diwethaf.\n\nByddaf yn cyhoeddi",
    )
    pairs = beside(ENGLISH, longer)
    assert ("fund 20 kite halls;", "ariannu 20 o neuaddau barcutiaid;") in pairs
    assert any("kite plan" in english and "cynllun" in welsh for english, welsh in pairs)


def test_two_sentences_that_the_welsh_makes_one_stand_beside_it() -> None:
    pairs = beside(
        "I will publish 14 plans in 2027 for schools. They will be short and clear to read.\n\nKites are red.",
        "Byddaf yn cyhoeddi 14 o gynlluniau yn 2027 i ysgolion a byddant yn fyr ac yn glir i'w darllen.\n\n"
        "Mae barcutiaid yn goch.",
    )
    assert pairs[0][0].startswith("I will publish 14")
    assert pairs[0][0].endswith("read.")
    assert pairs[-1] == ("Kites are red.", "Mae barcutiaid yn goch.")


def test_promises_are_projected_with_the_welsh_words_and_the_days_of_the_english() -> None:
    found = projected(ENGLISH, WELSH)
    assert [words for words, _ in found] == [
        "Byddaf yn cyhoeddi'r cynllun barcutiaid erbyn diwedd mis Mehefin.",
        "ariannu 20 o neuaddau barcutiaid",
        "cwrdd â'r undebau.",
    ]
    first = found[0][1]
    assert first.due is not None
    assert (first.due.words, first.due.last) == ("erbyn diwedd mis Mehefin", date(2026, 6, 30))
    assert (first.rule, first.organisation, first.language) == ("twin:first-person", "Llywodraeth Cymru", "cy")
    assert first.twin.endswith(":1")
    assert (first.speaker, first.office) == ("Ann Example", "Gweinidog Barcutiaid")


def test_what_welsh_rules_would_miss_comes_over_and_what_they_would_invent_does_not() -> None:
    english = "By June the kite plan will be published.\n\nThe panel will meet."
    welsh = "Fe wêl y cynllun barcutiaid olau dydd erbyn mis Mehefin.\n\nByddaf yn cyhoeddi'r cynllun."
    assert [one.rule.partition(":")[0] for _, one in projected(english, welsh)] == ["twin"]


def test_a_welsh_sentence_without_the_same_numbers_is_flagged() -> None:
    english = "I will publish 14 plans by 1 May 2027."
    assert [one.rule for _, one in projected(english, "Byddaf yn cyhoeddi'r cynlluniau cyn hir.")] == [
        "twin-unsure:first-person"
    ]


def test_words_that_stand_beside_no_english_keep_what_welsh_rules_read() -> None:
    more = WELSH + "\nByddaf hefyd yn sefydlu panel barcutiaid newydd sbon i'r holl ysgolion yn 2031 ac i bob coleg yn 2032.\n"
    assert [one.rule for _, one in projected(ENGLISH, more)][-1] == "cy-first-person"


@pytest.mark.parametrize("shift", [0, 1])
def test_a_twin_without_promises_takes_those_of_the_welsh_away(shift: int) -> None:
    twin = twin_of("Kites are red.\n\nThey fly.\n")
    text = statement("Byddaf yn cyhoeddi.\n\nMaent yn hedfan.\n", language="cy", role="Gweinidog Barcutiaid")
    kept = made(text, twin=replace(twin, commitments=twin.commitments[shift:]))
    assert kept == []


def test_texts_too_long_and_unlike_are_set_beside_each_other_nowhere_and_soon() -> None:
    english = "\n\n".join(f"We will publish plan {n} in June." for n in range(1200))
    welsh = "\n\n".join(f"Byddwn yn cyhoeddi cynllun {n} ym mis Mehefin." for n in range(500))
    start = time.process_time()
    pairs = aligned(document(english), document(welsh, language="cy"))

    assert time.process_time() - start < 4
    assert not any(pair.english and pair.welsh for pair in pairs)
