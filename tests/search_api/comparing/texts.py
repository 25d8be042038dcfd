"""Texts of our own that stand to each other in every way two texts can, and a catalogue of them.

`fill(catalogue)` lays them down: editions of one publication, one that took another's place, a follow-up, two current ones
on one subject, a translation, a digest, a record without a text, a draft, and one without a day.
"""

from datetime import date

from corpus.catalogue import Catalogue
from corpus.provenance import Held
from corpus.publication import PublicationType, Relation, RelationKind
from tests.past import guidance, text_of

KITES_2019 = """Kites in schools

Governing bodies should publish a kite plan by 1 June. The plan should be no longer than four pages.

Schools should:

• keep a chart of who flew what;
• lend kites to pupils of 7 and above.

A kite may be flown on any day that is dry.

Kites must not be flown near a road. Local authorities should give each school £60 for string.
"""
KITES_2024 = """Kites in schools

Governing bodies must publish a kite plan by 1 October. The plan should be no longer than six pages.

Schools must:

• keep a chart of who flew what;
• lend kites to pupils of 9 and above.

Kites should not be flown near a road. The headteacher should give each class £45 for string.

Every kite must have a tail.
"""
MENDED = KITES_2024.replace("Every kite must have a tail.", "Every kite must have a tail and a name.")
NOTES = "Advice on kites\n\nA governing body should publish its kite plan by 1 March each year.\n"
STATEMENT = "We will fund kites for every school by 1 May 2024.\n\nI will report in the summer.\n"
PROGRESS = "We may fund kites for every school by 1 May 2025.\n\nI will report in the summer.\n"
WELSH_2019 = "Barcutiaid\n\nDylai ysgolion gadw siart o bob barcud erbyn 1 Mehefin.\n\nCaiff pob disgybl hedfan barcud.\n"
WELSH_2024 = "Barcutiaid\n\nRhaid i ysgolion gadw siart o bob barcud erbyn 1 Hydref.\n\nMae angen cynffon.\n"


def fill(catalogue: Catalogue) -> None:
    """Lay the texts down."""
    old = guidance("kites-2019", "Kites in schools 2019", published=date(2019, 9, 1))
    new = guidance("kites-2024", "Kites in schools 2024", published=date(2024, 3, 1), statutory=True)
    notes = guidance("kites-notes", "Advice on kites", published=date(2023, 1, 5), publisher="Estyn")
    said = guidance("ws-kites", "Kites", type=PublicationType.WRITTEN_STATEMENT, published=date(2023, 5, 4))
    progress = guidance(
        "ws-kites-progress", "Kites: update", type=PublicationType.WRITTEN_STATEMENT, published=date(2024, 5, 4)
    )
    old_welsh = guidance("kites-2019-cy", "Barcutiaid 2019", published=date(2019, 9, 1), language="cy")
    new_welsh = guidance("kites-2024-cy", "Barcutiaid 2024", published=date(2024, 3, 1), language="cy")
    digest = guidance("kites-digest", "Kites at the seaside", published=date(2022, 1, 1))
    draft = guidance("kites-draft", "Kites: draft", published=date(2021, 1, 1), draft=True)
    undated = guidance("kites-undated", "Kites of no day")
    with catalogue.writing() as write:
        for publication, words in (
            (old, KITES_2019),
            (notes, NOTES),
            (said, STATEMENT),
            (progress, PROGRESS),
            (old_welsh, WELSH_2019),
            (new_welsh, WELSH_2024),
            (undated, KITES_2019),
            (draft, NOTES.replace("March", "April")),
        ):
            write.put_publication(publication)
            write.put_document(text_of(publication, words))
        write.put_publication(new)
        write.put_document(text_of(new, KITES_2024), stated_on=date(2024, 3, 1))
        write.put_document(text_of(new, MENDED, day=date(2026, 2, 1)), stated_on=date(2025, 6, 1))
        write.put_publication(digest)
        facts = "Schools should keep a chart of kites.\nA kite plan is due by 1 June.\n"
        write.put_document(text_of(digest, facts, held=Held.DIGEST))
        write.put_publication(guidance("kites-unread", "A record with no text"))
        write.put_relations(new.id, [Relation(source=new.id, kind=RelationKind.SUPERSEDES, target=old.id)])
        write.put_relations(progress.id, [Relation(source=progress.id, kind=RelationKind.FOLLOWS_UP, target=said.id)])
        for welsh, english in ((old_welsh, old), (new_welsh, new)):
            write.put_relations(welsh.id, [Relation(source=welsh.id, kind=RelationKind.TRANSLATES, target=english.id)])
