"""Pages made to measure, in the markup of their publishers: one of gov.wales, and the parts of a guide on Hwb.

A test says what they say and when they change. Does not serve them.
"""

from collections.abc import Mapping, Sequence
from html import escape

GUIDE = "https://hwb.gov.wales/keeping-well/kites-in-the-yard/"
"""Where the parts of a guide lie; their names follow."""


def govwales(
    url: str,
    title: str,
    *words: str,
    kind: str = "Guidance",
    published: str = "17 May 2022",
    updated: str = "",
    files: Mapping[str, str] | None = None,
    twin: str = "",
    language: str = "en",
) -> bytes:
    """A page of gov.wales: `files` are addresses with their titles, `twin` the page in the other language."""
    other = "cy" if language == "en" else "en"
    twins = f'<link rel="alternate" hreflang="{other}" href="{twin}" />' if twin else ""
    documents = "".join(
        f'<div class="document"><h3 class="document__title"><a href="{file}">{escape(name)} '
        '<span class="visually-hidden">, file type: PDF, file size: 20 KB</span></a></h3></div>'
        for file, name in (files or {}).items()
    )
    said = "".join(f"<p>{escape(one)}</p>" for one in words)
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8" /><link rel="canonical" href="{url}" />{twins}
<meta property="og:site_name" content="GOV.WALES" /><title>{escape(title)} | GOV.WALES</title></head>
<body><main id="wg-main"><article class="node">
<div class="page-header"><div class="page-header__type">{kind}</div><h1 class="page-header__title">{escape(title)}</h1>
<div class="header-meta"><div class="row"><div class="label">First published:</div><div>{published}</div></div>
<div class="row"><div class="label">Last updated:</div><div>{updated}</div></div></div></div>
{"<h2>Documents</h2>" + documents if documents else ""}<h2>Details</h2>{said}
</article></main></body></html>
""".encode()


def statement(url: str, title: str, *words: str, published: str = "17 May 2022", twin: str = "") -> bytes:
    """A written statement: an event, of the day it was made."""
    return govwales(url, f"Written Statement: {title}", *words, kind="Cabinet statement", published=published, twin=twin)


def guide(title: str, parts: Mapping[str, Sequence[str]], *, file: str = "") -> dict[str, bytes]:
    """The pages of a guide in parts, by address: each names all parts; the last lists a file, if one is given."""
    addresses = {name: f"{GUIDE}{name.lower().replace(' ', '-')}/" for name in parts}
    pages = {}
    for place, (name, words) in enumerate(parts.items(), 1):
        items = "".join(
            f"<li>{other} </li>" if other == name else f'<li> <a href="{url}">{other}</a> </li>'
            for other, url in addresses.items()
        )
        listed = f'<p><a href="{file}">Kite plan (PDF)</a></p>' if file and place == len(parts) else ""
        said = "".join(f"<p>{escape(one)}</p>" for one in words)
        pages[addresses[name]] = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{place}. {name} - {title} - Hwb</title>
<link rel="canonical" href="{addresses[name]}"><meta property="og:site_name" content="Hwb"></head>
<body><main id="main-content"><article>
<div class="page-header"><h1>{escape(title)}</h1></div><nav aria-label="secondary"> <h2>Contents</h2> <ol>{items}</ol></nav>
<div class="grid typography"><h2>{place}. {name}</h2></div><div class="grid typography">{said}{listed}</div>
</article></main></body></html>
""".encode()
    return pages
