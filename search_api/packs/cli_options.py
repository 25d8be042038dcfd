"""Options that the commands of packs share, one name and one sentence each; reads none."""

from pathlib import Path
from typing import Annotated

import typer

Many = list[str] | None
Words = Annotated[list[str], typer.Argument(help="The words or question; quotes are not needed.")]
SomeWords = Annotated[Many, typer.Argument(help="Words to look for; none takes all under the filters.")]
Form = Annotated[str, typer.Option("--format", help="`docx`, `md`, `csv`, `ris`, `bibtex`, `csl` or `manifest`.")]
Out = Annotated[Path, typer.Option("--out", help="The file to write; `-` for standard output.")]
Type = Annotated[Many, typer.Option("--type", help="Only this type, as in `guidance`; repeat for more.")]
Publisher = Annotated[Many, typer.Option("--publisher", help="Only this publisher, as in `Estyn`.")]
Topic = Annotated[Many, typer.Option("--topic", help="Only this topic, as in `attendance`.")]
Language = Annotated[str | None, typer.Option("--language", help="Only texts in `en` or `cy`.")]
StatusOption = Annotated[Many, typer.Option("--status", help="Only this status, as in `superseded`.")]
Force = Annotated[Many, typer.Option("--force", help="Only `statutory`, `non_statutory` or `unknown`.")]
From = Annotated[str | None, typer.Option("--from", help="Published on or after: 2024-05-01, 2024-05 or 2024.")]
To = Annotated[str | None, typer.Option("--to", help="Published on or before.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Only what stood on this day.")]
AnyStatus = Annotated[bool, typer.Option("--any-status", help="Superseded, draft and withdrawn texts too.")]
Held = Annotated[str | None, typer.Option("--held", help="Only `full` texts or `digest`s.")]
Limit = Annotated[int, typer.Option("--limit", help="How many on a page, 1 to 100.")]
Page = Annotated[int, typer.Option("--page", help="Which page, from 1.")]
Ui = Annotated[str, typer.Option("--ui", help="Language of the pack's own words: `en` or `cy`.")]
