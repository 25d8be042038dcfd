"""Replay: a pack made again from its manifest, and whether it is the same to the byte; does not print or store.

Nothing of the old file is used but its manifest, and its bytes to compare with: what comes out is what is held now says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from corpus.catalogue import Catalogue
from search_api.packs.differences import EVIDENCE, Change, differences
from search_api.packs.manifest import ManifestShape
from search_api.packs.read_back import read_manifest

Export = Callable[[ManifestShape, str], bytes]
"""Makes the pack of a manifest's request in a format, from what is held now."""


class Verdict(StrEnum):
    """How a pack that was made again compares with the old one."""

    SAME = "same"
    """Byte for byte."""
    SAME_EVIDENCE = "same_evidence"
    """It says the same with the same quotations; what lies around it has changed."""
    CHANGED = "changed"
    """It says something else now."""
    EDITED = "edited"
    """Nothing has changed here: the file itself was changed after it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What came of a replay."""

    verdict: Verdict
    form: str
    """The format of the file: as in `docx`."""
    changes: tuple[Change, ...]
    then: ManifestShape
    now: ManifestShape
    made: bytes
    """The pack as it is made now."""


def replay(given: bytes, *, name: str, export: Export, catalogue: Catalogue) -> Replayed:
    """A pack made again; raises ReadError where the file holds no manifest, InvalidQuery where nothing can answer it now."""
    form, then = read_manifest(given, name=name)
    made = export(then, form)
    _, now = read_manifest(made, name=name)
    changes = differences(then, now, catalogue)
    return Replayed(verdict=_verdict(given, made, changes), form=form, changes=changes, then=then, now=now, made=made)


def _verdict(given: bytes, made: bytes, changes: tuple[Change, ...]) -> Verdict:
    if given == made:
        return Verdict.SAME
    if not changes:
        return Verdict.EDITED
    return Verdict.CHANGED if any(one.what in EVIDENCE for one in changes) else Verdict.SAME_EVIDENCE
