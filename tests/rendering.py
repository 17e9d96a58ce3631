"""Everything that templates make of a catalog, without MkDocs: bodies of data pages, and fragments."""

from datetime import date
from pathlib import Path

from hoctap.exports.edition import Edition
from hoctap.exports.kinds import of_page
from hoctap.load import load
from hoctap.model.catalog import Catalog
from hoctap.render.environment import Setting, environment
from hoctap.render.fragments import MACROS, Fragments
from hoctap.views.page_kinds import KINDS
from hoctap.views.standing import Standings
from miniature import EPOCH, TODAY

DAY = date.fromisoformat(TODAY)
# Macros that want arguments; all others are called without any.
ARGUMENTS = {
    "figure": ("hoi-khuyen-hoc-tinh-dong-lau", "fund-raised-vnd"),
    "link": ("van-ban", "qd-777-2021"),
    "term": ("khuyen-tai",),
    "count": ("observations",),
    "list_en": ("don-vi",),
}


def read(root: Path) -> Catalog:
    """Return the catalog of a repository that may be faulty."""
    return load(root, validate=False).catalog


def bodies(root: Path, catalog: Catalog, edition: Edition | None = None) -> dict[str, str]:
    """Return the body of every data page by its address, over the files of an edition, or over none."""
    env = environment(root, Setting("https://so.example/", "https://kho.example/so", "0.1.0", DAY))
    edition = edition or Edition("https://so.example/", EPOCH, ())
    standings = Standings(catalog, DAY)
    return {
        f"{kind.folder}/{key}": env.get_template(f"{kind.name}.html").render(
            view=kind.view(catalog, key, DAY),
            downloads=of_page(edition, kind.folder, key),
            standing=standings.of(kind.folder, key),
        )
        for kind in KINDS
        for key in kind.keys(catalog)
    }


def fragments(root: Path, catalog: Catalog) -> dict[str, str]:
    """Return what every macro makes, by its name."""
    whole = Fragments(catalog, environment(root), DAY)
    return {name: str(getattr(whole, name)(*ARGUMENTS.get(name, ()))) for name in MACROS}
