"""sitemap.xml over every page, prose and data. The protocol allows 50,000 addresses a file."""

from collections.abc import Iterable
from html import escape

MOST = 50_000


def sitemaps(base: str, addresses: Iterable[str]) -> dict[str, str]:
    """Return the text of sitemap.xml, and of its parts where there are more addresses than one file may hold."""
    sorted_addresses = sorted(addresses)
    parts = [sorted_addresses[at : at + MOST] for at in range(0, len(sorted_addresses), MOST)]
    if len(parts) <= 1:
        return {"sitemap.xml": _document("urlset", "url", base, sorted_addresses)}
    named = {f"sitemap-{n}.xml": _document("urlset", "url", base, part) for n, part in enumerate(parts, 1)}
    return {"sitemap.xml": _document("sitemapindex", "sitemap", base, named), **named}


def _document(outer: str, inner: str, base: str, addresses: Iterable[str]) -> str:
    rows = "".join(f"<{inner}><loc>{escape(base + address)}</loc></{inner}>\n" for address in addresses)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{space}">\n{rows}</{outer}>\n'
