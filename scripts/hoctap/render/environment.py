"""The one Jinja environment of data pages: autoescaped, strict about names, templates in overrides/hoctap/."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hoctap.render import chart, compiled
from hoctap.render.ages import age_strip
from hoctap.render.chain import chain_drawing
from hoctap.render.compiled import FastCode, FastContext, FastTemplate
from hoctap.render.tilemap import locator, tile_words
from hoctap.vietnamese import writing as vietnamese
from hoctap.vietnamese.writing import capitalize_first, lower_first
from hoctap.views.citation import citation
from hoctap.views.english_names import Name
from hoctap.views.figure import Figure
from hoctap.views.link import Link
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.statements.words import name_within

TEMPLATES = Path("overrides") / "hoctap"
CACHE = Path(__file__).resolve().parents[3] / ".cache" / "templates"
# Stands for the way from a page to the site's root; stamping replaces it by `../../` or the like.
ROOT = "hoctap-root:/"
# Where the page that sends figures names the letter box and whom else to ask.
_BOX = "#hop-thu"


@dataclass(frozen=True, slots=True)
class Setting:
    """What templates know of the site: its address (ends with `/`), repository (may be empty), version, day.

    `is_large` is one of very many units.
    """

    address: str = ""
    repository: str = ""
    version: str = ""
    today: date = date.min
    is_large: bool = False


def environment(root: Path, setting: Setting | None = None) -> Environment:
    """Return the environment over `root`/overrides/hoctap; a missing name in a template raises."""
    env = Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        bytecode_cache=compiled_once(
            CACHE, b"".join(Path(file).read_bytes() for file in (__file__, compiled.__file__))
        ),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.context_class, env.template_class, env.code_generator_class = FastContext, FastTemplate, FastCode
    env.filters.update(
        number=vietnamese.number,
        day=vietnamese.day,
        slug=vietnamese.slug,
        linked=linked,
        web=web,
        capitalize_first=capitalize_first,
        lower_first=lower_first,
        name_within=name_within,
        bytes=vietnamese.byte_count,
        runs=runs,
    )
    env.globals["kinds"] = SimpleNamespace(**BY_NAME)
    env.globals.update(root=ROOT, site=setting or Setting(), **chart.CHARTS)
    env.globals.update(chain_drawing=chain_drawing, citation=citation, qr=qr, report_link=report_link)
    env.globals.update(document_form=document_form)
    env.globals.update(locator=locator, tile_words=tile_words, age_strip=age_strip, document_offer=document_offer)
    return env


def compiled_once(place: Path, decides: bytes) -> FileSystemBytecodeCache | None:
    """Return where templates stand as code, by their text: a folder of `place`, named after what else `decides` it.

    None where nothing can be written. There is one such folder, others are removed.
    """
    folder = place / hashlib.sha256(decides + jinja2.__version__.encode()).hexdigest()[:16]
    if not folder.is_dir():
        shutil.rmtree(place, ignore_errors=True)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
    return FileSystemBytecodeCache(str(folder))


def linked(link: Link) -> Markup:
    """Return the link as an anchor."""
    return Markup('<a href="{}{}">{}</a>').format(ROOT, link.href, link.text)


def web(address: str) -> str:
    """Return an address that a link may lead to; empty for any that is not on the web."""
    return address if address.startswith(("https://", "http://")) else ""


def runs(names: Sequence[Name]) -> list[tuple[bool, list[Name]]]:
    """Return the words of a cell in runs of notes and of words that are none; a note after another begins small."""
    found = [(is_note, list(run)) for is_note, run in groupby(names, lambda name: name.is_note)]
    return [(is_note, _small_after_first(run) if is_note else run) for is_note, run in found]


def _small_after_first(notes: Sequence[Name]) -> list[Name]:
    return [
        replace(one, text=lower_first(one.text)) if at and one.is_english and not one.href else one
        for at, one in enumerate(notes)
    ]


def qr(address: str) -> Markup:
    """Return a QR code of an address as inline SVG, for printed pages."""
    import segno  # noqa: PLC0415 - loads much that most builds after a change have no use for

    # Any mask can be read; trying all eight for the prettiest takes nine tenths of the time.
    code = segno.make(address, error="m", micro=False, mask=4)
    return Markup(code.svg_inline(scale=3, border=2, omitsize=True))  # noqa: S704 - made of squares, no text


def report_link(setting: Setting, figure: Figure) -> str:
    """Return where to report a figure as wrong: a form filled in with it, or the page that sends figures."""
    if not setting.repository:
        return f"{ROOT}gui-so-lieu/?don-vi={figure.observation.unit_id}{_BOX}"
    page = f"{setting.address}{figure.unit.href}"
    current = f"{figure.unit.text}: {figure.indicator.text}: {figure.brief}"
    return _form(setting, "so-lieu-sai.yml", page=page, current=current)


def document_offer(setting: Setting, document: str) -> str:
    """Return where to offer a document that was not read: a form filled in with its name, or where to send it."""
    if not setting.repository:
        return f"{ROOT}gui-so-lieu/{_BOX}"
    return _form(setting, "them-nguon-don-vi.yml", title=f"Tôi có văn bản: {document}")


def document_form(setting: Setting, page: str, document: str, clause: str) -> str:
    """Return where to tell what a document says of a criterion not read: a form filled in, or where to send it."""
    if not setting.repository:
        return f"{ROOT}gui-so-lieu/{_BOX}"
    return _form(setting, "toi-co-van-ban.yml", page=page, document=document, clause=clause)


def _form(setting: Setting, template: str, **filled: str) -> str:
    return f"{setting.repository}/issues/new?{urlencode({'template': template, **filled})}"
