"""Named: the suites of some names; `names` says which there are. Does not run them."""

from collections.abc import Sequence

from evals.gold.questions import GoldQuestion
from evals.suites import commitments, duties, retrieval, safety, status, welsh
from evals.suites.suite import Suite


def suites_of(names: Sequence[str]) -> list[Suite]:
    """The suites of some names, in that order; raises KeyError."""
    return [_SUITES[name] for name in names]


def takes_all(questions: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """Every question."""
    return list(questions)


_SUITES = {
    one.name: one
    for one in (
        Suite(name="answers", takes=takes_all),
        Suite(name="retrieval", takes=retrieval.takes, asks=False, block=retrieval.block),
        Suite(name="commitments", takes=commitments.takes, asks=False, block=commitments.block),
        Suite(name="duties", takes=duties.takes, block=duties.block),
        Suite(name="status", takes=status.takes, block=status.block),
        Suite(name="welsh", takes=welsh.takes, block=welsh.block),
        Suite(name="safety", takes=safety.takes, asks=False, block=safety.block),
    )
}
