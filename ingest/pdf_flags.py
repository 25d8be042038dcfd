"""What a reader of a PDF should be warned of: pages that are pictures of words, and words that nobody sees.

Does not decide which those are: `ingest.pdf_pages` does.
"""

from collections.abc import Iterator, Sequence

from corpus.flag import Flag, FlagReason
from ingest.pdf_pages import PageText

MOST_NAMED = 12  # pages named one by one


def flags_of_pages(pages: Sequence[PageText], labels: Sequence[str]) -> Iterator[Flag]:
    """The warnings on a file of which some pages have text; `labels` are the numbers of its pages."""
    unread = [label for page, label in zip(pages, labels, strict=True) if page.is_unread]
    if unread:
        verb = "holds only a picture" if len(unread) == 1 else "hold only pictures"
        yield Flag(
            reason=FlagReason.NO_TEXT_LAYER,
            detail=f"{_named(unread)} of {len(pages)} {verb}. Words there were not read: look at the original.",
        )
    words = sum(page.hidden for page in pages)
    if words:
        where = [label for page, label in zip(pages, labels, strict=True) if page.hidden]
        verb = "1 word is" if words == 1 else f"{words:,} words are"
        yield Flag(
            reason=FlagReason.HIDDEN_TEXT,
            detail=f"{_named(where)}: {verb} drawn so that nobody sees them, and left out of the text.",
        )


def _named(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return f"Page {labels[0]}"
    more = f" and {len(labels) - MOST_NAMED} more" if len(labels) > MOST_NAMED else ""
    return f"Pages {', '.join(labels[:MOST_NAMED])}{more}"
