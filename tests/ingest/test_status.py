"""What a text says of its own standing: each row words, and what they say or do not say."""

import pytest

from corpus.finding import SURE, Finding, FindingKind
from corpus.publication import PublicationType as Type
from ingest.status import LEAD, find_standing

K = FindingKind


def found(
    text: str, *, kind: FindingKind, title: str = "Sums", label: str | None = None, type_: Type | None = Type.GUIDANCE
) -> list[Finding]:
    """What a text surely says of one kind."""
    findings = find_standing(title=title, label=label, text=text, type_=type_)
    return [finding for finding in findings if finding.kind is kind and finding.confidence >= SURE]


def values(text: str, kind: FindingKind, type_: Type | None = Type.GUIDANCE) -> list[str]:
    return [finding.value for finding in found(text, kind=kind, type_=type_)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("This guidance was withdrawn on 1 May 2024.", K.WITHDRAWN, "2024-05-01"),
        ("This publication has been withdrawn.", K.WITHDRAWN, ""),
        ("Please note that this page has now been archived.", K.WITHDRAWN, ""),
        ("This circular (number 12/2009) was formally withdrawn on the 3rd March 2015.", K.WITHDRAWN, "2015-03-03"),
        ("This statutory guidance is no longer in force.", K.WITHDRAWN, ""),
        ("This document is no longer current.", K.WITHDRAWN, ""),
        ("Status: Withdrawn", K.WITHDRAWN, ""),
        ("Withdrawn on 31 August 2021", K.WITHDRAWN, "2021-08-31"),
        ("Mae’r canllawiau hyn wedi’u tynnu’n ôl.", K.WITHDRAWN, ""),
        ("Mae'r ddogfen hon wedi'i thynnu'n ôl ar 1 Mai 2024.", K.WITHDRAWN, "2024-05-01"),
        ("Cafodd y canllawiau hyn eu tynnu'n ôl ar 4 Mehefin 2020.", K.WITHDRAWN, "2020-06-04"),
        ("Nid yw'r canllawiau hyn bellach mewn grym.", K.WITHDRAWN, ""),
        ("Mae'r dudalen hon wedi'i harchifo.", K.WITHDRAWN, ""),
        ("This is a draft for consultation.", K.DRAFT, ""),
        ("This draft guidance is issued for comment.", K.DRAFT, ""),
        ("This document is still in draft.", K.DRAFT, ""),
        ("Mae'r ddogfen hon yn ddrafft.", K.DRAFT, ""),
        ("Drafft yw hwn.", K.DRAFT, ""),
        ("Status: Draft for comment", K.DRAFT, ""),
        ("This guidance is statutory.", K.STATUTORY, ""),
        ("This is statutory guidance for schools.", K.STATUTORY, ""),
        ("This document is issued as statutory guidance.", K.STATUTORY, ""),
        (
            "This is statutory guidance made under sections 3 and 4(2) of the Sums and Letters (Wales) Act 2013.",
            K.STATUTORY,
            "sections 3 and 4(2) of the Sums and Letters (Wales) Act 2013",
        ),
        ("Mae’r canllawiau hyn yn ganllawiau statudol.", K.STATUTORY, ""),
        (
            "Mae'r canllawiau hyn yn statudol o dan adran 4 o Ddeddf Symiau (Cymru) 2013.",
            K.STATUTORY,
            "adran 4 o Ddeddf Symiau (Cymru) 2013",
        ),
        ("This guidance is non-statutory.", K.NON_STATUTORY, ""),
        ("This guidance is provided to schools on a non-statutory basis.", K.NON_STATUTORY, ""),
        ("This guidance has no statutory force.", K.NON_STATUTORY, ""),
        ("Mae'r canllawiau hyn yn anstatudol.", K.NON_STATUTORY, ""),
        ("This guidance comes into force on 1 September 2024.", K.IN_FORCE_FROM, "2024-09-01"),
        (
            "This guidance is non-statutory, although some of what it describes is law, and it applies from 1 September 2023.",
            K.IN_FORCE_FROM,
            "2023-09-01",
        ),
        ("From 1 September 2024 this guidance applies to all schools.", K.IN_FORCE_FROM, "2024-09-01"),
        ("This code takes effect from 5 January 2021.", K.IN_FORCE_FROM, "2021-01-05"),
        ("With effect from 1 April 2012, this circular replaces circular 9/2005.", K.IN_FORCE_FROM, "2012-04-01"),
        ("This guidance replaces the 2011 guidance with effect from 1 April 2012.", K.IN_FORCE_FROM, "2012-04-01"),
        ("Effective from: 1 April 2012", K.IN_FORCE_FROM, "2012-04-01"),
        ("Daw'r canllawiau hyn i rym ar 1 Medi 2024.", K.IN_FORCE_FROM, "2024-09-01"),
        ("Mae'r cod hwn yn dod i rym ar 1af o Fedi 2024.", K.IN_FORCE_FROM, "2024-09-01"),
        ("This guidance is being updated.", K.BEING_UPDATED, ""),
        ("This page is currently under review and will be replaced in the autumn.", K.BEING_UPDATED, ""),
        ("Mae'r canllawiau hyn yn cael eu hadolygu.", K.BEING_UPDATED, ""),
        ("Consultation ends: 3 March 2024", K.CLOSED, "2024-03-03"),
        ("Consultation ended:\n3 March 2024", K.CLOSED, "2024-03-03"),
        ("Call for evidence ends: 11:59pm, 3 March 2024", K.CLOSED, "2024-03-03"),
        ("This consultation closed on 3 March 2024.", K.CLOSED, "2024-03-03"),
        ("Ymgynghoriad yn cau: 3 Mawrth 2024", K.CLOSED, "2024-03-03"),
        ("Daw'r ymgynghoriad hwn i ben ar 3 Mawrth 2024.", K.CLOSED, "2024-03-03"),
        ("Consultation launched: 3 December 2023", K.LAUNCHED, "2023-12-03"),
        ("Lansiwyd yr ymgynghoriad: 3 Rhagfyr 2023", K.LAUNCHED, "2023-12-03"),
    ],
)
def test_what_a_text_says_of_itself(text: str, kind: FindingKind, value: str) -> None:
    type_ = Type.CONSULTATION if kind in {K.CLOSED, K.LAUNCHED} else Type.GUIDANCE

    assert values(text, kind, type_) == [value]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 2012 guidance has been withdrawn.", K.WITHDRAWN),
        ("Pupils may be withdrawn from a lesson.", K.WITHDRAWN),
        ("A pupil on this page was withdrawn from the roll.", K.WITHDRAWN),
        ("This guidance has not been withdrawn.", K.WITHDRAWN),
        ("Tell us if this guidance has been withdrawn.", K.WITHDRAWN),
        ("The minister said this guidance has been withdrawn.", K.WITHDRAWN),
        ('Some heads write "this guidance is withdrawn" on old copies.', K.WITHDRAWN),
        ("Has this guidance been withdrawn?", K.WITHDRAWN),
        ("Withdrawn pupils", K.WITHDRAWN),
        ("Withdrawn: see the notes", K.WITHDRAWN),
        ("Mae'r canllawiau blaenorol wedi'u tynnu'n ôl.", K.WITHDRAWN),
        ("Schools should draft a policy.", K.DRAFT),
        ("This is not a draft.", K.DRAFT),
        ("This guidance replaces the draft of 2019.", K.DRAFT),
        ("Mae'r cynllun drafft yn hen.", K.DRAFT),
        ("Schools have statutory duties.", K.STATUTORY),
        ("This guidance is not issued as statutory guidance.", K.STATUTORY),
        ("This guidance explains statutory guidance on lunch.", K.STATUTORY),
        ("This guidance is issued under section 10 of the Education Act 1996.", K.STATUTORY),
        ("This guidance should be read beside the non-statutory toolkit.", K.NON_STATUTORY),
        ("The Act comes into force on 1 September 2024.", K.IN_FORCE_FROM),
        ("This guidance explains the duties that come into force on 1 September 2024.", K.IN_FORCE_FROM),
        ("This guidance applies from Year 3 to Year 6.", K.IN_FORCE_FROM),
        ("This guidance explains the new Act, and it applies from 1 September 2024.", K.IN_FORCE_FROM),
        ("This guidance will be reviewed every year.", K.BEING_UPDATED),
        ("This guidance is reviewed annually.", K.BEING_UPDATED),
        ("The curriculum is under review.", K.BEING_UPDATED),
        ("Mae'r canllawiau hyn yn cael eu hadolygu'n flynyddol.", K.BEING_UPDATED),
        ("Consultation ends soon", K.CLOSED),
        ("Our last consultation closed on 3 March 2019.", K.CLOSED),
        ("The school year ends: 21 July 2024", K.CLOSED),
    ],
)
def test_what_only_sounds_like_it(text: str, kind: FindingKind) -> None:
    assert values(text, kind) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This guidance replaces guidance document no: 081/2012.", "081/2012"),
        ("Replaces guidance document no: 081/2012", "081/2012"),
        ("Replaces: Sums in schools (May 2012)", "Sums in schools (May 2012)"),
        ("Replaces\nSums in schools (May 2012)", "Sums in schools (May 2012)"),
        ("Replaces\nCounting on fingers", None),  # a heading, and nothing that names a publication
        ("Replaces:\nSums in schools (May 2012)", "Sums in schools (May 2012)"),
        ("Yn disodli dogfen ganllawiau rhif: 081/2012", "081/2012"),
        ("This guidance supersedes the 2022 Sums in schools: a framework.", "2022 Sums in schools: a framework"),
        ("This guidance updates and replaces “Sums in schools”, issued in May 2012.", '"Sums in schools", issued in May 2012'),
        ("This circular cancels and replaces Circular 1/2004.", "1/2004"),
        ("This guidance, which is statutory, replaces the 2012 guidance on sums.", "2012 guidance on sums"),
        ("This guidance is for heads. It replaces the 2012 guidance on sums.", "2012 guidance on sums"),
        ("This plan is issued in place of the Sums Action Plan 2017.", "Sums Action Plan 2017"),
        ("The guidance Sums in schools (2012) has been replaced by this document.", "guidance Sums in schools (2012)"),
        ("Mae'r canllawiau hyn yn disodli Symiau mewn ysgolion (2012).", "Symiau mewn ysgolion (2012)"),
        ("Mae’r ddogfen hon yn cymryd lle canllawiau 2012 ar symiau.", "canllawiau 2012 ar symiau"),
        ("Cyhoeddir y canllawiau hyn yn lle Cylchlythyr 1/2004.", "1/2004"),
        ("This guidance does not replace the 2012 guidance.", None),
        ("This guidance replaces the need for a paper register.", None),
        ("This guidance replaces section 4 of guidance 081/2012.", None),
        ("This guidance updates the 2012 guidance on sums.", None),
        ("This guidance explains what replaces the 2012 guidance.", None),
        ("The 2019 guidance replaces the 2012 guidance.", None),
        ("It replaces the 2012 guidance on sums.", None),  # nothing says what it is
        ("Once approved, this guidance replaces the 2012 guidance.", None),
        ("A visualiser replaces the blackboard in this guidance.", None),
        ("Replaces: none", None),
    ],
)
def test_what_it_replaces(text: str, value: str | None) -> None:
    assert values(text, K.REPLACES) == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This guidance has been replaced by Sums for all (2024).", "Sums for all (2024)"),
        ("This page was superseded by guidance document no. 255/2019.", "255/2019"),
        ("Replaced by: Sums for all", "Sums for all"),
        ("This guidance is withdrawn. See the current guidance: Sums for all.", "Sums for all"),
        ("This guidance has been superseded.", ""),
        ("Mae'r canllawiau hyn wedi'u disodli gan Symiau i bawb (2024).", "Symiau i bawb (2024)"),
        ("Disodlwyd y canllawiau hyn gan ddogfen 255/2019.", "255/2019"),
        ("See the current guidance: Sums for all.", None),  # it may be on another matter
        ("This guidance has not been replaced by anything.", None),
        ("This guidance will be replaced by Sums for all.", None),
        ("The 2012 guidance has been replaced by Sums for all.", None),
        ("Could this guidance be replaced by Sums for all?", None),
    ],
)
def test_what_replaced_it(text: str, value: str | None) -> None:
    assert values(text, K.REPLACED_BY) == ([] if value is None else [value])


