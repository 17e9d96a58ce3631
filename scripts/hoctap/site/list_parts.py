"""The further pages of very long lists, a page for each value of one of their filters: usually each province.

Readers without scripts leaf through them; the script of the list takes its other rows from them.
"""

from collections.abc import Callable, Iterator, Mapping

from jinja2 import Environment

from hoctap.model.catalog import Catalog
from hoctap.site.stamp import Shell, rooted, write_page
from hoctap.system.reuse import Make, Work, digest
from hoctap.views import list_page
from hoctap.views.list_of_places import older_units, units
from hoctap.views.list_page import Listing
from hoctap.views.listing import older_sources, sources
from hoctap.views.page_kinds import BY_NAME

_LISTS: tuple[tuple[str, Callable[[Catalog], Listing]], ...] = (
    ("unit", units),
    ("unit", older_units),
    ("source", sources),
    ("source", older_sources),
)


def write_list_parts(work: Work, catalog: Catalog, env: Environment, shells: Mapping[str, Shell]) -> list[str]:
    """Write the parts of every list that is too long for its page; return their addresses."""
    tasks = []
    for name, list_rows in _LISTS:
        # A short table needs no look at its list, which takes its time.
        if len(catalog.tables[BY_NAME[name].table].rows) > list_page.MOST_ROWS:
            shell = shells[name]
            given = digest(*shell.texts, *shell.markers, str(list_page.MOST_ROWS))
            tasks.append((f"parts of {list_rows.__name__}", given, _maker(work, catalog, env, shell, name, list_rows)))
    return [address for addresses in work.pieces(tasks, fewest=1) for address in addresses]


def _maker(
    work: Work, catalog: Catalog, env: Environment, shell: Shell, name: str, list_rows: Callable[[Catalog], Listing]
) -> Make:
    def make() -> tuple[list[str], list[str]]:
        pages = dict(_pages(list_rows(catalog), env, shell, name))
        return [write_page(work.new, address, html) for address, html in pages.items()], list(pages)

    return make


def _pages(listing: Listing, env: Environment, shell: Shell, name: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the HTML of each part."""
    kind, template = BY_NAME[name], env.get_template("list_part.html")
    for part in listing.parts:
        one = listing.part_page(part)
        html = shell.filled(
            title=one.caption,
            description=f"{one.caption}, {len(part.entries)} dòng.",
            body=template.render(listing=one, kind=kind),
            address=part.address,
            twin=f"en/{kind.folder}/",
        )
        yield part.address, rooted(html, part.address)
