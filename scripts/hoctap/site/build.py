"""The order of a build. Each step writes into the new folder; the last one puts it in place."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from hoctap.clock import epoch_of, today_of
from hoctap.exports import HERE, write_exports
from hoctap.exports.edition import Edition
from hoctap.exports.kinds import of_page
from hoctap.exports.manifest import write_manifest
from hoctap.exports.schema_org import data_block, slice_dataset
from hoctap.gate import check
from hoctap.leaks import LeakError, refuse_leaks, refuse_leaks_from_beside
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.render.environment import ROOT, Setting, environment
from hoctap.site.compare import write_comparables
from hoctap.site.glossary import MARKED, glossary_of, mark_terms, marked
from hoctap.site.kinds import KINDS, PageKind
from hoctap.site.opensearch import opensearch
from hoctap.site.prose import ProseError, build_prose, configured
from hoctap.site.prose_search import prose_entries, term_entries
from hoctap.site.prune import remove_unused
from hoctap.site.search import Entry, write_index
from hoctap.site.sitemap import sitemaps
from hoctap.site.stamp import open_slots, rooted, shells_under, write_page
from hoctap.site.switch import fresh_beside, put_in_place
from hoctap.views.names import other_names, place_of

Tell = Callable[[str], None]


class BuildError(Exception):
    """The site could not be built; the old one is untouched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: findings and no site, or a site of so many pages and files."""

    findings: tuple[Finding, ...]
    folder: Path
    pages: int = 0
    files: int = 0


def build(root: Path, out: Path | None = None, *, today: date | None = None, tell: Tell = lambda _: None) -> Outcome:
    """Check `root` and build its site into `out` (default `root`/site); BuildError if MkDocs or Pagefind refuse."""
    target = (out or root / "site").absolute()
    tell("Kiểm dữ liệu")
    checked = check(root)
    if checked.findings:
        return Outcome(checked.findings, target)
    made = fresh_beside(target)
    try:
        pages = _fill(made, root, checked.catalog, today or today_of(root), tell)
        files = sum(1 for path in (made / "site").rglob("*") if path.is_file())
        put_in_place(made / "site", target)
    except ProseError as error:
        raise BuildError(f"MkDocs:\n{error}") from error
    except LeakError as error:
        raise BuildError(f"không công bố được:\n{error}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Outcome((), target, pages, files)


def _fill(made: Path, root: Path, catalog: Catalog, today: date, tell: Tell) -> int:
    config = configured(root, made / "site")
    base = config.site_url or HERE
    # Files come first, so that pages can say how large they are; MkDocs empties its folder, so they wait beside it.
    tell("Xuất dữ liệu")
    edition = write_exports(catalog, made / "data", epoch_of(root), base)
    # The two cores share the work: another process reads the finished files while pages are made.
    with ThreadPoolExecutor(1) as beside:
        data_refused = beside.submit(refuse_leaks_from_beside, made / "data")
        tell("Dựng trang chữ")
        build_prose(config, catalog, today, edition)
        tell("Đóng trang dữ liệu")
        setting = Setting(base, str(config.extra.get("repository") or ""), catalog.version, today)
        entries = _write_pages(made / "site", catalog, environment(root, setting), today, edition)
        _write_addresses(made / "site", config.site_name, base, entries)
        tell("Lập chỉ mục tìm kiếm, soát thông tin riêng")
        indexed = beside.submit(write_index, [*entries, *term_entries(catalog)], made / "corpus", made / "pagefind")
        refuse_leaks(made / "site")
        data_refused.result()
        indexed.result()
    refuse_leaks(made / "pagefind")
    write_manifest(made / "data")
    (made / "data").rename(made / "site" / "data")
    (made / "pagefind").rename(made / "site" / "pagefind")
    remove_unused(made / "site")
    return len(entries)


def _write_pages(site: Path, catalog: Catalog, env: Environment, today: date, edition: Edition) -> list[Entry]:
    open_slots(site)
    entries = prose_entries(site)
    mark_terms(site, catalog.terms.values())
    entries += stamped(site, catalog, env, today, edition)
    shutil.rmtree(site / "_shell")
    write_comparables(catalog, site)
    return entries


def _write_addresses(site: Path, name: str, base: str, entries: Sequence[Entry]) -> None:
    (site / "opensearch.xml").write_text(opensearch(name, base), encoding="utf-8")
    for path, text in sitemaps(base, (entry.address for entry in entries)).items():
        (site / path).write_text(text, encoding="utf-8")


def stamped(site: Path, catalog: Catalog, env: Environment, today: date, edition: Edition) -> Iterator[Entry]:
    """Write every data page into `site` from the shells there; yield what search shall know of each."""
    shells = shells_under(site, [kind.name for kind in KINDS])
    glossary = glossary_of(catalog.terms.values())
    for kind in KINDS:
        for key in kind.keys(catalog):
            view, address = kind.view(catalog, key, today), f"{kind.folder}/{key}/"
            body = _body(catalog, env, edition, kind, key, view)
            page = shells[kind.name].filled(title=view.title, description=view.summary, body=body, address=address)
            if kind.name in MARKED:
                page = marked(page, glossary, ROOT)
            write_page(site, address, rooted(page, address))
            names, place = other_names(catalog, kind.folder, key), place_of(catalog, kind.folder, key)
            yield Entry(address, view.title, kind.label, view.summary, view.words, "", names, *place)


def _body(catalog: Catalog, env: Environment, edition: Edition, kind: PageKind, key: str, view: Any) -> str:
    downloads = of_page(edition, kind.folder, key)
    body = env.get_template(f"{kind.name}.html").render(view=view, downloads=downloads)
    if downloads:
        files = [entry.file for entry in downloads]
        address = f"{kind.folder}/{key}/"
        body += data_block(slice_dataset(catalog, edition, address, view.title, view.summary, files))
    return body