def test_several_numbers_are_several_findings() -> None:
    assert values("This guidance replaces guidance documents 081/2012 and 171/2015.", K.REPLACES) == ["081/2012", "171/2015"]


@pytest.mark.parametrize(
    ("title", "label", "kind"),
    [
        ("Draft sums guidance", None, K.DRAFT),
        ("Canllawiau symiau drafft", None, K.DRAFT),
        ("Sums (consultation on draft guidance)", None, K.DRAFT),
        ("Sums", "Draft", K.DRAFT),
        ("Sums [withdrawn]", None, K.WITHDRAWN),
        ("Withdrawn: sums", None, K.WITHDRAWN),
        ("How to draft a sums policy", None, None),
        ("Withdrawn children", None, None),
    ],
)
def test_what_a_title_says(title: str, label: str | None, kind: FindingKind | None) -> None:
    findings = find_standing(title=title, label=label, text="Words.", type_=Type.GUIDANCE)

    assert [finding.kind for finding in findings] == ([kind] if kind else [])
    assert all(finding.start is None and finding.quote in {title, label} for finding in findings)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("This was published under the 2016 to 2021 administration of the Welsh Government", "2016 to 2021"),
        ("This publication was published under the 2011 to 2016 administration of the Welsh Government", "2011 to 2016"),
        ("Cyhoeddwyd y cynnwys hwn dan weinyddiaeth Llywodraeth Cymru 2011 i 2016", "2011 to 2016"),
    ],
)
@pytest.mark.parametrize("type_", [Type.GUIDANCE, Type.WRITTEN_STATEMENT])
def test_a_banner_names_the_administration(line: str, value: str, type_: Type) -> None:
    (finding,) = find_standing(title="Sums", text="Words.", type_=type_, page_lines=["Skip to content", line])

    assert (finding.kind, finding.value, finding.quote, finding.start) == (K.ADMINISTRATION, value, line, None)


