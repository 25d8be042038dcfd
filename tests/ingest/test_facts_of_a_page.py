"""By-lines, types, standing and addresses, each a row of what stands on a page and what it means."""

import pytest

from corpus.publication import PublicationType as Type
from ingest.addresses import address_key, publisher_of, web_address
from ingest.byline import read_byline
from ingest.kinds import type_of
from ingest.status import read_status


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
    ("text", "statutory"),
    [
        ("This guidance is statutory.", True),
        ("This is statutory guidance for schools.", True),
        ("This document is issued as statutory guidance.", True),
        ("This guidance is non-statutory.", False),
        ("This guidance is provided to schools on a non-statutory basis.", False),
        ("Mae'r canllawiau hyn yn anstatudol.", False),
        ("Mae’r canllawiau hyn yn ganllawiau statudol.", True),
        ("This guidance is not issued as statutory guidance.", None),
        ("Schools have statutory duties.", None),
        ("This guidance is statutory. In part two, this guidance is non-statutory.", None),
        (f"{'Words. ' * 600}This guidance is statutory.", None),  # far down it speaks of others
    ],
)
def test_force_is_only_what_the_text_says_of_itself(text: str, statutory: bool | None) -> None:
    assert read_status(title="Sums", text=text, type_=Type.GUIDANCE).statutory is statutory


@pytest.mark.parametrize(
    ("title", "text", "withdrawn"),
    [
        ("Sums", "This guidance was withdrawn on 1 May 2024.", True),
        ("Sums", "This publication has been withdrawn.", True),
        ("Symiau", "Mae'r canllawiau hyn wedi'u tynnu'n ôl.", True),
        ("Symiau", "Mae’r ddogfen hon wedi’i thynnu’n ôl.", True),
        ("Sums [withdrawn]", "Words.", True),
        ("Sums", "The 2012 guidance has been withdrawn.", False),
        ("Sums", "Pupils may be withdrawn from a lesson.", False),
    ],
)
def test_withdrawal_is_only_what_the_text_says_of_itself(title: str, text: str, withdrawn: bool) -> None:
    assert read_status(title=title, text=text, type_=Type.GUIDANCE).withdrawn is withdrawn


def test_a_statement_about_guidance_says_nothing_of_itself() -> None:
    text = "This draft guidance is statutory. This guidance has been withdrawn."

    assert read_status(title="Statement on draft guidance", text=text, type_=Type.WRITTEN_STATEMENT) == (False, False, None)


@pytest.mark.parametrize("title", ["Draft sums guidance", "Canllawiau symiau drafft", "Sums (consultation on draft guidance)"])
def test_a_draft_says_so_in_its_title(title: str) -> None:
    assert read_status(title=title, text="Words.", type_=Type.GUIDANCE).draft


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
