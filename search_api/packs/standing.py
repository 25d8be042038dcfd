"""Standing: what lists of references say beside a text: how it stood when it was asked for, or that nothing was found."""

from collections.abc import Iterator

from search_api.messages import message
from search_api.packs import said
from search_api.packs.pack import Pack
from search_api.packs.reference import Reference


def standing_words(pack: Pack, source: Reference) -> str:
    """Whether a text stood on the day it was asked for, and whose words are quoted."""
    seen = pack.spoken.text(message("As found on %(day)s")) % {"day": pack.spoken.day(pack.manifest.asked_on)}
    return f"{seen}: {source.status_words(pack.spoken)} {source.attribution(pack.spoken)}"


def notes_of_nothing(pack: Pack) -> Iterator[str]:
    """What a pack without citations says: that nothing was found can be cited too."""
    for section in pack.contents.sections:
        yield f"{section.heading}. {' '.join(section.text)}".strip()
    yield from said.closing_notes(pack.contents, (), pack.spoken)