def test_a_label_and_its_day_may_stand_on_two_lines_of_a_page() -> None:
    (finding,) = find_standing(
        title="Sums", text="Words.", type_=Type.CONSULTATION, page_lines=["Consultation ends:", "3 March 2024"]
    )

    assert (finding.kind, finding.value) == (K.CLOSED, "2024-03-03")


def test_a_statement_about_guidance_says_nothing_of_itself() -> None:
    text = (
        "This draft guidance is statutory. This guidance has been withdrawn. This guidance replaces the 2012 guidance.\n\n"
        "Consultation ends: 3 March 2024"
    )

    assert find_standing(title="Statement on draft guidance", text=text, type_=Type.WRITTEN_STATEMENT) == ()


@pytest.mark.parametrize(
    ("title", "text", "type_", "kind"),
    [
        ("Statement", "This statement has been withdrawn.", Type.WRITTEN_STATEMENT, K.WITHDRAWN),
        ("Draft minutes: 4 May", "Words.", Type.MINUTES, K.DRAFT),
        ("Committee", "This is a draft record of the meeting.", Type.MINUTES, K.DRAFT),
    ],
)
def test_what_an_event_may_say_of_itself(title: str, text: str, type_: Type, kind: FindingKind) -> None:
    assert [finding.kind for finding in find_standing(title=title, text=text, type_=type_)] == [kind]


