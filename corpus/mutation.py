"""Mutation: the ways a Welsh word may begin after other words; does not know which word calls for which."""

_MUTATIONS = {
    "ll": ("l",),
    "rh": ("r",),
    "c": ("g", "ngh", "ch"),
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "g": ("", "ng"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "m": ("f",),
}
"""Soft, nasal and aspirate beginnings by the first letter; those of two letters stand before those of one."""


def beginnings(name: str) -> list[str]:
    """A word as it is and by its mutations: `"corff"` -> corff, gorff, nghorff, chorff."""
    folded = name.casefold()
    for first, others in _MUTATIONS.items():
        if folded.startswith(first):
            return [name, *(start + name[len(first) :] for start in others)]
    return [name]


def any_of(words: str) -> str:
    """A pattern of any of some words, parted by spaces, under every beginning they may have; longer ones first."""
    return "|".join(sorted({form for word in words.split() for form in beginnings(word)}, key=lambda form: (-len(form), form)))
