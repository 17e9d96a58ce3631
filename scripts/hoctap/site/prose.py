"""Prose pages and shells: macros rendered in the text of docs/, then MkDocs over it, unless nothing in it has changed.

What comes of it are the pages as text, to be finished by those who put them in place, and the files that pages load.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from hoctap.check.rules.macro_calls import macro_pages
from hoctap.exports.edition import HERE, Edition
from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.render.environment import Setting, environment
from hoctap.render.fragment import UnknownNameError
from hoctap.render.fragments import Fragments
from hoctap.site.judge import refuse_unsafe_prose
from hoctap.site.libraries import write_libraries
from hoctap.site.macros import Call, MacroError, Render, renderer
from hoctap.site.prose_error import ProseError
from hoctap.site.prune import remove_unused
from hoctap.site.samples import fill_samples
from hoctap.site.search.script import join_search_box
from hoctap.site.slot import Slotted, slotted
from hoctap.site.smaller import make_smaller
from hoctap.site.stamp import Shell, rooted, shells_under, take_out_toggles, write_shells
from hoctap.system.folder_record import files_of, fingerprint
from hoctap.system.reuse import Work
from hoctap.views.page_kinds import KINDS

_SHELLS, _PAGE = "_shell", "index.html"


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says of a site: its name, address (ends with `/`), letter box and repository; may be empty."""

    name: str
    address: str
    email: str
    repository: str

    @property
    def base(self) -> str:
        """Where the site stands, one of this machine if nobody said."""
        return self.address or HERE


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose pages by address, whose slots hold names of calls of macros, and the shells of data pages by name.

    `sources` are the pages under docs/ that call macros, by address.
    """

    pages: Mapping[str, Slotted]
    shells: Mapping[str, Shell]
    calls: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def texts(self, work: Work) -> dict[str, str]:
        """Return all pages by address; ProseError with every macro that is refused."""
        texts, refused = dict[str, str](), list[str]()
        calls = {name for page in self.pages.values() for name in page.contents}
        with suppress(UnknownNameError):  # told below, with its page
            # Lists take longest: they come first.
            wanting = sorted(calls - work.done.keys(), key=lambda name: ("_list" not in name, name))
            work.pieces([(name, "", partial(_called, self.calls[name])) for name in wanting])
        for address in self.pages:
            try:
                texts[address] = self.text(address, work)
            except ProseError as error:
                refused.append(str(error))
        if refused:
            raise ProseError("\n".join(refused))
        return texts

    def text(self, address: str, work: Work) -> str:
        """Return a page with what its macros come to, each link to the root relative; ProseError for a refusal."""
        page = self.pages[address]
        try:
            called = {name: self._called(name, work) for name in page.contents}
        except UnknownNameError as error:
            raise ProseError(f"{self.sources[address]}: {error}") from error
        return rooted(page.filled(called), address)

    def _called(self, name: str, work: Work) -> str:
        return str(work.done[name].outcome) if name in work.done else work.value(name, self.calls[name])


def _called(call: Callable[[], str]) -> tuple[tuple[()], str]:
    return (), call()


def settings_of(root: Path, working: Path) -> Settings:
    """Return what the configuration of `root` says; ProseError if it cannot be read."""
    from hoctap.site.generator import configured  # noqa: PLC0415 - slow to load, and settings rarely change

    config = configured(root, working / "docs", working / "site")
    extra = config.extra
    email, repository = extra.get("contact_email"), extra.get("repository")
    return Settings(config.site_name, config.site_url or "", str(email or ""), str(repository or ""))


def write_prose(work: Work, root: Path, docs: Path, catalog: Catalog, today: date, edition: Edition) -> Prose:
    """Write what MkDocs makes of `root`/docs below `work.new`, but for pages, which are returned, and shells.

    `docs` is a folder for the text as MkDocs reads it. ProseError with everything that is refused.
    """
    is_large = has_many_units(catalog)

    def make() -> tuple[list[str], tuple[Prose, dict[str, Call]]]:
        calls = dict[str, Call]()

        # MkDocs sees which macro is called and not what it comes to, which is put in afterwards.
        def named(call: Call) -> str:
            return calls.setdefault(call.name, call).name

        texts = rendered_pages(root, renderer(named))
        lay_out(root / "docs", docs, texts)
        files, prose = _generated(root, docs, work.new, edition.public_base, is_large=is_large)
        return files, (replace(prose, sources={_address(name): name for name in texts}), calls)

    prose: Prose
    calls: dict[str, Call]
    prose, calls = work.pieces([("MkDocs", f"{_print_of(root / 'docs')} {is_large}", make)])[0]
    fragments = Fragments(catalog, environment(root, Setting(is_large=is_large)), today, edition)
    return replace(prose, calls={name: partial(call.html, fragments) for name, call in calls.items()})


def _address(page: str) -> str:
    """Return the address of a page of docs/."""
    return page.removesuffix("index.md") if page.endswith("index.md") else f"{page.removesuffix('.md')}/"


def _print_of(folder: Path) -> str:
    files = (path for path in folder.rglob("*") if path.is_file())
    return fingerprint(((path.relative_to(folder).as_posix(), path) for path in files), ())


def rendered_pages(root: Path, render: Render) -> dict[str, str]:
    """Return the pages of `root`/docs that may run macros, by path, their macros rendered; ProseError with refusals."""
    texts, refused = dict[str, str](), list[str]()
    try:
        names = macro_pages(root)
    except ValueError as error:
        raise ProseError(f"mkdocs.yml: {error}") from error
    for name in names:
        path = root / "docs" / name
        if not path.is_file():
            refused.append(f"mkdocs.yml: không có trang {name} để dùng macro")
            continue
        head, body = _parted(path.read_text(encoding="utf-8"))
        try:
            texts[name] = head + render(body)
        except MacroError as error:
            refused.append(f"{name}: {error}")
    if refused:
        raise ProseError("\n".join(refused))
    return texts


def lay_out(source: Path, docs: Path, texts: Mapping[str, str]) -> None:
    """Copy `source` to `docs` with these texts in place of those there, and the shells."""
    shutil.copytree(source, docs, dirs_exist_ok=True)
    for name, text in texts.items():
        (docs / name).write_text(text, encoding="utf-8")
    write_shells(docs, KINDS)


def _generated(root: Path, docs: Path, site: Path, address: str, *, is_large: bool) -> tuple[list[str], Prose]:
    from hoctap.site.generator import configured, generate  # noqa: PLC0415 - slow to load, and prose rarely changes

    config = configured(root, docs, site)
    config.extra["is_large"] = is_large
    generate(config)
    refuse_unsafe_prose(site)
    write_libraries(site)
    join_search_box(site)
    fill_samples(site, address)
    take_out_toggles(site)
    make_smaller(site, root / "overrides")
    remove_unused(site)
    shells = shells_under(site / _SHELLS)
    shutil.rmtree(site / _SHELLS)
    pages = dict(_pages_in(site))
    return list(files_of(site)), Prose(pages, shells)


def _pages_in(site: Path) -> Iterator[tuple[str, Slotted]]:
    """Yield the address of each page with its text, removing its file: who finishes it writes another."""
    for path in sorted(site.rglob(_PAGE)):
        yield path.relative_to(site).as_posix().removesuffix(_PAGE), slotted(path.read_text(encoding="utf-8"))
        path.unlink()


def _parted(text: str) -> tuple[str, str]:
    """Return the front matter of a page and what comes after it."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (text[: end + 5], text[end + 5 :]) if end >= 0 else ("", text)
