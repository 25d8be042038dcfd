"""Duties judged: what counts as read, missed and invented; and the goals hold on the labelled sentences, held-out ones too."""

from collections.abc import Sequence

import pytest

from evals.duties import GOALS, Counts, Labelled, Owed, judge, load_labels, read_text, report, together
from ingest.duties import duties_of


@pytest.fixture(scope="module")
def labels() -> list[Labelled]:
    return load_labels()


@pytest.fixture(scope="module")
def counts(labels: list[Labelled]) -> dict[str, Counts]:
    return judge(labels)


def test_the_labels_lie_where_they_say_and_no_text_is_on_both_sides(labels: list[Labelled]) -> None:
    sides = {split: {one.text for one in labels if one.split == split} for split in ("dev", "test")}

    assert len(labels) >= 200
    assert len(sides["test"]) >= 2
    assert sides["dev"].isdisjoint(sides["test"])
    assert {one.language for one in labels} == {"en", "cy"}


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_goals_are_met(counts: dict[str, Counts], split: str) -> None:
    tally = counts[split]

    assert all(tally.right[name] / tally.judged[name] >= goal for name, goal in GOALS.items())
    assert tally.precision >= 0.9
    assert tally.recall >= 0.9


def changed(label: Labelled, owed: Sequence[Owed]) -> Labelled:
    return Labelled(
        text=label.text,
        split="dev",
        language=label.language,
        quote=label.quote,
        start=label.start,
        item=label.item,
        duties=tuple(owed),
    )


def test_what_is_read_otherwise_than_labelled_is_counted_and_told(labels: list[Labelled]) -> None:
    one = next(label for label in labels if len(label.duties) == 1 and label.duties[0].level == "must")
    others = [label for label in labels if label.text == one.text and label is not one]
    told: list[str] = []
    wrong = Owed(level="may", actors=frozenset({"estyn"}), negative=True)
    tally = judge([changed(one, [wrong]), *others], tell=told.append)["dev"]

    assert (tally.judged["level"] - tally.right["level"], tally.judged["polarity"] - tally.right["polarity"]) == (1, 1)
    assert any("wanted estyn" in line for line in told)
    missed = judge([changed(one, [*one.duties, wrong]), *others])["dev"]
    assert (missed.missed, missed.invented) == (1, 0)
    invented = judge([changed(one, []), *others])["dev"]
    assert (invented.missed, invented.invented) == (0, 1)


def test_actors_of_one_duty_count_together() -> None:
    owed = together(duties_of(read_text("sa-libraries-2023"))[:3])

    assert owed == [Owed(level="must", actors=frozenset({"governing-body", "headteacher", "local-authority"}), negative=False)]


def test_the_report_gives_each_share_with_its_interval(counts: dict[str, Counts]) -> None:
    lines = report(counts)

    assert lines[0].startswith("dev: 134 duties labelled")
    assert any("goal 0.97" in line and "[" in line for line in lines)
    assert report({"dev": Counts()})[1].endswith("none to judge")
