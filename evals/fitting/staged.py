"""Staged: exercises that the cross-encoder is not fitted on, as texts on a shelf with questions to the product; asks none.

What is read of a text that was fitted on is surer than it would be of a stranger's, so that confidence is learnt from others.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evals.fitting.exercises import Exercise, Put
from evals.gold.match import Match
from evals.gold.questions import DATA, Audience, GoldFact, GoldQuestion, Kind, Unanswerable

APART = DATA / "exercises_apart.jsonl"
"""Texts that are kept from `canllaw eval together`."""
YEARS = range(2000, 2026)
"""Of a title that a text is published in; 2024 where it names none of them."""
_YEAR = re.compile(r"\b\d{4}\b")


def put_on_shelf(exercises: Sequence[Exercise], shelf: Path) -> None:
    """Each exercise as `ID.md` with its record, every second one as separate lines, as digests have them."""
    shelf.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(exercises):
        lines = [f"- {sentence}" for sentence in one.sentences] if number % 2 else [" ".join(one.sentences)]
        heading = [f"## {one.heading}", ""] if one.heading else []
        text = "\n".join([f"# {one.title}", "", *heading, *lines])
        (shelf / f"{id_of(number)}.md").write_text(text + "\n", encoding="utf-8")
    records = [json.dumps(_record(number, one), ensure_ascii=False) for number, one in enumerate(exercises)]
    (shelf / "records.jsonl").write_text("\n".join(records) + "\n", encoding="utf-8")


def questions_of_exercises(exercises: Sequence[Exercise]) -> list[GoldQuestion]:
    """Every question of the exercises; the sentences that answer are its facts, any of which is enough."""
    return list(_questions(exercises))


def id_of(number: int) -> str:
    """The publication that an exercise is put on the shelf as."""
    return f"exercise-{number:04}"


def _questions(exercises: Sequence[Exercise]) -> Iterator[GoldQuestion]:
    numbers = {(one.family, one.title): number for number, one in enumerate(exercises)}
    for number, one in enumerate(exercises):
        for place, put in enumerate(one.questions):
            answers = [(number, answer) for answer in put.answers]
            answers += [(numbers[one.family, title], answer) for title, answer in put.also]
            said = [(id_of(text), exercises[text].sentences[answer]) for text, answer in answers]
            yield _question(put, f"{id_of(number)}-{place}", one.family or id_of(number), said)


def _question(put: Put, key: str, family: str, said: Sequence[tuple[str, str]]) -> GoldQuestion:
    """`said` are the sentences that answer, each with the id of its text."""
    asked = GoldQuestion(
        id=key,
        text=put.asked,
        language=put.language,
        audience=Audience.PRACTITIONER,
        kind=Kind.WHAT,
        answerable=True,
        unanswerable_kind=None,
        as_of=None,
        publications=dict.fromkeys((of for of, _ in said), 3),
        facts=tuple(GoldFact(publication_id=of, text=fact, match=Match(all=((fact,),))) for of, fact in said),
        must_not_cite=(),
        family=family,
        split="dev",
        author="exercises",
        written="2026-11-22",
    )
    if said:
        return asked
    return replace(asked, kind=Kind.UNANSWERABLE, answerable=False, unanswerable_kind=Unanswerable.NEAR_MISS)


def _record(number: int, one: Exercise) -> dict[str, object]:
    years = [int(year) for year in _YEAR.findall(one.title) if int(year) in YEARS]
    empty = ("supersedes", "follows_up", "also_at", "superseded_by", "amends", "followed_up_by", "commitments")
    return {
        **{name: [] for name in empty},
        "id": id_of(number),
        "title": one.title,
        "type": "guidance",
        "published": f"{max(years, default=2024)}-01-15",
        "published_basis": "invented",
        "statutory": False,
        "draft": False,
        "author": None,
        "role": None,
        "topics": ["exercises"],
        "facts": [one.title],
        "facts_basis": "full text",
        "translation_of": None,
        "url": None,
        "issued": None,
        "updated": None,
        "note": "An invented text to learn from; nobody issued it.",
        "publisher": "Welsh Government (specimen)",
        "language": one.language,
    }
