"""Lost: where answerable questions were lost, which were won or lost to others, and the worst in full; computes nothing.

Publishers' words are never repeated here: a report is kept in the repository, which holds none.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from evals.gold.seeds import PUBLICATIONS
from evals.report.blocks import Block, Bullets, Folded, Plot, Quote, Section, Text, table
from evals.report.cells import systems_of
from evals.report.plots import Bar, bars
from evals.runs.blame import LABELS
from evals.runs.differences import OURS, Row

WORST = 20
FIRST = (
    "wrong_version",
    "not_held",
    "hidden",
    "matcher",
    "incomplete",
    "sentence",
    "assembly",
    "passage",
    "first_stage",
    "rank",
)
"""Labels in the order of how bad they are for a reader who trusts the answer; any other comes after."""
NOT_REPEATED = frozenset(PUBLICATIONS.values())
"""Publications whose words are a publisher's."""


def blamed(summary: dict[str, Any]) -> Section:
    """The step that lost each failed question: every one of them has one label."""
    systems = systems_of(summary)
    counts, declined = summary["blame"], summary.get("blame_declined", {})
    labels = [*LABELS, *sorted({label for found in counts.values() for label in found} - LABELS.keys())]
    rows = [
        (f"`{label}`", LABELS.get(label, ""), *(_counted(counts, declined, system, label) for system in systems))
        for label in labels
    ]
    mine, held = counts.get(OURS, {}), declined.get(OURS, {})
    drawn = [Bar(label.replace("_", " "), mine.get(label, 0) - held.get(label, 0), held.get(label, 0)) for label in labels]
    told = "; ".join(f"{bar.name} {bar.shown + bar.held}" for bar in drawn if bar.shown + bar.held)
    lost = sum(mine.values())
    plot = Plot(
        key="blame",
        caption="Answerable questions that ours did not answer right, by the step that lost them",
        alt=f"Bars: {lost} answerable questions that ours did not answer right, by the step that lost them. {told}.",
        draw=lambda: bars("blame", drawn, ("answered wrongly", "declined")),
    )
    note = (
        "One label for each answerable question that was not answered right, the first that applies. A declined question is "
        "judged by what it would have shown; how many of a step were declined stands in brackets."
    )
    blocks: tuple[Block, ...] = (Text(note), *((plot,) if lost else ()))
    made = table("Where answerable questions were lost", ("step", "meaning", *systems), rows)
    return Section("Where answerable questions were lost", (*blocks, *made, *_false(summary)))


def flips(summary: dict[str, Any], rows: Sequence[Row]) -> Section:
    """Questions that ours has right and another has not, and the other way round."""
    texts = {row["id"]: row["text"] for row in rows}
    blocks: list[Block] = []
    for other in systems_of(summary):
        found = (summary["differences"].get(other) or {}).get("correct")
        if not found:
            continue
        for name in ("gained", "lost"):
            items = tuple(f"`{key}` {texts.get(key, '')}" for key in found[name])
            what = "ours has right" if name == "gained" else "has right and ours has not"
            title = f"{what}, {other} has not: {len(items)}" if name == "gained" else f"{other} {what}: {len(items)}"
            blocks.append(Folded(title=title, blocks=(Bullets(items),)))
    return Section("Flips, question by question", tuple(blocks))


def worst(rows: Sequence[Row]) -> Section:
    """Our failures in full, those that would mislead first."""
    order = {label: place for place, label in enumerate(FIRST)}
    failed = [row for row in rows if row["system"] == OURS and (row["blame"] or row["scores"].get("false_answer"))]
    failed.sort(key=lambda row: (not row["answered"], order.get(row["blame"] or "", len(order)), row["id"]))
    bad = [row for row in failed if not row["answerable"]][: WORST // 2]
    shown = bad + [row for row in failed if row["answerable"]][: WORST - len(bad)]
    note = (
        "Half of them, at most, have no answer and got one; the others have an answer. A wrong answer that was given comes "
        "before one that was held back."
    )
    return Section("Worst cases of ours", (Text(note), *map(_case, shown)) if shown else ())


def _case(row: Row) -> Folded:
    why = row["blame"] or f"answered, though {row['unanswerable_kind']}"
    return Folded(title=f"{row['text']} ({why.replace('_', ' ')})", blocks=tuple(_told(row)))


def _told(row: Row) -> Iterator[Block]:
    asked = ", ".join(
        [row["audience"], row["kind"], row["language"], row["split"], *([f"as of {row['as_of']}"] if row["as_of"] else [])]
    )
    yield Text(f"`{row['id']}`: {asked}.")
    yield Text("It answered:" if row["answered"] else f"It declined ({row['reason']}). It would have shown:")
    cited = row["citations"] or row.get("withheld", [])
    if not cited:
        yield Text("Nothing.")
    for one in cited:
        where = f"`{one['publication_id']}` at {one['start']}-{one['end']}{', ' + one['status'] if one['status'] else ''}"
        repeated = one["publication_id"] not in NOT_REPEATED
        yield Quote(one["quote"] if repeated else "(a publisher’s words, which are not repeated here)", where)
    named = ", ".join(f"`{key}` {grade}" for key, grade in row["wanted"].items())
    yield Text(f"Wanted: {named}." if named else f"Wanted: no answer ({row['unanswerable_kind']}).")
    facts = row.get("facts", ())
    if facts:
        yield Bullets(tuple(f"{one['text']}{'' if one['vital'] else ' (may be left out)'}" for one in facts))


def _counted(counts: dict[str, Any], declined: dict[str, Any], system: str, label: str) -> str:
    all_of, held = counts[system].get(label, 0), declined.get(system, {}).get(label, 0)
    return f"{all_of} ({held})" if held else str(all_of)


def _false(summary: dict[str, Any]) -> tuple[Block, ...]:
    """How many questions without an answer were answered, by kind and system."""
    found = summary.get("false_answers", {})
    systems = [name for name in systems_of(summary) if name in found]
    kinds = sorted({kind for name in systems for kind in found[name]})
    rows = [
        (kind.replace("_", " "), *(f"{found[name][kind]['answered']} of {found[name][kind]['n']}" for name in systems))
        for kind in kinds
    ]
    made = table("False answers by kind of question", ("kind", *systems), rows)
    return (Text("Questions that have no answer and got one, by kind:"), *made) if made else ()
