"""Promises with very many later words: the newest are given, and how many are left out."""

from datetime import date

from corpus.catalogue import Catalogue
from search_api.commitments.asked import CommitmentQuery
from search_api.commitments.register import Register, find_commitments
from search_api.commitments.shapes import EvidenceShape, commitment_shape
from search_api.mcp_server.links import Links
from search_api.mcp_server.promises import MOST_EVIDENCE, with_links
from tests.search_api.conftest import shelf_entries


def later(day: int) -> EvidenceShape:
    """Later words of a day."""
    return EvidenceShape(
        evidence_id=f"news.en.00000000:{day}-40",
        publication_id="news",
        document_id="news.en.00000000",
        title="News of the kites",
        quote="The kites were flown.",
        start=day,
        end=40,
        published=date(2026, 3, day),
        url=None,
        held="full",
        outcome="progress",
        basis="suggested",
        confirmed_by=None,
        confirmed_on=None,
        effective=None,
        promise=None,
        score=0.5,
        reasons=[],
        reviews=[],
    )


def test_the_newest_later_words_are_given_each_with_its_link(catalogue: Catalogue) -> None:
    with catalogue.writing() as write:
        for publication, text in shelf_entries():
            write.put_publication(publication)
            write.put_document(text)
    found = find_commitments(catalogue, CommitmentQuery(words="reading coach"))
    shape = commitment_shape(found.shown[0], Register(catalogue))
    many = shape.model_copy(update={"evidence": [later(day) for day in range(1, 10)]})
    given = with_links(many, Links("https://canllaw.example"))

    assert [one.start for one in given.evidence] == [6, 7, 8, 9]
    assert (given.evidence_left_out, given.sources_left_out) == (9 - MOST_EVIDENCE, 0)
    assert given.evidence[0].read_at == "https://canllaw.example/documents/news.en.00000000?start=6&end=40#quote"
    assert with_links(shape, Links(None)).read_at is None
