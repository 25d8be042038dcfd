"""Written: an answer asked of a language model, each sentence checked before anyone sees it; does not choose the passages.

Ask, check every sentence, mend once, or give the answer up with a reason, so that the caller answers in quotations. A sentence
that fails is replaced by its own quotation where that answers; where too many fail the model is asked once more, told what was
wrong; where too many fail again nothing of it is shown (methods 4.3).
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from index.embed import Embedder
from search_api.modelled.claim import Claim, Code, Rejection
from search_api.modelled.contract import Item, Reply, closed_items, read_reply
from search_api.modelled.failure import Failure, FailureReason
from search_api.modelled.model import Message, Model
from search_api.modelled.prompt import MOST_SENTENCES, Prompt, ask_again, make_prompt
from search_api.modelled.source import Source, by_id, is_plain
from search_api.modelled.written_statements import NotWritten, Reason, Tally, Written, WrittenStatement
from search_api.question.question import Question
from search_api.verify.quote import place
from search_api.verify.stems import stem_set
from search_api.verify.verify import fault, verify

__all__ = ["NotWritten", "Tally", "Written", "WrittenStatement", "write_answer", "write_as_it_comes"]

MOST_REJECTED = 0.30
"""Share of sentences rejected above which nothing of an answer is shown (methods 4.3)."""
ANSWERS = 0.45
"""Cosine of question and quotation from which the quotation alone may stand for a sentence."""
MENDABLE = frozenset({Code.NUMBER, Code.DATE, Code.NAME, Code.MODALITY, Code.NEGATION, Code.SUPPORT, Code.ATTRIBUTION})
"""What the quotation itself puts right; not a link, an unknown passage, another language or a text that does not stand."""
_HOPELESS = frozenset({FailureReason.UNREACHABLE, FailureReason.REFUSED, FailureReason.BUSY, FailureReason.TIMED_OUT})

_log = logging.getLogger(__name__)


Verdict = Claim | Rejection


@dataclass(slots=True)
class _Round:
    """One reply and what came of its sentences."""

    reply: Reply
    verdicts: list[tuple[Item, Verdict]] = field(default_factory=list)

    @property
    def rejected(self) -> list[Rejection]:
        return [verdict for _, verdict in self.verdicts if isinstance(verdict, Rejection)]

    @property
    def may_stand(self) -> bool:
        return len(self.rejected) <= MOST_REJECTED * len(self.verdicts)


def write_answer(
    question: Question,
    sources: Sequence[Source],
    model: Model,
    *,
    embedder: Embedder,
    deadline: float | None = None,
    admit: Callable[[Source], bool] = is_plain,
) -> Written | NotWritten:
    """The model's answer over these passages, or why there is none; `deadline` is a moment of `time.monotonic()`."""
    parts = list(write_as_it_comes(question, sources, model, embedder=embedder, deadline=deadline, admit=admit))
    last = parts[-1]
    return last if not isinstance(last, WrittenStatement) else NotWritten(reason=Reason.MODEL, detail="it never ended")


def write_as_it_comes(
    question: Question,
    sources: Sequence[Source],
    model: Model,
    *,
    embedder: Embedder,
    deadline: float | None = None,
    admit: Callable[[Source], bool] = is_plain,
) -> Iterator[WrittenStatement | Written | NotWritten]:
    """Each sentence as soon as it is checked, then the whole answer or why there is none, which has the last word.

    What came before may not stand in the end: where too much of an answer fails, its good sentences go too.
    """
    until = time.monotonic() + model.timeout if deadline is None else deadline
    readable = [source for source in sources if source.language == question.language]
    prompt = make_prompt(question, readable, admit=admit)
    if not prompt.sources:
        yield NotWritten(reason=Reason.NO_PASSAGES, detail="No passage in the question's language may be shown to a model.")
        return
    desk = _Desk(question, prompt, model, embedder, until)
    first: _Round | Failure | None = None
    for part in desk.listen(prompt.messages):
        if isinstance(part, WrittenStatement):
            yield part
        else:
            first = part
    yield desk.settle(first)


