"""The order of a build. Each step writes into the new folder; the last one puts it in place."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment

from hoctap.check.gate import check
from hoctap.exports import HERE, write_exports
from hoctap.exports.edition import Edition
from hoctap.exports.manifest import write_manifest, write_site_manifest
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding
from hoctap.render.environment import Setting, environment
from hoctap.site import headers
from hoctap.site.compare import write_comparables
from hoctap.site.desk import write_desk
from hoctap.site.explorer import write_explorer
from hoctap.site.glossary import mark_terms
from hoctap.site.judge import UnsafePageError, refuse_unsafe_prose
from hoctap.site.judged import judge_of
from hoctap.site.leaks import LeakError
from hoctap.site.libraries import LibraryError, write_libraries
from hoctap.site.machines import llms, robots
from hoctap.site.moved import write_moved
from hoctap.site.pages import pages_of, write_data_pages
from hoctap.site.papers import write_reports
from hoctap.site.parts import PartsError, Share, build_part, joined
from hoctap.site.prose import ProseError, build_prose, configured
from hoctap.site.prune import remove_unused
from hoctap.site.samples import fill_samples
from hoctap.site.search.entry import Entry
from hoctap.site.search.figures import figure_entries
from hoctap.site.search.index import write_index
from hoctap.site.search.opensearch import opensearch
from hoctap.site.search.prose import prose_entries, term_entries
from hoctap.site.search.script import join_search_box
from hoctap.site.sitemap import sitemaps
from hoctap.site.stamp import open_slots
from hoctap.system.clock import epoch_of, today_of
from hoctap.system.kept import Files, files_of
from hoctap.system.processes import run_in_background
from hoctap.system.steps import Steps
from hoctap.system.switch import (
    MARKER,
    NotOursError,
    mark_as_ours,
    new_working_folder,
    put_in_place,
    refuse_unless_ours,
)
from hoctap.system.trouble import why
from hoctap.views.english_page import twins_of
from hoctap.views.page_kinds import BY_NAME, LISTS, SEARCHED
from hoctap.views.statements.of import everything

DataPages = Callable[[Path, Catalog, date], list[Entry]]
NO_EMAIL = "mkdocs.yml: extra.contact_email còn trống, nên trang «Gửi số liệu» không có hộp thư nhận"
NO_ADDRESS = "SITE_URL chưa đặt: trích dẫn và mã QR để trống, vì địa chỉ của máy này không dùng được ở nơi khác"
PLACEHOLDER = "@hoctap/maintainers"
NO_OWNERS = (
    f".github/CODEOWNERS: {PLACEHOLDER} chỉ là tên giữ chỗ, GitHub bỏ qua mà không báo, nên chưa ai phải duyệt;"
    " xin đặt tài khoản hoặc nhóm có thật"
)


class BuildError(Exception):
    """The site could not be built; the old one is untouched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: findings and no site, or a site of these files and what its settings leave open."""

    findings: tuple[Finding, ...]
    folder: Path
    files: Files = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """Return how many pages and files were made, and where."""
        pages = sum(os.path.basename(name) == "index.html" for name in self.files)
        return f"{pages} trang, {len(self.files)} tệp: {self.folder}"


def build(
    root: Path,
    out: Path | None = None,
    *,
    today: date | None = None,
    parts: Sequence[Path] = (),
    steps: Steps | None = None,
) -> Outcome:
    """Check `root` and build its site into `out` (default `root`/site); `parts` hold its data pages, if made before.

    BuildError if `out` is not ours to replace, a page is refused, or the machine is: no room, no right to write.
    """
    target = (out or root / "site").absolute()
    with _build_errors():
        refuse_unless_ours(target, root)
        return _built(root, target, today, parts, steps or Steps())


def build_share(root: Path, out: Path, share: Share, *, today: date | None = None) -> Outcome:
    """Check `root` and make a share of its data pages into `out`, to be joined; BuildError as above."""
    target = out.absolute()
    with _build_errors():
        refuse_unless_ours(target, root)
        working = new_working_folder(target)
        try:
            (working / "site").mkdir(exist_ok=True)
            findings = build_part(root, working / "site", share, today)
            if findings:
                return Outcome(findings, target)
            mark_as_ours(working / "site")
            files = files_of(working / "site")
            put_in_place(working / "site", target, root)
        finally:
            shutil.rmtree(working, ignore_errors=True)
        return Outcome((), target, files)


@contextmanager
def _build_errors() -> Iterator[None]:
    try:
        yield
    except NotOursError as error:
        raise BuildError(str(error)) from error
    except ProseError as error:
        raise BuildError(f"MkDocs: {error}") from error
    except LibraryError as error:
        raise BuildError(f"thư viện mà trang dùng, lấy từ npm:\n{error}") from error
    except (LeakError, UnsafePageError) as error:
        raise BuildError(f"không công bố được:\n{error}") from error
    except PartsError as error:
        raise BuildError(f"không ghép được: {error}") from error
    except (OSError, MemoryError, OverflowError) as error:
        raise BuildError(f"{why(error)}; trang cũ còn nguyên") from error


def _built(root: Path, target: Path, today: date | None, parts: Sequence[Path], steps: Steps) -> Outcome:
    steps.step("Kiểm dữ liệu")
    checked = check(root)
    if checked.findings:
        return Outcome(checked.findings, target)
    working = new_working_folder(target)
    try:
        warnings = _fill(working, root, checked.catalog, today or today_of(root), parts, steps)
        mark_as_ours(working / "site")
        files = files_of(working / "site")
        put_in_place(working / "site", target, root)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return Outcome((), target, files, warnings)


def _fill(
    folder: Path, root: Path, catalog: Catalog, today: date, parts: Sequence[Path], steps: Steps
) -> tuple[str, ...]:
    """Make the whole site under `folder`; return what its settings leave open, a line each."""
    prose = configured(root, folder / "docs", folder / "site")
    config = prose.config
    base = config.site_url or HERE
    # Files come first, so that pages can say how large they are; MkDocs empties its folder, so they wait beside it.
    steps.step("Xét số liệu")
    # Once, before the work is shared: pages and files of all processes find it there.
    everything(catalog)
    steps.step("Xuất dữ liệu")
    edition = write_exports(catalog, folder / "data", epoch_of(root), base, today)
    # The processors share the work: finished files are read for leaks beside what comes next.
    judge = judge_of(root)
    data_read = run_in_background(partial(judge.refuse, folder / "data"))
    steps.step("Dựng trang chữ")
    build_prose(prose, catalog, today, edition)
    refuse_unsafe_prose(folder / "site")
    write_libraries(folder / "site")
    join_search_box(folder / "site")
    steps.step("Đóng trang dữ liệu")
    address = "" if base == HERE else base
    setting = Setting(address, str(config.extra.get("repository") or ""), catalog.version, today)
    fill_samples(folder / "site", address)
    made = partial(joined, parts, root) if parts else partial(_all_pages, environment(root, setting), edition, steps)
    entries = _write_pages(folder / "site", catalog, made, today, edition)
    listed = [entry.address for entry in entries if not entry.unlisted]
    _write_addresses(folder / "site", config.site_name, base, [*listed, *twins_of(catalog, listed)])
    (folder / "site" / "robots.txt").write_text(robots(address), encoding="utf-8")
    (folder / "site" / "llms.txt").write_text(llms(catalog, address), encoding="utf-8")
    steps.step("Lập chỉ mục tìm kiếm, soát thông tin riêng")
    email = str(config.extra.get("contact_email") or "")
    pages_read = run_in_background(partial(judge.refuse, folder / "site", email))
    found = [*entries, *term_entries(catalog)]
    write_index(found, figure_entries(catalog), SEARCHED, LISTS, folder / "search", BY_NAME["source"].label)
    good = judge.refuse(folder / "search", email)
    write_manifest(folder / "data")
    judge.remember(good | data_read() | pages_read())
    (folder / "data").rename(folder / "site" / "data")
    (folder / "search").rename(folder / "site" / "search")
    remove_unused(folder / "site")
    (folder / "site" / headers.FILE).write_text(headers.headers(folder / "site"), encoding="utf-8")
    write_site_manifest(folder / "site", but=(MARKER,))
    open_ends = ((not email, NO_EMAIL), (not address, NO_ADDRESS), (lacks_owners(root), NO_OWNERS))
    return tuple(note for is_open, note in open_ends if is_open)


def lacks_owners(root: Path) -> bool:
    """Return whether a rule of CODEOWNERS still names the placeholder; a copy without the file has no such rules."""
    path = root / ".github" / "CODEOWNERS"
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return any(PLACEHOLDER in line.partition("#")[0].split()[1:] for line in lines)


def _all_pages(
    env: Environment, edition: Edition, steps: Steps, site: Path, catalog: Catalog, today: date
) -> list[Entry]:
    return write_data_pages(site, catalog, env, today, edition, pages_of(catalog), steps)


def _write_pages(site: Path, catalog: Catalog, data_pages: DataPages, today: date, edition: Edition) -> list[Entry]:
    open_slots(site)
    entries = prose_entries(site)
    mark_terms(site, catalog.terms.values())
    entries += data_pages(site, catalog, today)
    shutil.rmtree(site / "_shell")
    write_moved(catalog, site, edition.base)
    write_comparables(catalog, site)
    write_explorer(catalog, site)
    write_desk(catalog, site)
    write_reports(catalog, site, today)
    return entries


def _write_addresses(site: Path, name: str, base: str, addresses: Sequence[str]) -> None:
    (site / "opensearch.xml").write_text(opensearch(name, base), encoding="utf-8")
    for path, text in sitemaps(base, addresses).items():
        (site / path).write_text(text, encoding="utf-8")