def test_far_down_a_text_speaks_of_others() -> None:
    assert found("Words. " * (LEAD // 7 + 1) + "This guidance is statutory.", kind=K.STATUTORY) == []


@pytest.mark.parametrize(
    ("text", "kind", "confidence"),
    [
        ("Schools must have regard to this guidance.", K.STATUTORY, 0.85),
        ("This guidance is issued under section 4 of the Sums (Wales) Act 2013.", K.STATUTORY, 0.7),
        ("This guidance updates the 2012 guidance on sums.", K.REPLACES, 0.7),
        ("This guidance will replace the 2012 guidance on sums.", K.REPLACES, 0.7),
        ("This guidance will be revised in 2026.", K.BEING_UPDATED, 0.7),
    ],
)
def test_words_that_leave_something_open_are_less_sure(text: str, kind: FindingKind, confidence: float) -> None:
    (finding,) = find_standing(title="Sums", text=text, type_=Type.GUIDANCE)

    assert (finding.kind, finding.confidence) == (kind, confidence)


def test_offsets_count_in_the_text() -> None:
    text = (
        "Sums\n\nHeads.\n\n  This guidance\nreplaces guidance\tdocument no. 081/2012. It is new.\n\nReplaces: Old sums (2009)\n"
    )
    findings = find_standing(title="Sums", text=text, type_=Type.GUIDANCE)

    assert {finding.value for finding in findings} == {"081/2012", "Old sums (2009)"}
    assert all(text[finding.start : finding.end] == finding.quote for finding in findings)
    assert {finding.quote for finding in findings} == {
        "This guidance\nreplaces guidance\tdocument no. 081/2012.",
        "Replaces: Old sums (2009)",
    }
