"""VERIFY: whether a model's sentence may be shown, by a visible list of checks; does not mend or show it.

Each check is a small function in a file of its own; the first that rejects decides. None is certain, and each is cheap; what is
rejected wrongly costs a reader nothing, for the quotation itself is shown in its place.
"""

from collections.abc import Callable, Mapping

from index.embed import Embedder
from search_api.modelled.claim import Claim, Rejection
from search_api.modelled.contract import Item
from search_api.modelled.source import Source
from search_api.question.question import Question
from search_api.verify.dates import dates
from search_api.verify.form import language, orders, reaching
from search_api.verify.mixing import mixing
from search_api.verify.modality import modality
from search_api.verify.names import names
from search_api.verify.negation import limits, negation
from search_api.verify.numbers import numbers
from search_api.verify.order import order
from search_api.verify.quantity import causes, frequency, shares
from search_api.verify.quote import place
from search_api.verify.roles import roles
from search_api.verify.speech import speech
from search_api.verify.standing import standing
from search_api.verify.support import meaning, opposites, relevance, wording

Check = Callable[[Claim, Question], Rejection | None]

CHECKS: tuple[Check, ...] = (
    reaching,  # E_LINK
    orders,
    language,  # E_LANG  C11
    numbers,  # E_NUM   C3
    shares,
    frequency,
    dates,  # E_DATE  C4
    names,  # E_ENT   C5
    roles,
    modality,  # E_MOD   C6
    negation,  # E_NEG   C7
    limits,
    speech,  # E_ATTR  C9
    standing,  # E_VER   C10
    opposites,  # E_SUP   C8
    causes,
    mixing,
    order,
    wording,
)
"""After the quotation was found (C1, C2), and before the two checks by meaning, which alone need a model."""


def verify(item: Item, sources: Mapping[str, Source], question: Question, *, embedder: Embedder) -> Claim | Rejection:
    """The sentence with its place in a document, or why it may not be shown; `sources` are those that were in the prompt."""
    claim = place(item, sources)
    if isinstance(claim, Rejection):
        return claim
    return fault(claim, question, embedder=embedder) or claim


def fault(claim: Claim, question: Question, *, embedder: Embedder) -> Rejection | None:
    """Why a sentence with a quotation may not be shown, or None."""
    for check in (*CHECKS, relevance(embedder), meaning(embedder)):
        rejection = check(claim, question)
        if rejection:
            return rejection
    return None
