"""Asking: every pair put to the judge, one by one; a judge that is not there ends it in time, as a value. Measures nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evals.judge.pairs import Label, Pair
from evals.judge.prompt import Basis, Verdict, messages, read_reply
from search_api.modelled.failure import Failure, FailureReason
from search_api.modelled.model import Model

TRIES = 2
"""Times that a pair is asked before the judge is taken to be gone: at most so many deadlines of the model are waited for."""
NO_VERDICT = frozenset({FailureReason.EMPTY, FailureReason.TOO_LONG})
"""The model is there and says nothing that can be read: that is its verdict."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The judge stopped answering."""

    after: int
    of: int
    detail: str

    @property
    def told(self) -> str:
        """What happened, as a sentence."""
        return f"The judge did not answer for pair {self.after + 1} of {self.of}, asked {TRIES} times: {self.detail}"


def ask_judge(pairs: Sequence[Pair], model: Model, *, progress: Progress = lambda _, __: None) -> list[Verdict] | Gone:
    """A verdict for each pair in its order, or where and why the judge was gone."""
    verdicts: list[Verdict] = []
    for number, pair in enumerate(pairs):
        progress(number, len(pairs))
        found = _ask(pair, model)
        if isinstance(found, Failure):
            return Gone(after=number, of=len(pairs), detail=found.detail)
        verdicts.append(found)
    return verdicts


def _ask(pair: Pair, model: Model) -> Verdict | Failure:
    asked = messages(pair)
    failure: Failure | None = None
    for _ in range(TRIES):
        reply = model.complete(asked)
        if isinstance(reply, str):
            return read_reply(reply, pair)
        if reply.reason in NO_VERDICT:
            return Verdict(label=Label.NONE, basis=Basis.UNREADABLE)
        failure = reply
    if failure is None:  # TRIES is above 0
        raise AssertionError
    return failure
