"""What can go wrong in an evaluation, as sentences; does not cover a system's wrong answers, which are data.

GoldError            the questions break their own rules; lists every line at fault
CollectionError      a BEIR folder cannot be read; lists what is wrong with which file
ReportError          a folder of results does not hold a run
"""

from corpus.errors import CanllawError


class GoldError(CanllawError):
    """The questions break their own rules; the message lists every line at fault."""

    title = "The questions are not valid"


class CollectionError(CanllawError):
    """A test collection cannot be read; the message names file, line and what to do."""

    title = "The collection cannot be used"
    exit_code = 2


class ReportError(CanllawError):
    """A folder does not hold the results of a run."""

    title = "There is no run to report"
    exit_code = 2
