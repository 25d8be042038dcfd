"""Who says a text, in which office and on which day: by its record, by its lines, by the turns of a debate; never guessed."""

from datetime import date

import pytest

from corpus.offices import is_known, office_on, tenures
from corpus.publication import Publication, PublicationType
from corpus.settings import ROOT
from ingest.commitments.occasion import occasion_of
from ingest.commitments.verdict import Voice
from ingest.register import read_register
from tests.ingest.commitments.texts import document, made, quote, record, statement

DEBATE = """# Kites in schools

#### Ann Example, Minister for Kites

I will publish the kite plan by the end of June.

#### Bob Member

We will hold the Minister to that. Will she confirm it?

#### Ann Example

I will write to the Member.
"""


@pytest.mark.parametrize(
    ("fields", "voice"),
    [
        ({}, Voice.MINISTER),
        ({"author": None, "role": None}, Voice.GOVERNMENT),
        ({"author": None, "role": None, "publisher": "Estyn"}, Voice.GOVERNMENT),
        ({"role": "Chair, Kite Advisory Group"}, Voice.OTHER),
        ({"type": PublicationType.LETTER, "role": "Chair, Kite Advisory Group"}, Voice.ADVISER),
        ({"type": PublicationType.LETTER, "role": "Director of Kites, Welsh Government"}, Voice.MINISTER),
        ({"type": PublicationType.MINUTES, "title": "Kite group: minutes"}, Voice.MEETING),
        ({"type": PublicationType.MINUTES, "title": "Kite Programme Board: minutes"}, Voice.BOARD),
        ({"type": PublicationType.MINUTES, "publisher": "Senedd"}, Voice.OTHER),
        ({"type": PublicationType.GUIDANCE, "author": None, "role": None}, Voice.DOCUMENT),
        ({"type": PublicationType.GUIDANCE, "author": None, "role": None, "publisher": "Estyn"}, Voice.OTHER),
        ({"type": PublicationType.REPORT, "author": "Professor Gwen Example", "role": "Review lead"}, Voice.ADVISER),
        ({"type": PublicationType.REPORT, "author": None, "role": None}, Voice.GOVERNMENT),
        ({"type": PublicationType.NEWS, "author": "Ann Example (quoted)"}, Voice.GOVERNMENT),
        ({"type": PublicationType.NEWS, "publisher": "TES"}, Voice.OTHER),
        ({"type": PublicationType.LEGISLATION}, Voice.OTHER),
        ({"type": PublicationType.OTHER, "author": None, "role": None, "publisher": "Unknown publisher"}, Voice.UNKNOWN),
    ],
)
def test_whose_voice_a_record_gives(fields: dict[str, object], voice: Voice) -> None:
    assert occasion_of(record(**fields), document("Kites are red.")).voice is voice


@pytest.mark.parametrize(
    ("fields", "text", "day"),
    [
        ({}, "Kites.", date(2026, 5, 17)),
        ({"published": None}, "# Kites\n\n14 November 2025\n\nWe fly them.", date(2025, 11, 14)),
        ({"published": None}, "Kites are red.", None),
        ({"type": PublicationType.LETTER, "dateline": date(2026, 5, 3)}, "Dear all,", date(2026, 5, 3)),
        ({"type": PublicationType.MINUTES, "meetings": (date(2026, 4, 1),)}, "Kites.", date(2026, 4, 1)),
        ({"published": None, "issued": "2026-05"}, "Kites.", None),
    ],
)
def test_the_day_words_were_said_on(fields: dict[str, object], text: str, day: date | None) -> None:
    assert occasion_of(record(**fields), document(text)).made_on == day


def test_guidance_is_said_when_this_version_of_it_came_out() -> None:
    guidance = record(type=PublicationType.GUIDANCE, author=None, role=None)
    assert occasion_of(guidance, document("Kites."), stated_on=date(2026, 8, 1)).made_on == date(2026, 8, 1)
    assert occasion_of(record(), document("Kites."), stated_on=date(2026, 8, 1)).made_on == date(2026, 5, 17)


