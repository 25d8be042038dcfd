"""An open question of what was promised is told from one of whether, when or by whom, and from what others promise."""

import json

import pytest

from evals.promises.gold import PROMISES
from search_api.question.kind import Kind, kind_of

OPEN = {
    "en": """
        What did the minister promise on literacy?
        Which commitments has the Welsh Government made about ALN since 2024?
        promises on attendance
        Estyn commitments inspection reform
        free books for kids - what was pledged
        What has Lynne Neagle said she will do about behaviour?
        attendance – what are they going to do about it
        was anything promised about supply teacher pay
        are there any pledges out there on breakfast clubs
        government's stated plans for qualifications
        steps the government said it would take on persistent absence
        Can you pull together the pledges from the speech
        As chair of governors, what have ministers undertaken to do about governing bodies?
    """,
    "cy": """
        Beth addawyd ar anghenion dysgu ychwanegol?
        Pa ymrwymiadau sydd wedi'u gwneud am rifedd?
        addewidion am adeiladau ysgol newydd
        beth oedd yr addewid ar brydau ysgol am ddim
        ADY: beth maen nhw wedi cytuno i'w wneud
    """,
}
OTHER = {
    "en": """
        Was the promise on the code kept?
        what came of the pledge to reduce class sizes
        When was the ALN code promised for?
        who promised every child a book to keep
        how much money was pledged for school repairs
        which commitments have been met in full
        What must schools commit to in an individual development plan?
        the council's commitments in its WESP
        promising practice in teaching reading
        finance committee: minutes about school reserves
        Our head promised we would appoint a second ALNCo, do we have to?
        what do unions say they will do about workload
    """,
    "cy": """
        A gadwodd y Gweinidog ei haddewid?
        pam ymrwymodd y llywodraeth i newid y flwyddyn ysgol
        addewidion y cyngor sir yn ei gynllun
        Beth mae'n rhaid i ysgolion ymrwymo iddo?
        ystyr ymrwymiad yn y cod
    """,
}


def rows(listed: dict[str, str]) -> list[tuple[str, str]]:
    return [(line.strip(), language) for language, block in listed.items() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("text", "language"), rows(OPEN))
def test_an_open_question_is_one(text: str, language: str) -> None:
    assert kind_of(text, language) is Kind.PROMISED


@pytest.mark.parametrize(("text", "language"), rows(OTHER))
def test_another_question_is_not(text: str, language: str) -> None:
    assert kind_of(text, language) is not Kind.PROMISED


def test_few_of_all_questions_written_for_it_are_read_otherwise() -> None:
    asked = [json.loads(line) for line in (PROMISES / "asked.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = {split: [0, 0] for split in ("tune", "held")}
    for one in asked:
        wrong[one["split"]][1] += 1
        wrong[one["split"]][0] += (kind_of(one["asked"], one["language"]) is Kind.PROMISED) is not one["asks"]
    assert {split: missed / of < 0.15 for split, (missed, of) in wrong.items()} == {"tune": True, "held": True}
