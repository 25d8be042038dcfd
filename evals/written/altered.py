"""Altered: how many false sentences the verifier catches, and how many true ones it keeps, by kind, with exact intervals.

False sentences are made by rule from the register's facts and the shelf's texts, and written by hand; true ones likewise. Of
those by hand, the `held` half was not looked at while the checks were tuned, and is reported apart.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from scipy.stats import beta

from corpus.document import Document, Section, canonical, make_document
from corpus.passage import Span
from corpus.provenance import Held, Provenance
from corpus.publication import Force, Publication, PublicationType, Standing, Status
from corpus.units import sentences
from evals.written.alterations import alterations, rewordings
from index.embed import Embedder
from search_api.modelled.claim import Claim
from search_api.modelled.contract import Item
from search_api.modelled.source import Source, make_source
from search_api.question.question import Asked, Known, Question, read_question
from search_api.verify.verify import verify

DATA = Path(__file__).parents[1] / "data"
BY_HAND = DATA / "altered.jsonl"
SHELF = DATA / "shelf"
SEED = "altered/1"
LEVEL = 0.95
LEAST_CAUGHT = 0.99
LEAST_KEPT = 0.90
SHORTEST, LONGEST = 25, 400
"""Characters of a sentence that is altered by rule."""
_ASKED = {"en": "What does it say?", "cy": "Beth mae hwn yn ei ddweud?"}
_TODAY = date(2026, 5, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A sentence with the passage it is said to rest on, and whether it is true."""

    kind: str
    made: str
    """`rule`, `tune` or `held`."""
    language: str
    passage: str
    quote: str
    sentence: str
    true: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: how many of a kind were judged rightly."""

    what: str
    n: int
    right: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Judged rightly, of all."""
        return self.right / self.n


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The table, the cases judged wrongly, and the codes by which false ones were caught."""

    lines: tuple[Line, ...]
    wrong: tuple[Case, ...]
    codes: Counter[str]


def cases(register: Path, *, by_hand: Path = BY_HAND, shelf: Path = SHELF) -> list[Case]:
    """Every case: by hand, then by rule, in the order of their texts."""
    return [*_by_hand(by_hand), *_by_rule(register, shelf)]


def judge(found: Sequence[Case], *, embedder: Embedder, progress: Callable[[int, int], None] | None = None) -> Judged:
    """Put each case to the verifier."""
    asked = {language: _question(language) for language in _ASKED}
    right: Counter[tuple[str, ...]] = Counter()
    of: Counter[tuple[str, ...]] = Counter()
    codes: Counter[str] = Counter()
    wrong = []
    for number, case in enumerate(found, 1):
        source = source_of(case.passage, case.language)
        item = Item(s=case.sentence, cites=[source.id], quote=case.quote)
        verdict = verify(item, {source.id: source}, asked[case.language], embedder=embedder)
        is_right = isinstance(verdict, Claim) == case.true
        for key in _groups(case):
            of[key] += 1
            right[key] += is_right
        if not isinstance(verdict, Claim) and not case.true:
            codes[verdict.code.value] += 1
        if not is_right:
            wrong.append(case)
        if progress:
            progress(number, len(found))
    lines = [_line(key[0], right[key], of[key]) for key in sorted(of, key=_order)]
    return Judged(lines=tuple(lines), wrong=tuple(wrong), codes=codes)


def table(judged: Judged) -> str:
    """The table as Markdown."""
    rows = ["| cases | n | judged rightly | 95 % interval |", "| --- | ---: | ---: | --- |"]
    rows += [f"| {one.what} | {one.n:,} | {one.share:.3f} | {one.low:.3f} to {one.high:.3f} |" for one in judged.lines]
    caught = ", ".join(f"{code} {count}" for code, count in judged.codes.most_common())
    return "\n".join([*rows, "", f"False sentences were caught by: {caught}."])


def interval(right: int, n: int) -> tuple[float, float]:
    """The exact interval of a share (Clopper and Pearson 1934)."""
    edge = (1 - LEVEL) / 2
    low = 0.0 if right == 0 else float(beta.ppf(edge, right, n - right + 1))
    high = 1.0 if right == n else float(beta.ppf(1 - edge, right + 1, n - right))
    return low, high


def source_of(text: str, language: str) -> Source:
    """A passage as the verifier takes it, of a text in force that the Welsh Government might have issued."""
    standing = Standing(
        status=Status.IN_FORCE,
        status_basis="invented",
        force=Force.UNKNOWN,
        force_basis="invented",
        valid_from=None,
        valid_to=None,
    )
    record = Publication(
        id="invented",
        title="A text" if language == "en" else "Testun",
        publisher="Welsh Government",
        type=PublicationType.OTHER,
        language=language,
        standing=standing,
    )
    document = _document(canonical(text), language)
    return make_source(1, record, document, Span(0, len(document.text)))


def _document(text: str, language: str) -> Document:
    return make_document(
        publication_id="invented",
        language=language,
        held=Held.FULL,
        text=text,
        sections=(Section(heading="", level=0, start=0, end=len(text)),),
        provenance=Provenance(
            origin="invented",
            media_type="text/plain",
            sha256="0" * 64,
            retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
            parser="none",
        ),
    )


def _question(language: str) -> Question:
    known = Known(publishers=frozenset(), topics=frozenset(), today=_TODAY)
    return read_question(Asked(q=_ASKED[language]), known)


def _by_hand(path: Path) -> Iterator[Case]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        told = {"made": row["split"], "language": row["language"], "passage": row["passage"], "quote": row["quote"]}
        for sentence in row["kept"]:
            yield Case(kind="paraphrase", sentence=sentence, true=True, **told)
        for altered in row["altered"]:
            yield Case(kind=altered["kind"], sentence=altered["s"], true=False, **told)


def _by_rule(register: Path, shelf: Path) -> Iterator[Case]:
    for said, language in _texts(register, shelf):
        for number, sentence in enumerate(said):
            if not SHORTEST <= len(sentence) <= LONGEST:
                continue
            passage = "\n".join(f"• {one}" for one in said[max(0, number - 1) : number + 2])
            told = {"made": "rule", "language": language, "passage": passage, "quote": sentence}
            for one in alterations(sentence, language, SEED):
                yield Case(kind=one.kind, sentence=one.text, true=False, **told)
            for one in rewordings(sentence):
                yield Case(kind="rewording", sentence=one.text, true=True, **told)


def _texts(register: Path, shelf: Path) -> Iterator[tuple[list[str], str]]:
    """Sentences of each text in order: the register's facts, and the paragraphs of the shelf."""
    for line in register.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["facts"], row["language"]
    for path in sorted(shelf.glob("*.md")):
        text = canonical(path.read_text(encoding="utf-8"))
        said = [
            line[slice(*span)]
            for line in text.split("\n")
            if line.strip() and not line.startswith(("#", "|", "-", "•", ">"))
            for span in sentences(line, Span(0, len(line)))
        ]
        yield said, "cy" if path.stem.endswith("-cy") else "en"


def _groups(case: Case) -> list[tuple[str, ...]]:
    side = "kept" if case.true else "caught"
    how = {"rule": "made by rule", "tune": "by hand, tuned on", "held": "by hand, held out"}[case.made]
    tongue = {"en": "English", "cy": "Welsh"}[case.language]
    groups: list[tuple[str, ...]] = [(f"{side}: all",), (f"{side}: {how}",), (f"{side}: {tongue}",)]
    if case.made == "rule" and not case.true:
        groups.append((f"{side}, by rule: {case.kind}",))
    if case.made == "held":
        groups.append((f"{side}, held out: {case.kind}",))
    return groups


def _order(key: tuple[str, ...]) -> tuple[bool, bool, str]:
    return not key[0].startswith("caught"), "," in key[0].partition(":")[0], key[0]


def _line(what: str, right: int, n: int) -> Line:
    low, high = interval(right, n)
    return Line(what=what, n=n, right=right, low=low, high=high)
