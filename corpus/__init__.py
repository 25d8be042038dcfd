"""Corpus: what a publication is, where it came from and what is held; imports nothing else of ours."""
