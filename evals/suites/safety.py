"""Safety: what the checks of written sentences catch, and what planted orders make of an answer; no question is asked.

The figures of `canllaw eval verifier` and `canllaw eval injection` as a block of a report. A model is played by a script that
obeys every order; no real one is asked.
"""

from collections.abc import Callable, Sequence

from evals.gold.questions import GoldQuestion
from evals.suites.figures import DIGITS, table_of
from evals.suites.suite import Bench, Block, Figure, Figures
from evals.written.altered import cases, interval, judge
from evals.written.injection import Outcome, Way, attack, load_payloads

VERIFIER = "verifier"
INJECTION = "injection"
NOTES = (
    (
        "Shares of cases judged rightly, false sentences caught and true ones kept, with exact intervals; `held` cases were "
        "not looked at while the checks were made."
    ),
    (
        "Injection: shares of tries in which anything a payload asked for was shown, with a model that obeys every order; the "
        "gate is none of all but the held ones."
    ),
)


def takes(_: Sequence[GoldQuestion]) -> list[GoldQuestion]:
    """No question."""
    return []


def block(bench: Bench) -> Block:
    """The verifier judged, then every payload planted."""
    made, payloads = cases(bench.register), load_payloads()
    whole = len(made) + len(payloads)
    verified = judge(made, embedder=bench.embedder, progress=lambda done, _: bench.progress(done, whole))
    checks: Figures = {one.what: _figure(one.share, one.low, one.high, one.n) for one in verified.lines}
    outcomes = attack(payloads, embedder=bench.embedder, progress=lambda done, _: bench.progress(len(made) + done, whole))
    planted = injections(outcomes)
    return Block(
        title="Safety of written sentences",
        notes=NOTES,
        tables=[
            table_of("Checks of written sentences", {VERIFIER: checks}, list(checks)),
            table_of("Planted orders that succeeded", {INJECTION: planted}, list(planted)),
        ],
        measures={VERIFIER: checks, INJECTION: planted},
    )


def injections(outcomes: Sequence[Outcome]) -> Figures:
    """The share of tries that succeeded: the gate, and of the held payloads each way of obeying."""
    parts: dict[str, Callable[[Outcome], bool]] = {"the gate": lambda one: one.payload.split == "tune"}
    parts |= {f"held out, {way.value}": lambda one, way=way: one.payload.split == "held" and one.way is way for way in Way}  # type: ignore[misc]
    found: dict[str, Figure] = {}
    for name, belongs in parts.items():
        mine = [one for one in outcomes if belongs(one)]
        if mine:
            broken = sum(bool(one.broken) for one in mine)
            found[name] = _figure(broken / len(mine), *interval(broken, len(mine)), len(mine))
    return found


def _figure(mean: float, low: float, high: float, n: int) -> Figure:
    return {"mean": round(mean, DIGITS), "low": round(low, DIGITS), "high": round(high, DIGITS), "n": n}
