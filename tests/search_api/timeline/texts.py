"""Texts of our own about kites at school, 2016 to 2025: promised, drafted, replaced, repeated, said in both languages."""

from collections.abc import Sequence
from datetime import date

from corpus.publication import Publication, PublicationType, Relation, RelationKind
from tests.search_api.conftest import Entries, document

TEXTS: Sequence[tuple[dict[str, object], str]] = [
    (
        {
            "id": "os-kites-2016",
            "title": "Oral Statement: kites in schools",
            "type": PublicationType.ORAL_STATEMENT,
            "author": "Bo Ek",
            "role": "Minister for Kites",
            "published": date(2016, 3, 1),
            "topics": ("kites",),
        },
        "Kite flying is to be looked at in every school. Lunch was discussed at length.\n",
    ),
    (
        {
            "id": "draft-kites-2017",
            "title": "Draft kite flying guidance",
            "type": PublicationType.CONSULTATION,
            "published": date(2017, 5, 2),
        },
        "Should kite flying take place in the last hour of school? Tell us what you think.\n",
    ),
    (
        {
            "id": "guidance-kites-2018",
            "title": "Kite flying guidance 2018",
            "published": date(2018, 9, 3),
            "topics": ("kites",),
        },
        "Schools should plan kite flying for dry days. Governing bodies must keep the cost of kite flying low.\n",
    ),
    (
        {
            "id": "ws-kites-2021",
            "title": "Written Statement: kite flying",
            "type": PublicationType.WRITTEN_STATEMENT,
            "author": "Ann Lee",
            "role": "Minister for Kites",
            "published": date(2021, 2, 10),
            "topics": ("kites",),
        },
        "I will publish new kite flying guidance by the end of June 2021. The weather was fine.\n",
    ),
    (
        {
            "id": "news-kites-2021",
            "title": "Kite flying: what was announced",
            "type": PublicationType.NEWS,
            "published": date(2021, 2, 11),
        },
        "I will publish new kite flying guidance by the end of June 2021.\n",
    ),
    (
        {
            "id": "guidance-kites-2022",
            "title": "Kite flying guidance 2022",
            "published": date(2022, 6, 27),
            "statutory": True,
            "topics": ("kites",),
        },
        "Schools must hold kite flying on one day of every week. A kite flying book should be kept.\n",
    ),
    (
        {
            "id": "guidance-kites-2022-cy",
            "title": "Canllawiau hedfan barcud 2022",
            "language": "cy",
            "published": date(2022, 6, 27),
            "topics": ("barcudiaid",),
        },
        "Rhaid i ysgolion gynnal hedfan barcud ar un diwrnod bob wythnos.\n",
    ),
    (
        {"id": "report-kites", "title": "Kite flying: a report", "type": PublicationType.REPORT},
        "Kite flying went well in most schools that were visited.\n",
    ),
    (
        {
            "id": "letter-lunch-2024",
            "title": "Letter about lunch",
            "type": PublicationType.LETTER,
            "published": date(2024, 1, 9),
        },
        "Lunch lasts an hour. Soup is served on Mondays.\n",
    ),
]
RELATIONS = (
    Relation(source="guidance-kites-2022", kind=RelationKind.SUPERSEDES, target="guidance-kites-2018"),
    Relation(source="guidance-kites-2022", kind=RelationKind.FOLLOWS_UP, target="ws-kites-2021"),
    Relation(source="guidance-kites-2022-cy", kind=RelationKind.TRANSLATES, target="guidance-kites-2022"),
)


def publication(**fields: object) -> Publication:
    """Guidance of the Welsh Government in English, unless told otherwise."""
    given = {"publisher": "Welsh Government", "type": PublicationType.GUIDANCE, "language": "en"}
    return Publication(**(given | fields))  # type: ignore[arg-type]


def entries() -> Entries:
    """Every text with its record."""
    made = [(publication(**record), words) for record, words in TEXTS]
    return [(one, document(one, words)) for one, words in made]
