"""Svg: the chart of a timeline as an SVG element, drawn here with nothing but the standard library; counts nothing.

It has no style, script or address of its own: colours are classes of our stylesheet, so that dark pages and forced colours
reach them. Lengths are shares of its width and lines of its type, so that it fits 320 px and grows with the reader's letters.
"""

from dataclasses import dataclass
from xml.etree import ElementTree

from corpus.publication import PublicationType
from search_api.packs.letters import one_line
from search_api.timeline.bars import LOOKS, Bar, Chart

LINE = 2.0
"""Height of a bar with its space, in em; so the next two."""
THICK = 1.3
TOP = 0.35
LEFT = "-7.4em"
"""Where the years stand, before the bars: the stylesheet keeps that much room there, and some for numbers behind."""
TEXTURES = ("stripes", "dots")
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Drawn:
    """Markup of our own making, every word in it escaped, for a template to set as it is."""

    markup: str

    def __html__(self) -> str:
        return self.markup


def draw(chart: Chart) -> Drawn:
    """The chart as one `<svg role="img">` with a title and a description."""
    height = _em(LINE * len(chart.bars) + TOP)
    svg = ElementTree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "years",
            "role": "img",
            "width": "100%",
            "height": height,
            "aria-labelledby": "chart-title chart-summary",
            "focusable": "false",
            "overflow": "visible",
        },
    )
    _words(svg, "title", chart.title[:LONGEST_TITLE], id="chart-title")
    _words(svg, "desc", chart.summary, id="chart-summary")
    _textures(svg)
    for place, bar in enumerate(chart.bars):
        _draw_bar(svg, bar, TOP + LINE * place)
    return Drawn(ElementTree.tostring(svg, encoding="unicode"))


def swatch(kind: PublicationType) -> Drawn:
    """The small square of the key that shows how a type looks."""
    svg = ElementTree.Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "class": "swatch", "aria-hidden": "true", "width": "1em", "height": "1em"},
    )
    _rect(svg, LOOKS[kind], x="0", y="0", width="100%", height="100%")
    return Drawn(ElementTree.tostring(svg, encoding="unicode"))


def _draw_bar(svg: ElementTree.Element, bar: Bar, top: float) -> None:
    middle = _em(top + THICK / 2)
    _words(svg, "text", bar.label, x=LEFT, y=middle, dy=".35em", **{"class": "year"})
    reach = 0.0
    for part in bar.parts:
        group = ElementTree.SubElement(svg, "g")
        _words(group, "title", f"{bar.label}, {part.label}: {part.count}")
        place = {"x": _share(part.start), "y": _em(top), "width": _share(part.end - part.start), "height": _em(THICK)}
        _rect(group, LOOKS[part.type], **place)
        reach = part.end
    number = {"x": _share(reach), "y": middle, "dx": ".4em", "dy": ".35em", "class": "number-of"}
    _words(svg, "text", str(bar.total), **number)


def _rect(into: ElementTree.Element, look: tuple[str, str], **place: str) -> None:
    """A rectangle in a colour, and its texture over it."""
    colour, texture = look
    ElementTree.SubElement(into, "rect", {**place, "class": f"part is-{colour}"})
    if texture in TEXTURES:
        ElementTree.SubElement(into, "rect", {**place, "class": "texture", "fill": f"url(#texture-{texture})"})


def _textures(svg: ElementTree.Element) -> None:
    """Patterns that lie over a colour, in the colour of the paper."""
    defs = ElementTree.SubElement(svg, "defs")
    size = {"width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
    stripes = ElementTree.SubElement(defs, "pattern", {"id": "texture-stripes", **size, "patternTransform": "rotate(45)"})
    ElementTree.SubElement(stripes, "rect", {"width": "3", "height": "8", "class": "paper"})
    dots = ElementTree.SubElement(defs, "pattern", {"id": "texture-dots", **size})
    ElementTree.SubElement(dots, "circle", {"cx": "4", "cy": "4", "r": "2", "class": "paper"})


def _words(into: ElementTree.Element, tag: str, words: str, **given: str) -> None:
    ElementTree.SubElement(into, tag, given).text = one_line(words)


def _share(share: float) -> str:
    return f"{100 * share:.2f}%"


def _em(lines: float) -> str:
    return f"{lines:.2f}em"
