"""No cell can become markup: a nasty text in every cell of base appears escaped wherever it is shown."""

from html.parser import HTMLParser

import pytest

from hoctap.check.gate import Checked
from hoctap.load.typed import records_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.table import Row, Table, table_of
from hoctap.site.stamp import shell_of
from rendering import bodies, fragments

NASTY = """<img src=x onerror="alert(1)">'"</script></textarea>{{ 7 * 7 }}{% raw %}"""
NASTY_ADDRESS = "javascript:alert(1)//https://so.example/"
KNOWN_TAGS = {
    *("h1", "h2", "h3", "h4", "p", "a", "b", "em", "strong", "small", "sub", "sup", "span", "div", "br", "wbr", "pre"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "abbr"),
    *("nav", "section", "article", "aside", "header", "footer", "figure", "figcaption", "details", "summary", "dialog"),
    *(
        "form",
        "label",
        "input",
        "select",
        "option",
        "optgroup",
        "button",
        "output",
        "fieldset",
        "legend",
        "code",
        "time",
        "meter",
    ),
    *("svg", "g", "title", "desc", "rect", "line", "circle", "path", "polyline", "polygon", "text", "tspan", "use"),
    *("template", "progress", "blockquote", "cite", "q", "mark", "defs", "marker", "noscript"),
}


class _Tags(HTMLParser):
    """Collects tags, event attributes and addresses of links."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.events: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # A block of JSON is data to a browser; any other script is not.
        if tag != "script" or dict(attrs).get("type") not in ("application/ld+json", "application/json"):
            self.tags.add(tag)
        for name, value in attrs:
            if name.startswith("on"):
                self.events.add(name)
            if name in ("href", "src", "action"):
                self.addresses.add(value or "")


def _spoilt_cell(column: Field, cell: str, spot: str) -> str:
    if column.type != "string" or column.code_list or "pattern" in column.constraints:
        return cell
    return NASTY_ADDRESS if column.descriptor.get("format") == "uri" else f"{NASTY}{spot}"


def _spoilt(table: Table) -> Table:
    columns = table.resource.fields
    rows = (
        Row(row.path, row.line, tuple(_spoilt_cell(column, cell, f"{row.line}") for column, cell in pairs))
        for row in table.rows
        for pairs in [zip(columns, row.cells, strict=True)]
    )
    return table_of(table.resource, tuple(rows))


@pytest.fixture(scope="module")
def hostile(checked: Checked) -> dict[str, str]:
    """Every page body and fragment over base with all free text replaced."""
    catalog = checked.catalog
    tables = {name: table if name == "codes" else _spoilt(table) for name, table in catalog.tables.items()}
    records = {name: records_of(table) for name, table in tables.items()}
    spoilt_catalog = Catalog(catalog.root, catalog.packages, catalog.files, tables, records)
    return {**bodies(catalog.root, spoilt_catalog), **fragments(catalog.root, spoilt_catalog)}


def test_the_nasty_text_is_shown_on_most_pages(hostile: dict[str, str]) -> None:
    assert sum("&lt;img src=x" in html for html in hostile.values()) > len(hostile) / 2


def test_the_nasty_text_never_appears_unescaped(hostile: dict[str, str]) -> None:
    assert [name for name, html in hostile.items() if "<img" in html or "</textarea" in html] == []


def test_no_cell_makes_a_tag_an_event_or_an_address_that_runs(hostile: dict[str, str]) -> None:
    for name, html in hostile.items():
        found = _Tags()
        found.feed(html)
        assert found.tags <= KNOWN_TAGS, name
        assert found.events == set(), name
        assert [address for address in found.addresses if "javascript:" in address.partition("?")[0]] == [], name


def test_a_shell_escapes_title_and_description() -> None:
    shell = shell_of("<title>HOCTAP-TITLE</title><meta content='HOCTAP-DESCRIPTION'><div data-hoctap-body>x</div>")
    page = shell.filled(title=NASTY, description=NASTY, body="<h1>Thật</h1>", address="a/b/")
    assert "<img" not in page
    assert page.count("&lt;img") == 2
