"""Links and page numbers say which publications are files or translations of which."""

from collections.abc import Callable

import pytest

from corpus.link import Link, LinkKind, relations_linked
from corpus.publication import Publication, Relation

Make = Callable[..., Publication]
EN, CY, FILE = "https://www.gov.wales/otters", "https://www.llyw.cymru/dyfrgwn", "https://www.gov.wales/files/otters.pdf"


def found(
    publications: list[Publication], *links: tuple[str, LinkKind, str], pages: dict[str, str] | None = None
) -> list[tuple[str, str, str]]:
    held = {one.id: one for one in publications}
    made = relations_linked(held, [(key, Link(kind=kind, url=url)) for key, kind, url in links], pages or {})
    return [(one.source, one.kind.value, one.target) for one in made]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([("en", LinkKind.TWIN, CY)], [("cy", "translates", "en")]),
        ([("cy", LinkKind.TWIN, EN)], [("cy", "translates", "en")]),
        ([("en", LinkKind.TWIN, CY), ("cy", LinkKind.TWIN, EN)], [("cy", "translates", "en")]),
        ([("en", LinkKind.TWIN, "http://llyw.cymru/dyfrgwn/?lang=en")], [("cy", "translates", "en")]),
        ([("en", LinkKind.FILE, FILE)], [("file", "annexes", "en")]),
        ([("en", LinkKind.FILE, "https://www.gov.wales/old-otters")], [("file", "annexes", "en")]),  # an address it had before
        ([("en", LinkKind.FILE, "https://a.example/nobody.pdf")], []),
        ([("en", LinkKind.TWIN, EN)], []),  # itself
        ([("en", LinkKind.TWIN, FILE)], []),  # the same language
        ([("gone", LinkKind.TWIN, CY)], []),
    ],
)
def test_what_a_page_links_to(
    publication: Make, links: list[tuple[str, LinkKind, str]], expected: list[tuple[str, str, str]]
) -> None:
    held = [
        publication("en", url=EN),
        publication("cy", url=CY, language="cy"),
        publication("file", url=FILE, also_at=("https://www.gov.wales/old-otters",), origin="import"),
    ]

    assert found(held, *links) == expected


def test_a_record_of_the_register_is_no_file_of_another(publication: Make) -> None:
    held = [publication("en", url=EN), publication("own", url=FILE)]

    assert found(held, ("en", LinkKind.FILE, FILE)) == []


def test_where_an_address_led_counts_more_than_where_a_record_says_it_is(publication: Make) -> None:
    held = [publication("en", url=EN), publication("a", url=FILE, origin="import"), publication("b", origin="import")]

    assert found(held, ("en", LinkKind.FILE, FILE)) == [("a", "annexes", "en")]
    assert found(held, ("en", LinkKind.FILE, FILE), pages={"gov.wales/files/otters.pdf": "b"}) == [("b", "annexes", "en")]
    assert found(held, ("en", LinkKind.FILE, FILE), pages={"gov.wales/files/otters.pdf": "forgotten"}) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"node": "7", "language": "cy"}, [("other", "translates", "guidance-otters")]),
        ({"node": "7", "language": "en"}, []),
        ({"node": "8", "language": "cy"}, []),
        ({"node": None, "language": "cy"}, []),
        ({"node": "7", "language": "cy", "publisher": "Estyn"}, []),
    ],
)
def test_pages_of_one_number_are_translations(
    publication: Make, fields: dict[str, str], expected: list[tuple[str, str, str]]
) -> None:
    held = [publication(node="7"), publication("other", **fields)]

    assert found(held) == expected
    assert found(held[::-1]) == expected


def test_how_it_is_known_is_told_once(publication: Make) -> None:
    held = {one.id: one for one in (publication("en", url=EN, node="7"), publication("cy", url=CY, language="cy", node="7"))}

    made = relations_linked(held, [("en", Link(kind=LinkKind.TWIN, url=CY))], {})

    assert made == [Relation(source="cy", kind=made[0].kind, target="en", basis="their pages link to each other")]
