"""By-lines, types and addresses, each a row of what stands on a page and what it means."""

import pytest

from corpus.addresses import address_key, web_address
from corpus.publication import PublicationType as Type
from ingest.addresses import publisher_of
from ingest.byline import read_byline
from ingest.kinds import type_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe MS, Minister for Sums", ("Jane Doe", "Minister for Sums")),
        ("Jane Doe, Minister for Sums and Letters", ("Jane Doe", "Minister for Sums and Letters")),
        ("Siân O’Dee AM, Cabinet Secretary for Sums", ("Siân O’Dee", "Cabinet Secretary for Sums")),
        ("Siân Dee AS, Gweinidog y Symiau", ("Siân Dee", "Gweinidog y Symiau")),
        ("Mr Jo ap Dee, Prif Weinidog", ("Mr Jo ap Dee", "Prif Weinidog")),
        (
            "Jane Doe MS, Minister for Sums and Jo Dee MS, Minister for Letters",
            ("Jane Doe and Jo Dee", "Minister for Sums; Minister for Letters"),
        ),
        (
            "Jane Doe AM, Cabinet Secretary for Sums and Sport and Jo Dee AM, Cabinet Secretary for Letters",
            ("Jane Doe and Jo Dee", "Cabinet Secretary for Sums and Sport; Cabinet Secretary for Letters"),
        ),
        (
            "Jane Doe, Minister for Sums, and Jo Dee, Deputy Minister for Letters",
            ("Jane Doe and Jo Dee", "Minister for Sums; Deputy Minister for Letters"),
        ),
        (
            "Siân Dee AS, Gweinidog y Symiau a Jo Dee AS, Gweinidog y Llythrennau",
            ("Siân Dee and Jo Dee", "Gweinidog y Symiau; Gweinidog y Llythrennau"),
        ),
        ("Jane Doe CBE, Chair, Counting Group", ("Jane Doe CBE", "Chair, Counting Group")),
        ("Jane Doe, CBE, Chair of the Counting Group", ("Jane Doe CBE", "Chair of the Counting Group")),
        (
            "By Jane Doe MS, Minister for Education and the Welsh Language",
            ("Jane Doe", "Minister for Education and the Welsh Language"),
        ),
        ("Jane Doe MS, Minister for Education and Welsh Language", ("Jane Doe", "Minister for Education and Welsh Language")),
        ("Counter Doe MS, First Minister", ("Counter Doe", "First Minister")),
        ("MS, Cabinet Secretary for", None),  # cut in the middle
        ("Jane Doe, who likes sums", None),
        ("Jane Doe, Minister for Sums, said so.", None),
        ("In the past, the Minister for Sums", None),
        ("", None),
    ],
)
def test_bylines(line: str, expected: tuple[str, str] | None) -> None:
    assert read_byline(line) == expected


@pytest.mark.parametrize(
    ("title", "label", "url", "expected"),
    [
        ("Written Statement: letters", None, None, Type.WRITTEN_STATEMENT),
        ("Datganiad Ysgrifenedig: Symiau", None, None, Type.WRITTEN_STATEMENT),
        ("Oral Statement: sums", "Cabinet statement", None, Type.ORAL_STATEMENT),
        ("Sums", "Cabinet statement", None, Type.WRITTEN_STATEMENT),
        ("Sums", "Publication", "https://www.gov.wales/written-statement-sums", Type.WRITTEN_STATEMENT),
        ("Sums guidance", "Consultation", None, Type.CONSULTATION),
        ("Group: letter on guidance", None, None, Type.LETTER),
        ("Y Grŵp: llythyr", None, None, Type.LETTER),
        ("Group: terms of reference", None, None, Type.TERMS_OF_REFERENCE),
        ("Board meeting: 24 July 2024", None, None, Type.MINUTES),
        ("Cyfarfodydd y Bwrdd: 3 Mai 2024 a 4 Mehefin 2024", None, None, Type.MINUTES),
        ("Symiau", "Galwad am dystiolaeth", None, Type.CONSULTATION),
        ("Sums", "Research", None, Type.REPORT),
        ("What the group does", None, "https://www.gov.wales/group/terms-reference", Type.TERMS_OF_REFERENCE),
        ("Sums guidance: impact assessment", None, None, Type.REPORT),
        ("Canllawiau symiau", None, None, Type.GUIDANCE),
        ("Sums (Wales) Regulations 2013", None, None, Type.LEGISLATION),
        ("Sums", None, "https://www.legislation.gov.uk/anaw/2018/2", Type.LEGISLATION),
        ("Sums", None, "https://record.senedd.wales/WrittenQuestion/1", Type.WRITTEN_ANSWER),
        ("Sums", None, None, None),
        (None, None, None, None),
    ],
)
def test_types(title: str | None, label: str | None, url: str | None, expected: Type | None) -> None:
    assert type_of(title=title, label=label, url=url) == expected


@pytest.mark.parametrize(
    "other",
    [
        "http://gov.wales/sums",
        "https://www.gov.wales/sums/",
        "https://gov.wales/sums?lang=en",
        "https://GOV.wales/sums#part",
    ],
)
def test_addresses_of_one_page_have_one_key(other: str) -> None:
    assert address_key(other) == address_key("https://www.gov.wales/sums")


@pytest.mark.parametrize(
    "other",
    ["https://gov.wales/sums?lang=cy", "https://gov.wales/sum", "https://hwb.gov.wales/sums", "https://gov.wales/sums?id=2"],
)
def test_addresses_of_other_pages_do_not(other: str) -> None:
    assert address_key(other) != address_key("https://www.gov.wales/sums")


@pytest.mark.parametrize("value", [None, "", "/sums", "file:///home/x.html", "javascript:void(0)", "http://["])
def test_what_is_no_web_address(value: str | None) -> None:
    assert web_address(value) is None


@pytest.mark.parametrize(
    ("url", "site_name", "expected"),
    [
        ("https://hwb.gov.wales/a", "x", "Hwb"),
        ("https://www.estyn.gov.wales/a", None, "Estyn"),
        ("https://record.senedd.wales/a", None, "Senedd"),
        ("https://www.legislation.gov.uk/a", None, "UK legislation"),
        ("https://educationwales.blog.gov.wales/a", None, "Welsh Government"),
        ("https://www.example.org/a", "The Example", "The Example"),
        ("https://www.example.org/a", None, "example.org"),
        ("https://notgov.wales/a", None, "notgov.wales"),
        (None, None, None),
    ],
)
def test_publishers(url: str | None, site_name: str | None, expected: str | None) -> None:
    assert publisher_of(url, site_name=site_name) == expected
