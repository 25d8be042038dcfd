"""Units: the cutting of a document that passages are packed from; the cutting itself is `corpus.units`, which ingest reads too."""

from corpus.units import BULLET, Unit, UnitKind, sentences, units

__all__ = ["BULLET", "Unit", "UnitKind", "sentences", "units"]
