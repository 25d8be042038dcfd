"""Export: a file that is asked for, as every face asks for it and a manifest tells of it; makes none, and loads no model."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from search_api.messages import ENGLISH

if TYPE_CHECKING:
    from search_api.packs.manifest import ManifestShape

OWN = frozenset({"of", "format", "ui", "asked_on"})
"""Parameters of the export itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A pack as a file that is asked for."""

    of: str
    form: str
    parameters: tuple[tuple[str, str], ...]
    ui: str = ENGLISH
    asked_on: date | str | None = None
    """The day to ask it as on; None for today."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The whole request as parameters of an address."""
        day = (("asked_on", str(self.asked_on)),) if self.asked_on else ()
        return (("of", self.of), ("format", self.form), ("ui", self.ui), *day, *self.parameters)


def export_of(manifest: "ManifestShape", form: str) -> Export:
    """The request that a manifest tells of."""
    return Export(
        of=manifest.of,
        form=form,
        parameters=tuple(manifest.parameters),
        ui=manifest.ui,
        asked_on=manifest.asked_on,
    )


def pairs_of(parameters: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Parameters as pairs, those of the export itself left out."""
    return tuple((name, value) for name, value in parameters if name not in OWN)
