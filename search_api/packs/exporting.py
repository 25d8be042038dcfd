"""Exporting: a request of any face to the file it gets; the one way from parameters to bytes. Reads and stores no file."""

from collections.abc import Mapping
from dataclasses import dataclass

from search_api.library import Library
from search_api.messages import ENGLISH, Messages, read_messages
from search_api.packs.export import Export
from search_api.packs.formats import Format, disposition, file_name, format_of
from search_api.packs.kinds import kind_of
from search_api.packs.pack import make_pack
from search_api.packs.wanted import wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file to take away."""

    content: bytes
    form: Format
    name: str
    disposition: str
    language: str


def export(library: Library, asked: Export, messages: Mapping[str, Messages] | None = None) -> Exported:
    """The file of a request; a language without a catalogue of messages gets English words. Raises InvalidQuery."""
    form, kind = format_of(asked.form), kind_of(asked.of)
    request = wanted(
        of=asked.of,
        parameters=asked.parameters,
        known=kind.parameters,
        ui=asked.ui,
        asked_on=asked.asked_on,
        today=library.today(),
    )
    spoken = messages or read_messages()
    pack = make_pack(library, request, spoken.get(request.ui, spoken[ENGLISH]))
    return Exported(
        content=form.write(pack),
        form=form,
        name=file_name(pack, form)[0],
        disposition=disposition(pack, form),
        language=pack.contents.language,
    )
