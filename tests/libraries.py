"""Reads at import what our commands read when they start: the model, the web framework, the parsers; for `tests.forked`."""

import os
from importlib import import_module

from index.cross_encoder import packaged_cross_encoder
from index.embed import SentenceEmbedder

READ = (
    "search_api.cli",
    "search_api.crawls.crawling",
    "search_api.packs.exporting",
    "search_api.serving",
    "search_api.verifying",
)

# A process that has run a parallel region of OpenMP must not be forked: here there is none, nor in those forked from it.
os.environ["OMP_NUM_THREADS"] = "1"
for module in (*READ, "tests.durability.worker"):
    import_module(module)
SentenceEmbedder().load()
packaged_cross_encoder().load()
