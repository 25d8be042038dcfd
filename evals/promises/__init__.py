"""Commitments judged: `labels`, `gold`, `judged`, `ordinary` prose, `links` and `linking` of later words, `report`."""
