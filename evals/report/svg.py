"""Svg: a figure as markup that a strict page may hold: no style, script, address or colour of its own; does not draw.

Styles become attributes and our colours become classes, so that a stylesheet gives the colours, in the dark too, and a
Content-Security-Policy without inline styles lets them pass. Names inside are made unlike those of any other plot. The same
figure gives the same bytes.
"""

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ROLES: Mapping[str, str] = {
    "ink": "#1f2a2c",
    "soft": "#53605e",
    "line": "#ddd7c9",
    "ours": "#14505c",
    "other": "#b3570b",
    "held": "#74807d",
}
"""The colours plots are drawn in, by what they are for; a page gives each its own by the classes `fill-…` and `stroke-…`."""
SETTINGS: Mapping[Any, Any] = {
    "svg.hashsalt": "canllaw",
    "svg.fonttype": "none",
    "font.size": 10,
    "font.family": "sans-serif",
    "text.color": ROLES["ink"],
    "axes.edgecolor": ROLES["soft"],
    "axes.labelcolor": ROLES["ink"],
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": ROLES["soft"],
    "ytick.color": ROLES["soft"],
    "xtick.labelcolor": ROLES["ink"],
    "ytick.labelcolor": ROLES["ink"],
    "grid.color": ROLES["line"],
    "grid.linewidth": 0.8,
}
"""What matplotlib is told: letters stay letters, so that they grow with the page and can be read aloud."""
_NAMED = {colour: role for role, colour in ROLES.items()}
_FONT = re.compile(r"(?:(?P<weight>bold|\d{3})\s+)?(?P<size>[\d.]+)px\b")
_DROPPED = {"font", "font-family", "white-space", "stroke-miterlimit", "-inkscape-font-specification"}


def drawn(figure: "Figure", key: str) -> str:
    """A figure as one `<svg aria-hidden>`; whoever sets it in a page says in words what it shows."""
    written = io.BytesIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    figure.savefig(written, format="svg", transparent=True, metadata=nothing)
    root = ElementTree.fromstring(written.getvalue())  # noqa: S314 - matplotlib's own, just written
    _strip(root)
    box = root.attrib["viewBox"]
    names = {one.attrib["id"]: f"{key}-{number}" for number, one in enumerate(_referred(root))}
    for element in root.iter():
        _attributes(element, names)
    root.attrib.clear()
    root.attrib.update({"class": "plot", "viewBox": box, "aria-hidden": "true", "focusable": "false"})
    return ElementTree.tostring(root, encoding="unicode")


def _strip(element: ElementTree.Element) -> None:
    """Drop what only describes or styles, and every namespace."""
    element.tag = element.tag.rpartition("}")[2]
    for child in list(element):
        if not isinstance(child.tag, str) or child.tag.rpartition("}")[2] in {"metadata", "style", "title"}:
            element.remove(child)
        else:
            _strip(child)
    element.tail = None
    if element.text and not element.text.strip():
        element.text = None


def _referred(root: ElementTree.Element) -> list[ElementTree.Element]:
    """Elements that others point to, in order."""
    said = " ".join(value for element in root.iter() for value in element.attrib.values())
    wanted = set(re.findall(r"url\(#([^)]+)\)", said)) | {
        value.removeprefix("#") for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")
    }
    return [element for element in root.iter() if element.attrib.get("id") in wanted]


def _attributes(element: ElementTree.Element, names: Mapping[str, str]) -> None:
    """Styles as attributes, our colours as classes, names that are this plot's own."""
    given = dict(element.attrib)
    style = dict(part.split(":", 1) for part in given.pop("style", "").split(";") if ":" in part)
    styled = {name.strip(): value.strip() for name, value in style.items()}
    font = _FONT.search(styled.get("font", ""))
    if font:
        styled["font-size"] = font["size"]
    made: dict[str, str] = {}
    classes = []
    for name, value in {**given, **{name: value for name, value in styled.items() if name not in _DROPPED}}.items():
        plain = name.rpartition("}")[2]
        role = _NAMED.get(value.lower())
        if plain == "id":
            made |= {"id": names[value]} if value in names else {}
        elif plain == "href":
            made["href"] = f"#{names[value.removeprefix('#')]}"
        elif plain in {"fill", "stroke"} and role:
            classes.append(f"{plain}-{role}")
        else:
            made[plain] = re.sub(r"url\(#([^)]+)\)", lambda found: f"url(#{names[found[1]]})", value)
    if classes:
        made["class"] = " ".join(sorted(classes))
    element.attrib.clear()
    element.attrib.update(sorted(made.items()))
