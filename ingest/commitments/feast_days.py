"""Feasts by whose names days are told, English and Welsh, each with its day in a year; reads no words."""

from collections.abc import Callable
from datetime import date, timedelta

from ingest.commitments.calendar_days import easter


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


FEASTS: dict[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "the feast of stephen": _fixed(12, 26),
    "st stephen's day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "twelfth night": _fixed(1, 5),
    "st dwynwen's day": _fixed(1, 25),
    "st david's day": _fixed(3, 1),
    "saint david's day": _fixed(3, 1),
    "may day": _fixed(5, 1),
    "halloween": _fixed(10, 31),
    "remembrance day": _fixed(11, 11),
    "michaelmas": _fixed(9, 29),
    "burns night": _fixed(1, 25),
    "bonfire night": _fixed(11, 5),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "mothering sunday": _from_easter(-21),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "whit sunday": _from_easter(49),
    "whitsun": _from_easter(49),
    "pancake day": _from_easter(-47),
}
WELSH: dict[str, Callable[[int], date]] = {
    "nadolig": FEASTS["christmas"],
    "pasg": FEASTS["easter"],
    "gŵyl ddewi": FEASTS["st david's day"],
    "ŵyl ddewi": FEASTS["st david's day"],
    "dydd gŵyl dewi": FEASTS["st david's day"],
    "ddydd gŵyl dewi": FEASTS["st david's day"],
    "dydd santes dwynwen": FEASTS["st dwynwen's day"],
    "ddydd santes dwynwen": FEASTS["st dwynwen's day"],
    "calan mai": FEASTS["may day"],
    "nos galan": FEASTS["new year's eve"],
    "dydd calan": FEASTS["new year's day"],
    "sul y blodau": FEASTS["palm sunday"],
    "sul y mamau": FEASTS["mothering sunday"],
    "llun y pasg": FEASTS["easter monday"],
    "gwener y groglith": FEASTS["good friday"],
}


def next_feast(of: Callable[[int], date], after: date) -> date:
    """The day of a feast that is this one or the first to come."""
    this = of(after.year)
    return this if this >= after else of(after.year + 1)
