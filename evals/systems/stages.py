"""Stages: how long each step of an answer took, in milliseconds; judges none of them."""

import time
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


class Stages:
    """A clock that is shown each step as it is taken."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def take(self, name: str, step: Callable[[], Made]) -> Made:
        """What a step makes, its time noted under a name."""
        began = time.perf_counter()
        made = step()
        self.taken[name] = round(1000 * (time.perf_counter() - began), 1)
        return made
