"""Options that several commands share, one name and one sentence each; an option of one command stands at that command."""

from typing import Annotated

import typer

Many = list[str] | None
Words = Annotated[list[str], typer.Argument(help="The words or question; quotes are not needed.")]
SomeWords = Annotated[Many, typer.Argument(help="Words to look for; none takes all under the filters.")]

Type = Annotated[Many, typer.Option("--type", help="Only this type, as in `guidance`; repeat for more.")]
Publisher = Annotated[Many, typer.Option("--publisher", help="Only this publisher, as in `Estyn`.")]
Topic = Annotated[Many, typer.Option("--topic", help="Only this topic, as in `attendance`.")]
Language = Annotated[str | None, typer.Option("--language", help="Only texts in `en` or `cy`.")]
StatusOption = Annotated[Many, typer.Option("--status", help="Only this status, as in `superseded`.")]
Force = Annotated[Many, typer.Option("--force", help="Only `statutory`, `non_statutory` or `unknown`.")]
From = Annotated[str | None, typer.Option("--from", help="Published on or after: 2024-05-01, 2024-05 or 2024.")]
To = Annotated[str | None, typer.Option("--to", help="Published on or before.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Only what stood on this day.")]
KnownAsOf = Annotated[str | None, typer.Option("--as-of", help="As it was known on this day: nothing said later counts.")]
AnyStatus = Annotated[bool, typer.Option("--any-status", help="Superseded, draft and withdrawn texts too.")]
Held = Annotated[str | None, typer.Option("--held", help="Only `full` texts or `digest`s.")]

KindOption = Annotated[str | None, typer.Option("--kind", help="What is asked for, as in `when`, if its words are misread.")]
WhoseDuty = Annotated[str | None, typer.Option("--actor", help="Whose duty it is, as in `governing-body`.")]
ScopeOption = Annotated[str | None, typer.Option("--scope", help="`current`, `as_of` (with --as-of) or `history`.")]
ModeOption = Annotated[str | None, typer.Option("--mode", help="How sure to be: `strict`, `normal` or `explore`.")]
After = Annotated[str | None, typer.Option("--after", help="The question before, which this one may lean on.")]

Actors = Annotated[Many, typer.Option("--actor", help="Only duties of this body, as in `governing-body`; repeat for more.")]
Levels = Annotated[Many, typer.Option("--level", help="Only `must`, `should`, `may` or `needs`; repeat for more.")]
Law = Annotated[str | None, typer.Option("--law", help="Only under a law whose name holds these words.")]
OfPublication = Annotated[str | None, typer.Option("--publication", help="Only of this publication, by its id.")]

OldestFirst = Annotated[bool, typer.Option("--oldest-first", help="The oldest entries first.")]

Promise = Annotated[str, typer.Option("--text", help="Words of the promise; none takes all under the filters.")]
Speakers = Annotated[Many, typer.Option("--speaker", help="Only promised by this person; repeat for more.")]
Offices = Annotated[Many, typer.Option("--office", help="Only promised in this office; repeat for more.")]
MadeFrom = Annotated[str | None, typer.Option("--from", help="Promised on or after: 2024-05-01, 2024-05 or 2024.")]
MadeTo = Annotated[str | None, typer.Option("--to", help="Promised on or before.")]
DueBefore = Annotated[str | None, typer.Option("--due-before", help="Its last day is before this day.")]
CameTo = Annotated[
    Many, typer.Option("--status", help="What came of it, as in `progress`, `no_evidence_found` or `overdue`; repeat for more.")
]

Limit = Annotated[int, typer.Option("--limit", help="How many on a page, 1 to 100.")]
Page = Annotated[int, typer.Option("--page", help="Which page, from 1.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
