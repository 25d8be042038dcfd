"""Units: the cutting of a document that passages are packed from; the cutting itself is `corpus.units`."""

from corpus.units import BULLET, Unit, UnitKind, sentences, units

__all__ = ["BULLET", "Unit", "UnitKind", "sentences", "units"]
