"""Match: strings alone, whatever quotes, commas, breaks and capitals."""

import pytest

from evals.gold.match import Match, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("£1,280,000", "£1280000"),
        ("in 1,2 or 3", "in 1,2 or 3"),
        ("‘Should’ – not “must”", "'should' - not \"must\""),
        ("two\n  lines\u00a0here", "two lines here"),
        ("TŶ’R YSGOL", "tŷ'r ysgol"),
    ],
)
def test_texts_are_folded_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("match", "text", "passes"),
    [
        (Match(all=(("nine", "9"),)), "It rings at 9.", True),
        (Match(all=(("nine", "9"),)), "It rings at eight.", False),
        (Match(all=(("nine",), ("bell",))), "It rings at nine.", False),
        (Match(all=(("nine",), ("bell",))), "A BELL\nrings at nine", True),
        (Match(all=(("nine",),), never=("not",)), "It does not ring at nine.", False),
        (Match(all=(("15160",),)), "15,160 people signed.", True),
    ],
)
def test_every_group_is_wanted_and_no_forbidden_word(match: Match, text: str, passes: bool) -> None:
    assert match.passes(text) is passes
