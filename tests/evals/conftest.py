"""A small register of our own writing with real engines over it, and questions on it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals.gold.match import Match
from evals.gold.questions import Audience, GoldFact, GoldQuestion, Kind, Unanswerable
from evals.runs.workshop import workshop
from index.embed import SentenceEmbedder
from search_api.library import Library

RECORDS = [
    {
        "id": "bells-2024",
        "title": "School bells guidance",
        "supersedes": ["bells-2012"],
        "published": "2024-03-01",
        "facts": ["Bells ring at nine each morning.", "A bell may be as loud as 70 decibels."],
    },
    {
        "id": "bells-2012",
        "title": "School bells guidance, first edition",
        "superseded_by": ["bells-2024"],
        "published": "2012-03-01",
        "facts": ["Bells ring at eight each morning."],
    },
    {
        "id": "lunch-2023",
        "title": "Lunch in schools",
        "published": "2023-09-01",
        "facts": ["Every pupil in reception has a free hot lunch.", "The scheme costs £12,500 a year."],
    },
    {
        "id": "cinio-2023",
        "title": "Cinio yn yr ysgol",
        "language": "cy",
        "translation_of": "lunch-2023",
        "published": "2023-09-01",
        "facts": ["Mae pob disgybl yn y dosbarth derbyn yn cael cinio poeth am ddim."],
    },
]


Make = Callable[..., GoldQuestion]


def _question(key: str, text: str, **changes: object) -> GoldQuestion:
    known: dict[str, object] = {
        "id": key,
        "text": text,
        "language": "en",
        "audience": Audience.PRACTITIONER,
        "kind": Kind.WHEN,
        "answerable": True,
        "unanswerable_kind": None,
        "as_of": None,
        "publications": {"bells-2024": 3},
        "facts": (
            GoldFact(publication_id="bells-2024", text="Bells ring at nine each morning.", match=Match(all=(("nine",),))),
        ),
        "must_not_cite": ("bells-2012",),
        "family": "bells",
        "split": "dev",
        "author": "a test",
        "written": "for a test",
    }
    return GoldQuestion(**(known | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make_question() -> Make:
    """An answerable question about the bells of 2024, but for the changes."""
    return _question


@pytest.fixture(scope="session")
def make_unanswerable() -> Make:
    """A question that nothing held answers, but for the changes."""
    nothing = {
        "kind": Kind.UNANSWERABLE,
        "answerable": False,
        "unanswerable_kind": Unanswerable.OFF_CORPUS,
        "publications": {},
        "facts": (),
        "must_not_cite": (),
        "family": "off",
    }

    def make(key: str, text: str, **changes: object) -> GoldQuestion:
        return _question(key, text, **(nothing | changes))

    return make


@pytest.fixture(scope="session")
def bells_register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "register.jsonl"
    shared = {"publisher": "A council", "type": "guidance", "language": "en", "topics": [], "commitments": []}
    path.write_text("".join(json.dumps(shared | record) + "\n" for record in RECORDS), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def bells(bells_register: Path, embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("workshop")
    none = folder / "none"
    with workshop(folder, register=bells_register, embedder=embedder, shared=none, shelf=none) as made:
        yield made
