"""Addresses that have moved: a small page that leads to where its content stands now, without a script or a server."""

from functools import partial
from pathlib import Path

from markupsafe import Markup

from hoctap.model.catalog import Catalog
from hoctap.site.stamp import write_page
from hoctap.system.reuse import Work
from hoctap.views.link import UNIT, area_link, page_address
from hoctap.views.place import moved_pages
from hoctap.views.statements.words import name_within

_PAGE = Markup("""<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="Số liệu của {within} nay nằm ở trang của địa phương.">
<meta http-equiv="refresh" content="0; url={way}">
<link rel="canonical" href="{base}{href}">
<title>{text} ({key}) – Sổ Học Tập</title>
</head>
<body>
<h1>{text}</h1>
<p>Số liệu của cả địa phương nay nằm ở <a href="{way}">trang của địa phương: {place}</a>.</p>
</body>
</html>
""")


def write_moved(work: Work, catalog: Catalog, base: str) -> None:
    """Write a page at the old address of every unit that is a place; it leads to the page of the place."""
    work.pieces([("moved", base, partial(_written, work.new, catalog, base))])


def _written(site: Path, catalog: Catalog, base: str) -> tuple[list[str], None]:
    written = []
    for unit_id, area_id in moved_pages(catalog).items():
        place, address = area_link(catalog, area_id), page_address(UNIT, unit_id)
        way = "../" * address.count("/") + place.href
        text = catalog.units[unit_id].name_vi
        within = name_within(text)
        page = _PAGE.format(
            text=text, within=within, key=unit_id, way=way, base=base, href=place.href, place=place.text
        )
        written.append(write_page(site, address, page))
    return written, None
