"""`canllaw eval duties`, `commitments`, `comparing`, `verifier`, `injection`: rules judged by labels; no system is asked."""

from typing import Annotated

import typer

from corpus.settings import read_settings
from evals.commands.given import embedder_of
from search_api.terminal import progress, put, say


def duties(
    differences: Annotated[
        bool, typer.Option("--differences", help="Name each sentence read otherwise than it was labelled.")
    ] = False,
) -> None:
    """Judge the rules of duties against sentences labelled by hand."""
    from evals.duties import judge, load_labels, report  # noqa: PLC0415

    counts = judge(load_labels(), tell=say if differences else lambda _: None)
    put("\n".join(report(counts)))


def commitments(
    differences: Annotated[
        bool,
        typer.Option("--differences", help="Name each sentence of the texts to tune on that was read otherwise than labelled."),
    ] = False,
    held: Annotated[
        bool,
        typer.Option(
            "--held", help="With --differences: name those of the texts held apart too, to report and never to tune on."
        ),
    ] = False,
    linking: Annotated[
        bool, typer.Option("--linking", help="Judge what later texts are suggested to say of the register's promises.")
    ] = False,
    asked: Annotated[bool, typer.Option("--asked", help="Judge what is shown to questions of what was promised.")] = False,
) -> None:
    """Judge the reading of commitments against texts labelled by hand, and against ordinary sentences."""
    from evals.promises.gold import load_promises  # noqa: PLC0415
    from evals.promises.judged import judge  # noqa: PLC0415
    from evals.promises.labels import Split  # noqa: PLC0415
    from evals.promises.ordinary import ORDINARY_FRESH, load_ordinary  # noqa: PLC0415
    from evals.promises.ours import ours  # noqa: PLC0415
    from evals.promises.report import ordinary_report, report  # noqa: PLC0415

    named = {Split.DEV.value, "tune", *([Split.HELD.value] if held else [])} if differences else set()
    if asked:
        from evals.promises.asked import WORDINGS, asked_report, judge_asked, load_asked_of_promises  # noqa: PLC0415
        from evals.runs.workshop import workshop  # noqa: PLC0415

        settings = read_settings()
        place = settings.data_dir / "evals" / "workshop-digests"
        made = workshop(
            place, register=settings.register_path, embedder=embedder_of(settings), shared=None, shelf=place / "no-shelf"
        )
        with made as library:
            judged = judge_asked(
                load_asked_of_promises(), library, lambda split, line: say(f"{split}: {line}") if split in named else None
            )
        put(asked_report(judged, load_asked_of_promises(WORDINGS)))
        return
    if linking:
        from evals.promises.linking import judge_linking, linking_report  # noqa: PLC0415
        from evals.promises.links import load_links  # noqa: PLC0415

        settings = read_settings()
        linked = judge_linking(
            load_links(settings.register_path),
            register=settings.register_path,
            folder=settings.data_dir / "evals" / "workshop-digests",
            embedder=embedder_of(settings),
            tell=lambda split, line: say(f"{split}: {line}") if split in named else None,
        )
        put("\n".join(linking_report(linked)))
        return
    tallies = judge(load_promises(), ours, tell=lambda split, line: say(f"{split}: {line}") if split in named else None)
    fresh = ordinary_report(load_ordinary(ORDINARY_FRESH), ours, called="fresh")
    put("\n".join([*report(tallies), *ordinary_report(load_ordinary(), ours), *fresh]))


def comparing(
    differences: Annotated[bool, typer.Option("--differences", help="Name each label that was not met.")] = False,
) -> None:
    """Judge comparisons of two texts against paragraphs and changes labelled by hand, and modals changed by a machine."""
    from evals.comparing.gold import load_pairs  # noqa: PLC0415
    from evals.comparing.judged import judge, report  # noqa: PLC0415 - the model's libraries
    from evals.comparing.seeded import seeded, told  # noqa: PLC0415
    from search_api.comparing.asked import meaning_of  # noqa: PLC0415

    tell = say if differences else lambda _: None
    counts = judge(load_pairs(), meaning=meaning_of(embedder_of(read_settings())), tell=tell)
    put("\n".join([*report(counts), told(seeded(tell))]))


def verifier(
    differences: Annotated[
        bool, typer.Option("--differences", help="Name each sentence made by rule or tuned on that was judged wrongly.")
    ] = False,
) -> None:
    """Measure the checks of written sentences: false ones caught, true ones kept."""
    from evals.written.altered import LEAST_CAUGHT, LEAST_KEPT, cases, judge, table  # noqa: PLC0415 - the model's libraries

    settings = read_settings()
    with progress("Judging") as advance:
        judged = judge(cases(settings.register_path), embedder=embedder_of(settings), progress=advance)
    put(table(judged))
    for case in judged.wrong if differences else ():
        if case.made != "held":
            say(f"{'lost' if case.true else 'missed'} ({case.kind}): {case.sentence} | {case.quote}")
    shares = {line.what: line.share for line in judged.lines}
    if shares["caught: all"] < LEAST_CAUGHT or shares["kept: all"] < LEAST_KEPT:
        raise typer.Exit(1)


def injection(
    blind: Annotated[bool, typer.Option("--blind", help="Show the model every passage, to measure the checks alone.")] = False,
) -> None:
    """Plant orders in passages for a model that obeys them all; exit code 1 where any gets through."""
    from evals.written.injection import attack, load_payloads, succeeded, table  # noqa: PLC0415 - the model's libraries
    from search_api.modelled.source import is_plain  # noqa: PLC0415

    settings = read_settings()
    with progress("Attacking") as advance:
        admit = (lambda _: True) if blind else is_plain
        outcomes = attack(load_payloads(), embedder=embedder_of(settings), admit=admit, progress=advance)
    put(table(outcomes))
    if succeeded(outcomes) and not blind:
        raise typer.Exit(1)
