"""Names: the systems of `canllaw eval run`, and which of them a run asks; makes none of them.

Apart from what makes them, so that a name nobody knows is said before any model is loaded.
"""

from collections.abc import Mapping, Sequence

from corpus.errors import SetupError

SYSTEMS = ("ours", "bm25", "dense", "rrf", "llamaindex", "llama-tuned", "gold-passage", "random")
"""Those of a run that names none, in a report's order."""
LLAMA = frozenset({"llamaindex", "llama-tuned"})
"""Those that need LlamaIndex's own embedding package."""
UNABSTAINING = "ours-no-abstention"
ABLATIONS: Mapping[str, str] = {
    "ours-no-kind": "told that every question is of no kind, so that no cue of its sort counts",
    "ours-no-versions": "over texts of any status and any day: no version is filtered",
    UNABSTAINING: "showing what it held back for its chance alone (what a rule refused stays refused)",
    "ours-no-assembly": "showing its best sentences as they are ranked: none merged, lists not whole, no words leant on",
    "ours-no-hop": "without the words of the other language (what a model reads keeps its gloss)",
    "ours-no-synonyms": "without other words for what is asked",
    "ours-no-near-words": "where only the same word counts, and none near in meaning",
    "ours-no-cross-encoder": "weighing each sentence alone, none read together with the question",
    "ours-no-headers": "weighing each sentence without its title, heading and list header (passages in the index keep theirs)",
}
"""What each leaves out."""


def chosen(names: Sequence[str], *, ablations: bool = False) -> list[str]:
    """The names asked for, each once and in their own order, the defaults where none is; raises SetupError for a stranger."""
    known = (*SYSTEMS, *ABLATIONS)
    unknown = next((name for name in names if name not in known), None)
    if unknown is not None:
        raise SetupError(f"There is no system '{unknown}': the systems are {', '.join(known)}.")
    wanted = {*(names or SYSTEMS), *(ABLATIONS if ablations else ())}
    return [name for name in known if name in wanted]
