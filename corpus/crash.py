"""The steps of a document's life at which a test may end the process, to show what is left; passes them by otherwise.

`CANLLAW_CRASH_AT=kept` ends it by SIGKILL, as a power cut would: nothing is cleaned up.
"""

import os
import signal
from enum import StrEnum

SETTING = "CANLLAW_CRASH_AT"


class Step(StrEnum):
    """Steps, in the order a document meets them."""

    FETCHED = "fetched"
    """The answer is in memory."""
    KEPT = "kept"
    """The record is on the disk, its row is not written."""
    CAPTURED = "captured"
    """Record and row are there, nothing is read."""
    PARSED = "parsed"
    """The text is in memory."""
    STORING = "storing"
    """Inside the transaction, before its end."""
    STORED = "stored"
    """The catalogue holds the text, the index does not."""
    EMBEDDED = "embedded"
    """Some vectors are made, none of them stored."""
    PUT = "put"
    """Some passages are in the index."""
    VERIFIED = "verified"
    """All are, and were counted; searches still find the text before."""
    SWITCHED = "switched"
    """Searches find the new text; the passages of the old one are still there."""
    RETIRED = "retired"
    """The old ones are removed."""


def pass_by(step: Step) -> None:
    """Go on, unless the setting names this step."""
    # Read here and not with the other settings: the step may be deep inside any command.
    if os.environ.get(SETTING) == step.value:
        os.kill(os.getpid(), signal.SIGKILL)
