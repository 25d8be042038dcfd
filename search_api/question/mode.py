"""Mode: how sure an answer must be to be given; does not know what the chances are."""

from enum import StrEnum


class Mode(StrEnum):
    """How sure an answer must be to be given."""

    STRICT = "strict"
    NORMAL = "normal"
    EXPLORE = "explore"