def test_in_a_debate_each_promise_is_its_speakers() -> None:
    text = statement(DEBATE, type=PublicationType.ORAL_STATEMENT, author=None, role=None, publisher="Senedd")
    assert [(quote(text, one), one.speaker, one.office) for one in made(text)] == [
        ("I will publish the kite plan by the end of June.", "Ann Example", "Minister for Kites"),
        ("I will write to the Member.", "Ann Example", "Minister for Kites"),
    ]


def test_a_name_before_a_colon_begins_a_turn_and_is_no_part_of_the_words() -> None:
    text = statement(
        "Ann Example (Minister for Kites): I will publish the plan.\n\nBob Member MS: I will read the plan.\n",
        type=PublicationType.ORAL_STATEMENT, author=None, role=None, publisher="Senedd",
    )  # fmt: skip
    assert [(quote(text, one), one.speaker) for one in made(text)] == [("I will publish the plan.", "Ann Example")]


def test_news_binds_by_a_ministers_quoted_words_and_not_by_anybody_elses() -> None:
    text = statement(
        "New kites are here.\n\nThe Minister for Kites, Ann Example, said:\n\n"
        "“We will fund 200 kites for schools next year.”\n\n"
        "Headteacher Bob Example said: “We will fly them for the pupils every day of the year.”\n\n"
        "Guidance will be published in June.\n",
        type=PublicationType.NEWS, author="Ann Example (quoted)", role="Minister for Kites",
    )  # fmt: skip
    assert [(one.speaker, one.office) for one in made(text)] == [("Ann Example", "Minister for Kites"), ("", "")]


def test_a_foreword_is_its_signers_and_the_rest_of_a_text_nobodys() -> None:
    text = statement(
        "## Foreword\n\nI will come back to this guidance in 2027.\n\nAnn Example, Minister for Kites\n\n## Support\n\n"
        "We will publish further resources for schools in June.\n",
        type=PublicationType.GUIDANCE, author=None, role=None,
    )  # fmt: skip
    assert [(one.speaker, one.office) for one in made(text)] == [("Ann Example", "Minister for Kites"), ("", "")]


def test_minutes_bind_government_by_what_its_officials_are_to_do() -> None:
    text = statement(
        "# Kite group: minutes\n\n## Present\n\n- Ann Example, Head of Kites, Welsh Government;\n- Bob Example, Estyn.\n\n"
        "## Actions\n\n"
        "Ann Example would send the paper by 3 June.\n\nBob Example would read it.\n\n"
        "Officials to publish the minutes by 10 June.\n\n"
        "The chair to write to schools.\n",
        type=PublicationType.MINUTES, author=None, role=None, title="Kite group: minutes",
    )  # fmt: skip
    assert [(quote(text, one), one.speaker, one.office) for one in made(text)] == [
        ("Ann Example would send the paper by 3 June.", "Ann Example", "Head of Kites, Welsh Government"),
        ("Officials to publish the minutes by 10 June.", "", ""),
    ]


def test_who_is_bound_and_how_that_is_known() -> None:
    text = statement(
        "I will publish the plan.\n\nThe plan will be reviewed in June.\n\n"
        "The Education Improvement Team will hold a conference for schools.\n"
    )
    assert [(one.organisation, str(one.basis), one.speaker) for one in made(text)] == [
        ("Welsh Government", "speaker", "Ann Example"),
        ("Welsh Government", "agentless", "Ann Example"),
        ("Education Improvement Team", "subject", "Ann Example"),
    ]


def test_offices_are_known_only_between_the_days_on_which_publications_show_them() -> None:
    published = {entry.publication.id: entry.publication for entry in read_register(ROOT / "corpus" / "register.jsonl")}

    def shows(publication: Publication, person: str) -> bool:
        return person in (publication.author or "")

    for tenure in tenures():
        assert [published[key].published for key in tenure.evidence] == [tenure.first, tenure.last]
        assert all(shows(published[key], tenure.person) for key in tenure.evidence)
        assert office_on(tenure.person, tenure.first) == office_on(tenure.person.upper(), tenure.last) == tenure.office["en"]
        assert office_on(tenure.person, date(1999, 1, 1)) == office_on(tenure.person, None) == ""
    assert not is_known("Ann Example")
