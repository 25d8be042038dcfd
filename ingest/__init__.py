"""Ingest: the outside world becomes publications and documents in the catalogue; knows nothing of the index."""
