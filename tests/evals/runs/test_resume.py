"""A run that was cut off goes on from where it stopped and ends in the same bytes; another configuration starts anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from evals.gold.questions import GoldQuestion
from evals.runs.kept import FILE
from evals.runs.run import run
from evals.runs.steady import Steady
from evals.runs.workshop import workshop
from evals.systems.ours import Ours, plain_systems
from evals.systems.response import Response, System
from index.embed import SentenceEmbedder
from search_api.library import Library

Make = Callable[..., GoldQuestion]
WRITTEN = ("config.json", "rows.jsonl", "summary.json")


@pytest.fixture(scope="module")
def questions(make_question: Make, make_unanswerable: Make) -> tuple[GoldQuestion, ...]:
    return (
        make_question("now", "What time do bells ring each morning?"),
        make_question("loud", "How loud may a bell be?"),
        make_unanswerable("weather", "Which striker did Swansea City sell to Millwall?"),
    )


@pytest.fixture(scope="module")
def library(bells_register: Path, embedder: SentenceEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("steady")
    steady = Steady(embedder, folder / "vectors.db")
    none = folder / "none"
    with workshop(folder, register=bells_register, embedder=steady, shared=none, shelf=none) as made:
        yield made
    steady.close()


@dataclass
class Counted:
    """A system that counts what it is asked."""

    system: System
    asked: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its column."""
        return self.system.name

    @property
    def described(self) -> str:
        """What it is."""
        return self.system.described

    def respond(self, question: GoldQuestion) -> Response:
        """What the system gives."""
        self.asked.append(question.id)
        return self.system.respond(question)


def _systems(library: Library) -> list[Counted]:
    # A library anew: what it remembers of earlier questions is not what a program begins with.
    fresh = Library(catalogue=library.catalogue, index=library.index, today=library.today)
    return [Counted(Ours(fresh)), Counted(plain_systems(fresh)[0])]


def _stop_after(number: int) -> Callable[[], bool]:
    left = iter(range(number))
    return lambda: next(left, None) is None


@pytest.fixture(scope="module")
def whole(
    library: Library, questions: tuple[GoldQuestion, ...], bells_register: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = run(questions, _systems(library), library, tmp_path_factory.mktemp("whole"), register=bells_register)
    assert folder
    return folder


@pytest.mark.parametrize("number", range(6))
def test_a_run_cut_off_anywhere_ends_in_the_same_bytes(
    number: int, whole: Path, library: Library, questions: tuple[GoldQuestion, ...], bells_register: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    assert run(questions, _systems(library), library, tmp_path, register=bells_register, stop=_stop_after(number)) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE]
    systems = _systems(library)
    assert run(questions, systems, library, tmp_path, register=bells_register, say=said.append) == tmp_path
    for name in WRITTEN:
        assert (tmp_path / name).read_bytes() == (whole / name).read_bytes(), name
    assert [len(system.asked) for system in systems] == [max(3 - number, 0), min(6 - number, 3)]
    assert said == [f"{number} responses of this configuration are kept in '{tmp_path}': only the rest is asked."]


def test_a_line_cut_off_is_asked_again(
    whole: Path, library: Library, questions: tuple[GoldQuestion, ...], bells_register: Path, tmp_path: Path
) -> None:
    run(questions, _systems(library), library, tmp_path, register=bells_register, stop=_stop_after(4))
    kept = tmp_path / FILE
    kept.write_bytes(kept.read_bytes()[:-20])
    systems = _systems(library)
    run(questions, systems, library, tmp_path, register=bells_register)
    assert [len(system.asked) for system in systems] == [0, 3]
    for name in WRITTEN:
        assert (tmp_path / name).read_bytes() == (whole / name).read_bytes(), name


def test_a_file_cut_off_in_its_first_line_is_begun_anew(
    whole: Path, library: Library, questions: tuple[GoldQuestion, ...], bells_register: Path, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text('{"key": "ab', encoding="utf-8")
    run(questions, _systems(library), library, tmp_path, register=bells_register)
    assert (tmp_path / "rows.jsonl").read_bytes() == (whole / "rows.jsonl").read_bytes()


def test_another_configuration_is_asked_anew_and_says_so(
    library: Library, questions: tuple[GoldQuestion, ...], bells_register: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    run(questions, _systems(library), library, tmp_path, register=bells_register, stop=_stop_after(2))
    others = [replace(questions[0], text="When do bells ring?"), *questions[1:]]
    systems = _systems(library)
    run(others, systems, library, tmp_path, register=bells_register, say=said.append)
    assert [len(system.asked) for system in systems] == [3, 3]
    [told] = said
    assert "another configuration" in told
    assert told.endswith("Other than then: questions_sha256.")
