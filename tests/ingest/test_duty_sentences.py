"""What single sentences ask of whom, in both languages: tables of sentences with their level, actor, words and bounds."""

from pathlib import Path

import pytest

from ingest import duty_english, duty_welsh
from ingest.duty_claims import Claim
from ingest.sentences import plain

TABLES = Path(__file__).parent / "duties"


def rows(name: str) -> list[list[str]]:
    """The rows of a table, each cell trimmed."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def one_line(claim: Claim) -> str:
    actors = "+".join(actor.body for actor in claim.actors) or "-"
    return f"{claim.level}{'!' if claim.negative else ''} {actors}"


def check(row: list[str], claims: tuple[Claim, ...]) -> None:
    level, actor, action, condition, deadline, law, _ = row
    assert len(claims) == 1
    [claim] = claims
    assert one_line(claim) == f"{level} {actor}"
    assert claim.action.startswith(action)
    assert claim.condition == condition
    assert claim.deadline == deadline
    assert claim.laws == ((law,) if law else ())


@pytest.mark.parametrize("row", rows("english.txt"), ids=lambda row: row[-1])
def test_an_english_duty_is_read_with_its_level_actor_and_bounds(row: list[str]) -> None:
    check(row, duty_english.claims_in(plain(row[-1])))


@pytest.mark.parametrize("row", rows("welsh.txt"), ids=lambda row: row[-1])
def test_a_welsh_duty_is_read_with_its_level_actor_and_bounds(row: list[str]) -> None:
    check(row, duty_welsh.claims_in(plain(row[-1])))


@pytest.mark.parametrize("row", rows("english_several.txt"), ids=lambda row: row[0])
def test_each_modal_of_a_sentence_is_a_duty_of_its_own(row: list[str]) -> None:
    assert [one_line(claim) for claim in duty_english.claims_in(plain(row[0]))] == row[1:]


@pytest.mark.parametrize("row", rows("english_not.txt"), ids=lambda row: row[0])
def test_english_sentences_that_ask_nothing(row: list[str]) -> None:
    assert duty_english.claims_in(plain(row[0])) == ()


@pytest.mark.parametrize("row", rows("welsh_not.txt"), ids=lambda row: row[0])
def test_welsh_sentences_that_ask_nothing(row: list[str]) -> None:
    assert duty_welsh.claims_in(plain(row[0])) == ()
