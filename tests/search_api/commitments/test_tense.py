"""Whether a sentence tells of what is done or of what is to come."""

import pytest

from search_api.commitments.tense import is_told


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("Dr Menna Pryce took up the adviser's post on 7 January.", "en", True),
        ("Offer letters had gone to all authorities on 19 July.", "en", True),
        ("All 40 have run since the end of January.", "en", True),
        ("Published on 18 May.", "en", True),
        ("Three universities tendered in March.", "en", True),
        ("The board will sit on 24 January.", "en", False),
        ("The board was to sit on 24 January.", "en", False),
        ("Replies are invited until 21 June.", "en", False),
        ("In force from 1 September.", "en", False),
        ("Members need the paper by March.", "en", False),
        ("The minister said that it will open in May.", "en", False),
        ("Aeth yr arian i gyd allan cyn 31 Mawrth.", "cy", True),
        ("Talwyd y rhandaliad cyntaf ym mis Rhagfyr.", "cy", True),
        ("Bydd y bwrdd yn cyfarfod ym mis Ionawr.", "cy", False),
        ("Took place in May.", "fr", False),
    ],
)
def test_a_sentence_is_told_by_its_verbs(words: str, language: str, told: bool) -> None:
    assert is_told(words, language) is told
