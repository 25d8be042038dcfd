"""Index: documents become passages that can be found; reads the catalogue and can be rebuilt from it."""
