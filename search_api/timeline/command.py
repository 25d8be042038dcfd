"""The command `canllaw timeline`; reads, calls and prints."""

import typer

from corpus.settings import read_settings
from search_api.cli_options import (
    AsJson,
    Force,
    From,
    Held,
    KnownAsOf,
    Language,
    Limit,
    OldestFirst,
    Page,
    Publisher,
    SomeWords,
    StatusOption,
    To,
    Topic,
    Type,
)
from search_api.question.question import Asked
from search_api.terminal import progress, put, say


def timeline(
    words: SomeWords = None,
    topic: Topic = None,
    published_from: From = None,
    published_to: To = None,
    type_: Type = None,
    publisher: Publisher = None,
    language: Language = None,
    status: StatusOption = None,
    force: Force = None,
    held: Held = None,
    as_of: KnownAsOf = None,
    oldest_first: OldestFirst = False,
    limit: Limit = 30,
    page: Page = 1,
    as_json: AsJson = False,
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
