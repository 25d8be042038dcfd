"""The command `canllaw timeline`; reads, calls and prints."""

from typing import Annotated

import typer

from corpus.settings import read_settings
from search_api.question import Asked
from search_api.terminal import progress, put, say

Many = list[str] | None
Words = Annotated[Many, typer.Argument(help="Words or a question; none where --topic names a topic.")]


def timeline(
    words: Words = None,
    topic: Annotated[Many, typer.Option("--topic", help="Of this topic, as in `attendance`; repeat for more.")] = None,
    published_from: Annotated[str | None, typer.Option("--from", help="Published on or after: 2024-05-01 or 2024.")] = None,
    published_to: Annotated[str | None, typer.Option("--to", help="Published on or before.")] = None,
    type_: Annotated[Many, typer.Option("--type", help="Only this type, as in `guidance`; repeat for more.")] = None,
    publisher: Annotated[Many, typer.Option("--publisher", help="Only this publisher, as in `Estyn`.")] = None,
    language: Annotated[str | None, typer.Option("--language", help="Only texts in `en` or `cy`.")] = None,
    status: Annotated[Many, typer.Option("--status", help="Only this status, as in `superseded`; any without it.")] = None,
    force: Annotated[Many, typer.Option("--force", help="Only `statutory`, `non_statutory` or `unknown`.")] = None,
    held: Annotated[str | None, typer.Option("--held", help="Only `full` texts or `digest`s.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="As it was known on this day: nothing later.")] = None,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="The oldest entries first.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="Entries on a page, 1 to 100.")] = 30,
    page: Annotated[int, typer.Option("--page", help="Which page, from 1.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Show who said what about a subject, when: a topic, a question or a few words."""
    from search_api.session import session  # noqa: PLC0415 - an HTTP client, and maybe the model
    from search_api.timeline.asked import TimelineAsked  # noqa: PLC0415
    from search_api.timeline.lines import timeline_lines  # noqa: PLC0415

    asked = Asked(
        q=" ".join(words or ()),
        type=type_ or (),
        publisher=publisher or (),
        topic=topic or (),
        language=language,
        status=status or (),
        force=force or (),
        published_from=published_from,
        published_to=published_to,
        as_of=as_of,
        held=held,
        limit=limit,
        page=page,
    )
    with progress("Indexing") as advance, session(read_settings(), progress=advance, say=say) as opened:
        found = opened.timeline(TimelineAsked(asked=asked, oldest_first=oldest_first))
    put(found.model_dump_json(indent=2) if as_json else "\n".join(timeline_lines(found)))


def add_to(app: typer.Typer) -> None:
    """Put this command beside the others."""
    app.command()(timeline)
