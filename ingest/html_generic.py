"""Any saved web page: the text of its main element, and what its head says of it; no publisher's habits."""

from datetime import date

from bs4 import Tag

from corpus.language import language_of
from ingest.addresses import publisher_of
from ingest.dates import read_date
from ingest.furniture import without_furniture
from ingest.html_blocks import blocks_of
from ingest.html_boilerplate import drop_boilerplate
from ingest.html_dates import take_dates
from ingest.html_links import twin_of
from ingest.html_page import WebPage
from ingest.kinds import type_of
from ingest.outline import lay_out
from ingest.parsed import Parsed
from ingest.status import find_standing

PARSER = "html-generic/2"
_PUBLISHED = (
    "article:published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "datepublished",
)
_UPDATED = ("article:modified_time", "dcterms.modified", "dc.date.modified", "og:updated_time")


def parse_generic(page: WebPage) -> Parsed:
    """What a page says, and what its head says of it; the text may be empty."""
    content = page.content()
    title = page.take_title(content)
    dates = take_dates(content, language=page.language)
    drop_boilerplate(content)
    printed = _printed_date(content)
    outline = lay_out(without_furniture(blocks_of(content)))
    type_ = type_of(title=title, url=page.url)
    findings = find_standing(title=title, text=outline.text, type_=type_)
    return Parsed(
        text=outline.text,
        sections=outline.sections,
        parser=PARSER,
        media_type="text/html",
        language=language_of(outline.text, likely=page.language),
        title=title,
        author=page.meta("author", "article:author", "citation_author", "dc.creator"),
        published=page.meta_date(*_PUBLISHED) or dates.first or printed,
        updated=page.meta_date(*_UPDATED) or dates.updated,
        type=type_,
        publisher=publisher_of(page.url, site_name=page.meta("og:site_name", "application-name", "dc.publisher")),
        url=page.url,
        links=twin_of(page),
        findings=findings,
    )


def _printed_date(content: Tag) -> date | None:
    """The day of the first `<time>` that says it is the day of publication, else of the only `<time>` there is."""
    times = content.find_all("time", datetime=True)
    marked = [tag for tag in times if tag.has_attr("pubdate") or "datePublished" in tag.get_attribute_list("itemprop")]
    chosen = marked[0] if marked else times[0] if len(times) == 1 else None
    return read_date(str(chosen["datetime"]).partition("T")[0], language="en") if chosen else None
