"""The whole tree of our errors; every message says what happened, to which value, where, what to do.

CanllawError
  SetupError               something to install, set, free or start; exit code 2
    CatalogueUnavailable   the catalogue cannot be opened or written
    IndexUnavailable       the index is missing, locked or cannot be reached
    IndexOutOfDate         the index was built by another model or other rules
    ModelUnavailable       the embedding model cannot be loaded
  RegisterError            the register breaks its own rules; lists every line at fault
  SourcesError             the list of publishers breaks its own rules; lists every entry at fault
  ReadError                one file or page could not be read; a batch goes on past it
    UnsupportedFormat      no parser reads this kind of file
    EmptyDocument          it was read, but holds no text
    OtherLanguage          it is in English where Welsh was expected, or the other way round
    MalformedDocument      it is damaged, locked, or too large
  CaptureDamaged           raw bytes that were kept are not there, or not the same
  NotHeld                  no publication, document or passage by that id
  GoldError                evaluation questions break their own rules; lists every line at fault
  CollectionError          a test collection cannot be read; lists what is wrong with which file
  ReportError              a folder does not hold the results of a run
  InvalidQuery             the question or a filter cannot be understood; names the field

Does not cover the expected: nothing found, not answered and unchanged are values, not errors.
"""


class CanllawError(Exception):
    """Any failure we explain: `str()` is one complete sentence or more, fit to show to a person."""

    title = "Something failed"
    exit_code = 1


class SetupError(CanllawError):
    """Something to install, set, free or start before this can work."""

    title = "Not ready"
    exit_code = 2


class CatalogueUnavailable(SetupError):
    """The catalogue cannot be opened or written."""

    title = "The catalogue is not available"


class IndexUnavailable(SetupError):
    """The index is missing, locked or cannot be reached."""

    title = "The index is not available"


class IndexOutOfDate(SetupError):
    """The index was built by another model or by other rules."""

    title = "The index must be rebuilt"


class ModelUnavailable(SetupError):
    """The embedding model cannot be loaded."""

    title = "The embedding model is not available"


class RegisterError(CanllawError):
    """The register breaks its own rules; the message lists every line at fault."""

    title = "The register is not valid"


class SourcesError(CanllawError):
    """The list of publishers cannot be read or breaks its own rules; the message lists every entry at fault."""

    title = "The list of publishers is not valid"
    exit_code = 2


class ReadError(CanllawError):
    """One file or page could not be read; a batch goes on past it."""

    title = "This could not be read"


class UnsupportedFormat(ReadError):
    """No parser reads this kind of file."""


class EmptyDocument(ReadError):
    """It was read, but holds no text (a scanned PDF, most often)."""


class OtherLanguage(ReadError):
    """It is in English where Welsh was expected, or the other way round."""


class MalformedDocument(ReadError):
    """It is damaged, locked or too large to be read."""


class CaptureDamaged(CanllawError):
    """Raw bytes that were kept are not there, or are not the same."""

    title = "A capture is damaged"


class NotHeld(CanllawError):
    """No publication, document or passage is held by that id."""

    title = "Not held"


class GoldError(CanllawError):
    """Evaluation questions break their own rules; the message lists every line at fault."""

    title = "The questions are not valid"


class CollectionError(CanllawError):
    """A test collection cannot be read; the message names file, line and what to do."""

    title = "The collection cannot be used"
    exit_code = 2


class ReportError(CanllawError):
    """A folder does not hold the results of a run."""

    title = "There is no run to report"
    exit_code = 2


class InvalidQuery(CanllawError):
    """The question or a filter cannot be understood; `field` names the parameter at fault."""

    title = "The question cannot be read"
    exit_code = 2

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field
