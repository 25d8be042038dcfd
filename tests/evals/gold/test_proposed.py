"""A first matcher for the words of a fact."""

import pytest

from evals.gold.proposed import proposed_match

ROWS = [
    ("The fund opens on 1 April 2025.", [], (("1 April 2025", "1 Ebrill 2025"),)),
    ("Daw i rym ar 1 Ebrill 2025.", [], (("1 Ebrill 2025", "1 April 2025"),)),
    ("The plan is due by June 2024.", [], (("June 2024", "Mehefin 2024"),)),
    ("Applications close on 31 May each year.", [], (("31 May",),)),
    ("Grants of £1,280,000 were made.", [], (("£1,280,000",),)),
    ("It has a £6 million budget.", [], (("£6 million",),)),
    ("Absence rose to 12.1% in primaries.", [], (("12.1%",),)),
    ("Answer within 15 school days.", [], (("15 school",),)),
    ("Rhaid ymgynghori am 42 o ddiwrnodau.", [], (("42 o ddiwrnodau",),)),
    ("£20 is paid by 1 April 2025.", [], (("1 April 2025", "1 Ebrill 2025"), ("£20",))),
    ("Heads must be told.", [], (("Heads must be told.",),)),
    ("The fund opens on 1 April 2025.", ["The board met on 1 April 2025."], (("The fund opens on 1 April 2025.",),)),
]


@pytest.mark.parametrize(("fact", "others", "groups"), ROWS)
def test_days_and_numbers_are_proposed_where_they_tell_the_fact_apart(
    fact: str, others: list[str], groups: tuple[tuple[str, ...], ...]
) -> None:
    match = proposed_match(fact, ["\n".join(["A first line.", fact, *others])])
    assert match.all == groups
    assert match.passes(fact)
    assert not any(match.passes(other) for other in others)
