"""The one Jinja environment of data pages: autoescaped, strict about names, templates in overrides/hoctap/."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hoctap import vietnamese
from hoctap.render import chart
from hoctap.views.link import Link

TEMPLATES = Path("overrides") / "hoctap"
# Stands for the way from a page to the site's root; stamping replaces it by `../../` or the like.
ROOT = "hoctap-root:/"


def environment(root: Path) -> Environment:
    """Return the environment over `root`/overrides/hoctap; a missing name in a template raises."""
    made = Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        number=vietnamese.number,
        day=vietnamese.day,
        moment=vietnamese.moment,
        folded=vietnamese.fold,
        linked=linked,
        capitalize_first=capitalize_first,
    )
    made.globals.update(root=ROOT, bars=chart.bars, shares=chart.shares, line=chart.line)
    return made


def linked(link: Link) -> Markup:
    """Return the link as an anchor."""
    return Markup('<a href="{}{}">{}</a>').format(ROOT, link.href, link.text)


def capitalize_first(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]
