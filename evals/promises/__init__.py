"""Commitments judged: `labels`, `gold`, `judged`, `ordinary` prose, `likeness` fitted, `links` and `linking`, `report`."""
