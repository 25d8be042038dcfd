"""Comparisons judged: labels stand in their texts, the goals hold on both halves, and what is missed or invented is counted."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import GoldError
from evals.comparing.gold import DATA, Pair, load_pairs, wanted_rows
from evals.comparing.judged import GOALS, Counts, judge, report
from evals.comparing.seeded import changed_modals, seeded, told
from evals.duties import read_text
from index.embed import SentenceEmbedder
from search_api.comparing.likeness import WORDS_ALONE, Meaning


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return load_pairs()


@pytest.fixture(scope="module")
def counts(pairs: list[Pair], embedder: SentenceEmbedder) -> dict[str, Counts]:
    return judge(pairs, meaning=Meaning(read=embedder.passages, languages=embedder.languages))


def test_there_are_enough_pairs_in_both_halves_and_languages(pairs: list[Pair]) -> None:
    assert len(pairs) >= 12
    for split in ("dev", "test"):
        mine = [one for one in pairs if one.split == split]
        assert len(mine) >= 6
        assert {one.language for one in mine} == {"en", "cy"}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_goals_are_met(counts: dict[str, Counts], split: str) -> None:
    assert counts[split].f1("changed paragraphs") >= GOALS["changed paragraphs"]
    assert counts[split].recall("modal") >= GOALS["modal"]
    assert counts[split].recall("date") >= 0.9
    assert counts[split].recall("number") >= 0.9


def test_every_modal_that_a_machine_changed_is_found() -> None:
    found = seeded()

    assert found.made >= 500
    assert found.found == found.made
    assert told(found).startswith(f"seeded: {found.made} of {found.made}")


def test_a_machine_changes_modals_and_nothing_else() -> None:
    document = read_text("sb-snow-2018")
    changed, places = changed_modals(document, every=3)

    assert len(places) > 3
    assert changed.text.split()[:20] != document.text.split()
    differing = [one for one in zip(document.text.split(), changed.text.split(), strict=True) if one[0] != one[1]]
    assert len(differing) == len(places)
    assert [section.heading for section in changed.sections] == [section.heading for section in document.sections]
    for section in changed.sections:
        assert section.heading in changed.text[section.start : section.end]


def test_what_is_missed_and_invented_is_counted_and_told(pairs: list[Pair]) -> None:
    one = next(pair for pair in pairs if pair.name == "dev-kitchens")
    label = dict(one.changes[0], after="1 January 1999")
    lines: list[str] = []
    tally = judge([replace(one, changes=(label, *one.changes[1:]))], meaning=WORDS_ALONE, tell=lines.append)["dev"]

    assert (tally.missed["date"], tally.invented["date"]) == (1, 1)
    assert any("missed" in line and "1999" in line for line in lines)
    assert any("invented ('date', '1 September 2021', '1 September 2023')" in line for line in lines)


def test_the_labels_of_paragraphs_follow_from_their_keys(pairs: list[Pair]) -> None:
    one = next(pair for pair in pairs if pair.name == "dev-cycling")

    assert {label for label in wanted_rows(one) if label[0] == "moved"} == {("moved", "8", "8")}
    assert ("edited", "6", "6") in wanted_rows(one)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('before = "four"', 'before = "forty"', "'forty' does not stand in paragraph 3"),
        ("[2] A school", "[1] A school", "a key stands twice in a"),
        ("[2] A school", "A school", "not every paragraph of a has a key"),
    ],
)
def test_a_label_that_does_not_fit_its_texts_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (DATA / "dev-kitchens.toml").read_text(encoding="utf-8")
    (tmp_path / "broken.toml").write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(GoldError, match=said):
        load_pairs(tmp_path)


def test_the_report_gives_each_figure_with_its_goal(counts: dict[str, Counts]) -> None:
    lines = report(counts)

    assert lines[0] == "dev: 7 pairs of texts"
    assert any(line.startswith("  changed paragraphs") and line.endswith("goal 0.95") for line in lines)
    assert any("may differ: slipped_date" in line for line in lines)
    assert any("none to judge" in line for line in report({"dev": Counts()}))
