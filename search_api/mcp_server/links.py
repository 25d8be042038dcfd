"""Links: where our own pages show a text or quoted words; does not know what is shown there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages on a site of ours."""

    site: str | None
    """As `http://127.0.0.1:8000`; None where nobody serves the pages, so that there is nothing to link to."""

    def document(self, document_id: str) -> str | None:
        """The page of a text."""
        return f"{self.site}/documents/{document_id}" if self.site else None

    def words(self, document_id: str, start: int, end: int) -> str | None:
        """The page of a text, opened at words of it, which are marked there."""
        page = self.document(document_id)
        return f"{page}?start={start}&end={end}#quote" if page else None

    def publication(self, publication_id: str) -> str | None:
        """The page of a publication, with its versions and evidence."""
        return f"{self.site}/publications/{publication_id}" if self.site else None
