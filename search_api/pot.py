"""Pot: the list of every message the pages can say, drawn from the sources for translators; does not translate.

`python -m search_api.pot` writes it anew. It names files but no lines, tools or days: it changes with the messages only.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po

from search_api.messages import LOCALE

SOURCES = Path(__file__).parent
POT = LOCALE / "messages.pot"
_METHODS = [("templates/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}}
_KEYWORDS = {**DEFAULT_KEYWORDS, "message": None}
_UNSTEADY = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By")


def draw_pot(sources: Path = SOURCES) -> str:
    """The text of `messages.pot` as the sources stand."""
    catalogue = Catalog(
        project="Canllaw",
        version="1",
        fuzzy=False,
        header_comment="# What the pages of Canllaw say. Drawn by `python -m search_api.pot`.",
    )
    drawn = extract_from_dir(
        sources,
        method_map=_METHODS,
        options_map=_OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for path, _line, words, comments, context in sorted(drawn, key=lambda found: (found[0], str(found[2]))):
        catalogue.add(words, locations=[(path, 0)], auto_comments=comments, context=context)
    written = BytesIO()
    write_po(written, catalogue, width=120, sort_output=True, include_lineno=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in _UNSTEADY)))


if __name__ == "__main__":
    POT.write_text(draw_pot(), encoding="utf-8")
