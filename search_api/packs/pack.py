"""Pack: contents with their manifest, made from a request; does not write any format."""

from dataclasses import dataclass

from search_api.library import Library
from search_api.messages import Messages
from search_api.packs.contents import Contents
from search_api.packs.kinds import kind_of
from search_api.packs.manifest import ManifestShape, manifest_of
from search_api.packs.wanted import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a person takes away."""

    contents: Contents
    manifest: ManifestShape
    spoken: Messages
    """The language of its own words."""


def make_pack(library: Library, wanted: Wanted, spoken: Messages) -> Pack:
    """The pack of a request; raises InvalidQuery."""
    gathered = kind_of(wanted.of).gather(library, wanted, spoken)
    return Pack(contents=gathered.contents, manifest=manifest_of(library.catalogue, wanted, gathered), spoken=spoken)
