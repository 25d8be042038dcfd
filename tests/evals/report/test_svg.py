"""A plot is markup that a page without inline styles may hold, the same bytes every time."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from evals.report.plots import Bar, Dot, bars, dots, forest, reliability, risk_coverage

ONE = {"mean": 0.5, "low": 0.25, "high": 0.75, "n": 8}
CURVE = [{"coverage": 0.5, "accuracy": 0.9}, {"coverage": 1.0, "accuracy": 0.6}]
BINS = [{"probability": 0.2, "right": 0.1, "n": 5}, {"probability": 0.8, "right": 0.9, "n": 5}]
PLOTS: dict[str, Callable[[str], str]] = {
    "bars": lambda key: bars(key, [Bar("rank", 3, 1), Bar("a < b & c", 0, 0)], ("wrong", "declined")),
    "no bars": lambda key: bars(key, [Bar("rank", 0, 0)], ("wrong", "declined")),
    "dots": lambda key: dots(key, {"ours": [Dot("when", ONE), Dot("who", None)], "bm25": [Dot("when", ONE)]}),
    "forest": lambda key: forest(key, [Dot("bm25", ONE | {"low": -0.25})]),
    "risk": lambda key: risk_coverage(key, CURVE),
    "no risk": lambda key: risk_coverage(key, []),
    "reliability": lambda key: reliability(key, BINS),
}


def _read(drawn: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawn)  # noqa: S314 - just drawn


@pytest.mark.parametrize("name", PLOTS)
def test_it_is_plain_markup(name: str) -> None:
    drawn = PLOTS[name]("one")
    root = _read(drawn)
    allowed = {"svg", "g", "path", "text", "tspan", "defs", "clipPath", "rect", "use"}
    assert {element.tag for element in root.iter()} <= allowed
    for element in root.iter():
        assert "style" not in element.attrib
        assert not any(key.startswith("on") for key in element.attrib)
        assert element.attrib.get("href", "#").startswith("#")
    assert float(root.attrib["viewBox"].split()[2]) < 320


@pytest.mark.parametrize("name", PLOTS)
def test_it_is_the_same_every_time(name: str) -> None:
    assert PLOTS[name]("one") == PLOTS[name]("one")


def test_two_plots_share_no_name() -> None:
    one, other = (_read(PLOTS["dots"](key)) for key in ("one", "other"))
    names = [{element.attrib["id"] for element in root.iter() if "id" in element.attrib} for root in (one, other)]
    assert names[0]
    assert names[0].isdisjoint(names[1])
    for root, known in zip((one, other), names, strict=True):
        used = {value[1:] for element in root.iter() for key, value in element.attrib.items() if key == "href"}
        used |= {value[5:-1] for element in root.iter() for value in element.attrib.values() if value.startswith("url(#")}
        assert used <= known


def test_words_stay_words() -> None:
    text = [element.text for element in _read(PLOTS["bars"]("one")).iter("text")]
    assert {"rank", "a < b & c", "4", "declined"} <= set(text)