class _Desk:
    """One question at work."""

    def __init__(self, question: Question, prompt: Prompt, model: Model, embedder: Embedder, until: float) -> None:
        self.question = question
        self.prompt = prompt
        self.model = model
        self.embedder = embedder
        self.until = until
        self.sources: Mapping[str, Source] = by_id(prompt.sources)
        self.said = ""
        self._judged: dict[str, Verdict] = {}

    def listen(self, messages: Sequence[Message]) -> Iterator[WrittenStatement | _Round | Failure]:
        """Sentences as they close and pass, then the reply with all its verdicts, or the model's failure."""
        self.said, shown = "", 0
        for piece in self.model.stream(messages, deadline=self.until):
            if isinstance(piece, Failure):
                yield piece
                return
            self.said += piece
            if "}" not in piece:
                continue
            items = closed_items(self.said, mark=self.prompt.mark)[:MOST_SENTENCES]
            for item in items[shown:]:
                verdict = self.judge(item)
                if isinstance(verdict, Claim):
                    yield _statement(verdict)
            shown = len(items)
        reply = read_reply(self.said, mark=self.prompt.mark)
        if isinstance(reply, Failure):
            yield reply
            return
        yield _Round(reply, [(item, self.judge(item)) for item in reply.answer[:MOST_SENTENCES]])

    def judge(self, item: Item) -> Verdict:
        """The verdict on a sentence, which is reached and logged once."""
        key = item.model_dump_json()
        if key not in self._judged:
            verdict = verify(item, self.sources, self.question, embedder=self.embedder)
            self._judged[key] = verdict
            if isinstance(verdict, Rejection):
                _log.info("sentence rejected: %s %r", verdict.code.value, verdict.why)
        return self._judged[key]

    def settle(self, first: _Round | Failure | None) -> Written | NotWritten:
        """What becomes of the first reply: shown, mended, asked for again, or given up."""
        if isinstance(first, _Round) and first.may_stand:
            return self.close(first, asked=1)
        if isinstance(first, Failure) and first.reason in _HOPELESS:
            return NotWritten(reason=Reason.MODEL, detail=first.detail, failure=first)
        if time.monotonic() >= self.until:
            late = Failure(reason=FailureReason.TIMED_OUT, detail="There was no time to ask the model again.")
            return NotWritten(reason=Reason.MODEL, detail=late.detail, failure=late, tally=_tally(first, asked=1))
        second: _Round | Failure | None = None
        for part in self.listen(ask_again(self.prompt, self.said, _faults(first))):
            if not isinstance(part, WrittenStatement):
                second = part
        if isinstance(second, Failure):
            return NotWritten(reason=Reason.MODEL, detail=second.detail, failure=second, tally=_tally(first, asked=2))
        return self.close(second, asked=2)

    def close(self, found: _Round | None, *, asked: int) -> Written | NotWritten:
        """The answer of a reply, its failed sentences mended; nothing where too many failed."""
        tally = _tally(found, asked=asked)
        if found is None or not found.may_stand:
            return NotWritten(reason=Reason.REJECTED, detail="Too many sentences failed their checks.", tally=tally)
        shown: dict[str, WrittenStatement] = {}
        for item, verdict in found.verdicts:
            statement = _statement(verdict) if isinstance(verdict, Claim) else self.mend(item, verdict)
            if statement:
                shown.setdefault(statement.text.casefold(), statement)
        if not shown and not found.reply.insufficient:
            return NotWritten(reason=Reason.REJECTED, detail="No sentence is left to show.", tally=tally)
        return Written(statements=tuple(shown.values()), insufficient=found.reply.insufficient, tally=tally)

    def mend(self, item: Item, rejection: Rejection) -> WrittenStatement | None:
        """The quotation in the place of a failed sentence, where it answers by itself; else the sentence is dropped."""
        if rejection.code not in MENDABLE:
            return None
        claim = place(item, self.sources)
        if isinstance(claim, Rejection):
            return None
        whole = replace(claim, text=" ".join(claim.quote.split()))
        if fault(whole, self.question, embedder=self.embedder) is None and self._answers(whole):
            return _statement(whole, verbatim=True)
        return None

    def _answers(self, claim: Claim) -> bool:
        """Whether a quotation speaks of what was asked: by its words, or by meaning where a model knows the language."""
        language = self.question.language
        if stem_set(self.question.text, language) & stem_set(claim.proof, language):
            return True
        if language not in self.embedder.languages:
            return False
        return float(np.dot(*self.embedder.passages([self.question.text, claim.proof]))) >= ANSWERS


def _statement(claim: Claim, *, verbatim: bool = False) -> WrittenStatement:
    return WrittenStatement(text=claim.text, source=claim.source, span=claim.span, quote=claim.quote, verbatim=verbatim)


def _tally(found: _Round | Failure | None, *, asked: int) -> Tally:
    if not isinstance(found, _Round):
        return Tally(checked=0, passed=0, rejected=(), asked=asked)
    rejected = tuple(found.rejected)
    checked = len(found.verdicts)
    return Tally(checked=checked, passed=checked - len(rejected), rejected=rejected, asked=asked)


def _faults(found: _Round | Failure | None) -> list[str]:
    """What the model is told: sentence numbers and codes, with our words on each."""
    if isinstance(found, Failure):
        return [found.detail]
    verdicts = found.verdicts if found else []
    return [
        f"sentence {number}: {verdict.code.value}, {verdict.why}"
        for number, (_, verdict) in enumerate(verdicts, 1)
        if isinstance(verdict, Rejection)
    ] or ["nothing could be used"]
