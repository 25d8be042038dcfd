"""Scores: all measures of all systems, whole and by group, as tables and plots; computes nothing."""

from collections.abc import Sequence
from typing import Any

from evals.measures.meanings import GROUPS, MEANINGS, SHARED
from evals.report.blocks import Block, Plot, Section, Text, table
from evals.report.cells import cell, rival_of, systems_of
from evals.report.plots import Dot, dots
from evals.runs.differences import OURS
from evals.runs.summary import HEADLINE

BY_GROUP = ("ndcg@10", "recall@10", "fact_recall", "answered", "correct", "selective_correct")
BY_GROUP_TOO = {
    "kind": ("list_f1", "as_of_right", "short_exact"),
    "hinges_on": ("wrong_version", "lapsed_as_current"),
    "duties": ("vital_strict", "wrong_version"),
}
"""Measures that a group shows besides."""
PLOTTED = {
    "kind": ("correct", "answered right, of the questions that have an answer"),
    "overlap_tercile": ("correct", "answered right, of the questions that have an answer"),
    "language": ("correct", "answered right, of the questions that have an answer"),
    "twins": ("ndcg@10", "nDCG of the first ten publications"),
    "audience": ("correct", "answered right, of the questions that have an answer"),
}
"""Groups that are drawn, by which measure."""
VERSIONS = ("wrong_version", "lapsed_as_current", "as_of_right")
TOLD = {
    "overlap_tercile": "A question that shares few words with what answers it is harder: what only matches words falls.",
    "twins": "The same question asked in both languages: each pair is drawn whole.",
    "language": "What answers may be held only in the other language.",
}


def headline(summary: dict[str, Any]) -> Section:
    """Every measure of every system; the best in bold where a paired test tells it from the next."""
    systems, best = systems_of(summary), summary.get("best", {})
    rows = []
    for measure in HEADLINE:
        means = {name: summary["measures"][name].get(measure) for name in systems}
        sure = best[measure]["system"] if best.get(measure, {}).get("sure") else None
        if any(means.values()):
            rows.append((f"`{measure}`", MEANINGS[measure], *(cell(means[name], strong=name == sure) for name in systems)))
    note = (
        "The best of a row is bold only where the paired randomisation test tells it from the next at .05; bounds and "
        "ablations do not take part. Means are over questions."
    )
    macro = summary.get("macro", {})
    over = [
        (f"`{measure}`", *(cell(macro[name].get(measure)) for name in systems))
        for measure in HEADLINE
        if any(measure in macro.get(name, {}) for name in systems)
    ]
    families = table("Means over families", ("measure", *systems), over)
    apart: tuple[Block, ...] = (Text("The same with each family of questions counting once:"), *families) if families else ()
    return Section("All questions", (Text(note), *table("All questions", ("measure", "what", *systems), rows), *apart))


def group_section(summary: dict[str, Any], name: str) -> Section:
    """A group's plot and table; without blocks where no question is in it."""
    systems = systems_of(summary)
    found = _ordered(name, summary["groups"].get(name, {}))
    rows = []
    for group, means in found.items():
        wanted = (*BY_GROUP, *BY_GROUP_TOO.get(name, ()))
        held = [measure for measure in wanted if any(measure in means[system] for system in systems)]
        rows += [[group, f"`{measure}`", *(cell(means[system].get(measure)) for system in systems)] for measure in held]
    made = table(GROUPS[name], (name.replace("_", " "), "measure", *systems), rows)
    if not made:
        return Section(GROUPS[name], ())
    note = (Text(TOLD[name]),) if name in TOLD else ()
    return Section(GROUPS[name], (*note, *_plot(summary, name, found), *made, *_parity(summary, name)))


def versions(summary: dict[str, Any]) -> Section:
    """Whether what was cited stands, or stood on the day asked about."""
    systems = systems_of(summary)
    rows = [
        (f"`{measure}`", MEANINGS[measure], *(cell(summary["measures"][name].get(measure)) for name in systems))
        for measure in VERSIONS
    ]
    return Section("Versions", table("Versions", ("measure", "what", *systems), rows))


def unanswerable(summary: dict[str, Any]) -> Section:
    """Questions nothing held answers, by kind."""
    systems = systems_of(summary)
    groups = summary["groups"]["unanswerable_kind"]
    rows = [(group, *(cell(means[system].get("false_answer")) for system in systems)) for group, means in groups.items()]
    shown = [
        Dot(group.replace("_", " "), means[OURS]["false_answer"])
        for group, means in groups.items()
        if means.get(OURS, {}).get("false_answer")
    ]
    what = "share of each kind that was answered all the same"
    drawn = _dots("unanswerable", what, {OURS: shown}) if shown else ()
    note = Text("A near miss is the hard one: texts on its subject are held, and none says what was asked. Lower is better.")
    made = table("Questions with no answer held", ("kind", *systems), rows)
    return Section("Questions with no answer held: share answered all the same", (note, *drawn, *made) if made else ())


def refusals(summary: dict[str, Any]) -> Section:
    """Non-answers by the reason given."""
    told = {name: counts for name, counts in summary["refusals"].items() if counts}
    kinds = sorted({kind for counts in told.values() for kind in counts})
    rows = [(kind, *(counts.get(kind, 0) for counts in told.values())) for kind in kinds]
    return Section("Non-answers by their reason", table("Non-answers by their reason", ("reason", *told), rows))


def _ordered(name: str, groups: dict[str, Any]) -> dict[str, Any]:
    if name != "overlap_tercile":
        return groups
    return {told: groups[key] for key, told in SHARED.items() if key in groups}


def _plot(summary: dict[str, Any], name: str, groups: dict[str, Any]) -> tuple[Block, ...]:
    """Our dots and those of the best other system, where the group is drawn."""
    if name not in PLOTTED:
        return ()
    measure, what = PLOTTED[name]
    rival = rival_of(summary, measure)
    each = {
        system: [
            Dot(group.replace("_", " "), means[system].get(measure))
            for group, means in groups.items()
            if measure in means.get(OURS, {})
        ]
        for system in (OURS, rival)
        if system and system in summary["measures"]
    }
    each = {system: found for system, found in each.items() if found}
    return _dots(name, what, each) if each else ()


def _dots(key: str, what: str, each: dict[str, list[Dot]]) -> tuple[Block, ...]:
    first: Sequence[Dot] = next(iter(each.values()))
    told = "; ".join(f"{dot.name} {dot.found['mean']:.2f}" for dot in first if dot.found)
    alt = f"Dots with 95 % intervals: {what}. {next(iter(each))}: {told}."
    caption = f"{what[0].upper()}{what[1:]}, with 95 % intervals"
    return (Plot(key=key, caption=caption, alt=alt, draw=lambda: dots(key, each)),)


def _parity(summary: dict[str, Any], name: str) -> tuple[Block, ...]:
    """Welsh over English, where the group is that of the twins."""
    ratios = summary.get("parity", {}) if name == "twins" else {}
    if not ratios:
        return ()
    systems = [system for system in systems_of(summary) if system in ratios]
    measures = [measure for measure in MEANINGS if any(measure in ratios[system] for system in systems)]
    rows = [(f"`{measure}`", *(cell(ratios[system].get(measure)) for system in systems)) for measure in measures]
    return (
        Text("The mean in Welsh as a share of the mean in English (1 is parity), n pairs:"),
        *table("Welsh as a share of English", ("measure", *systems), rows),
    )
