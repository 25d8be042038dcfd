"""Choices: which steps of answering are taken, all of them as shipped; does not take them.

The evaluation leaves one out to see what it is worth. Nothing is fitted again for what is left out, so a loss may be more than
the step itself gives.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The steps that can be left out."""

    assembled: bool = True
    """Sentences that say the same are shown once, lists whole, explanations in order; else the best as they are ranked."""
    near_words: bool = True
    """A word near in meaning counts in part; else only the same word counts."""
    headed: bool = True
    """A sentence's meaning is taken with its title, heading and list header; else alone."""

    together: bool = True
    """The best candidates are read together with the question; else weighed by what was measured of each alone."""


SHIPPED = Choices()
