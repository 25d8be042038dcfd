"""Counted: sentences with a number in them, in the plural their language asks for; as the pages say them; counts none."""

from search_api.answering.answer import Searched
from search_api.messages import Messages


def passages_found(count: int, spoken: Messages) -> str:
    """`12 passages found`."""
    told = spoken.catalogue.ngettext("%(number)s passage found", "%(number)s passages found", count)
    return told % {"number": spoken.number(count)}


def duties_found(count: int, spoken: Messages) -> str:
    """`12 duties found`."""
    told = spoken.catalogue.ngettext("%(number)s duty found", "%(number)s duties found", count)
    return told % {"number": spoken.number(count)}


def more_items(count: int, spoken: Messages) -> str:
    """`and 3 more items in the source`."""
    told = spoken.catalogue.ngettext("and %(number)s more item in the source", "and %(number)s more items in the source", count)
    return told % {"number": spoken.number(count)}


def searched_words(searched: Searched, spoken: Messages) -> str:
    """What was looked through: `Searched 196 publications, dated from 16 May 2012 to 18 December 2025.`"""
    number = {"number": spoken.number(searched.publications)}
    if searched.first and searched.last:
        told = spoken.catalogue.ngettext(
            "Searched %(number)s publication, dated from %(first)s to %(last)s.",
            "Searched %(number)s publications, dated from %(first)s to %(last)s.",
            searched.publications,
        )
        return told % (number | {"first": spoken.day(searched.first), "last": spoken.day(searched.last)})
    told = spoken.catalogue.ngettext(
        "Searched %(number)s publication.", "Searched %(number)s publications.", searched.publications
    )
    return told % number
