"""The checked questions on the two seed texts, whose answers are spans of the publishers' words; read where they are held.

The spans count the raw files; a parser may break lines otherwise, so each is found again in the imported document by its
words (methods 1.4.2). Nothing of the texts is copied into this repository.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.errors import GoldError
from corpus.settings import ROOT
from evals.gold.places import Spans
from evals.gold.questions import Audience, GoldQuestion, Kind, Unanswerable

SHARED = ROOT.parent / "shared"
PUBLICATIONS = {"seed000": "ws-sipp-progress-2025-01", "seed003": "ws-support-leaders-2022-05"}
FILES = {"seed000": "000_5ef4e7c87947d363.txt", "seed003": "003_a29fa03dbf9e284d.txt"}
KINDS = {"what_is": Kind.WHAT, "what_actions_list": Kind.LIST}
"""Kinds that go by another name in that file."""
SHA_LENGTH = 12
_GAP = r"[\s•‣▪*\-]+"


def seed_files(shared: Path = SHARED) -> dict[str, Path]:
    """The seed texts by the publication each one is; empty where they are not held."""
    found = {PUBLICATIONS[key]: shared / "seeds" / name for key, name in FILES.items()}
    return found if all(path.is_file() for path in found.values()) else {}


def load_seed_questions(shared: Path = SHARED) -> tuple[GoldQuestion, ...]:
    """The seeds' questions by id; none where they are not held; raises GoldError naming every fault."""
    path = shared / "gold" / "seeds.jsonl"
    texts = {key: file.read_bytes().decode("utf-8") for key, file in seed_files(shared).items()}
    if not texts or not path.is_file():
        return ()
    faults: list[str] = []
    questions = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            questions.append(_question(json.loads(line), texts))
        except (ValueError, KeyError) as error:
            faults.append(f"{path.name}:{number}: {error}")
    if faults:
        raise GoldError(f"{len(faults)} fault(s) in {path}:\n" + "\n".join(faults))
    return tuple(sorted(questions, key=lambda question: question.id))


def locate(quotes: tuple[str, ...], documents: Mapping[str, str]) -> tuple[Spans, ...]:
    """Where each quotation stands in documents ({id: text}), whatever their line breaks and bullets.

    Raises GoldError for one that stands nowhere: a parser has then lost words.
    """
    places = []
    for quote in quotes:
        pattern = re.compile(_GAP.join(re.escape(word) for word in re.split(_GAP, quote.strip()) if word))
        spans = tuple((key, *match.span()) for key, text in documents.items() for match in pattern.finditer(text))
        if not spans:
            raise GoldError(f"The imported seed texts do not hold the gold words {quote[:60]!r}. A parser has lost them.")
        places.append(spans)
    return tuple(places)


def _question(record: Mapping[str, Any], texts: Mapping[str, str]) -> GoldQuestion:
    quotes = tuple(_quote(span, texts) for span in record.get("spans", ()))
    answerable = bool(record["answerable"])
    kind = record["type"]
    return GoldQuestion(
        id=record["qid"],
        text=record["text"],
        language="en",
        audience=Audience.SEEDS,
        kind=KINDS.get(kind) or Kind(kind),
        answerable=answerable,
        unanswerable_kind=None if answerable else Unanswerable(record["unanswerable_kind"]),
        as_of=None,
        publications={PUBLICATIONS[span["dv"]]: 3 for span in record.get("spans", ())},
        facts=(),
        must_not_cite=(),
        family=record["spans"][0]["dv"] if answerable else "seeds-unanswerable",
        split="test",
        author="the project, checked against the texts",
        written="from the two seed texts before any code",
        quotes=quotes,
    )


def _quote(span: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    quote = texts[PUBLICATIONS[span["dv"]]][span["start"] : span["end"]]
    if hashlib.sha256(quote.encode()).hexdigest()[:SHA_LENGTH] != span["sha"]:
        raise ValueError(f"the words at {span['start']}-{span['end']} of {span['file']} are not those that were checked")
    return quote
