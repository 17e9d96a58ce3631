"""Hostile inputs in a real browser: what the gates refuse is let in, and still nothing runs, loads or leads away.

Cells, descriptors and titles are opened with the content policy switched off, so that escaping alone must hold.
Pages of Markdown hold HTML by their nature: behind their two gates the policy is left, and it must hold alone.
"""

import csv
import html
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Request

import hostile
from browsing import served
from hoctap.check.gate import check
from hoctap.contribute.intake import read_form
from hoctap.contribute.placing import written
from hoctap.contribute.template import template
from hoctap.load import load
from hoctap.site.judge import prose_faults
from miniature import EPOCH, site_pattern
from test_intake import NEW, UNIT, fill
from unjudged import BY_FORM, build_unjudged, spoilt

FOLDER = "huong-dan/thu"
HEAD = "---\ntitle: Thử\ndescription: Một trang thử.\n---\n\n# Thử\n\n"
TERMS = "datapackages/reference/data/terms.csv"
# Front matter that names a template that is not there: no site comes of it, whatever the gates say.
NO_SITE = {"template of one's own", "language that leaves its attribute"}
# A page that MkDocs cannot read at all.
NO_PAGE = {"number of a character without an end"}
# No policy keeps a page from sending its reader elsewhere; only the judge of finished pages does.
LEADS_AWAY = "page: refresh"
# Words that would be dangerous only where somebody forgot to escape them, and are right in a text.
ALLOWED_IN_CELLS = {
    *("event behind a quote", "event behind an apostrophe", "event of a pointer", "style attribute that loads"),
    *("words of a script", "words of a script, in quotes", "words of a script, escaped"),
    *("escapes of a script", "percent signs"),
    *("picture of Markdown", "attributes of Markdown"),
}
TITLES_TOGETHER, PAGES_OF_A_KIND = 6, 2
RUNS = """() => [...document.querySelectorAll('*')].flatMap(element => [...element.attributes]
    .filter(({name, value}) => name.startsWith('on')
        || ['href', 'src', 'action'].includes(name) && /^\\s*(javascript|data:text)/i.test(value))
    .map(({name}) => `${location.pathname}: ${element.tagName} ${name}`))"""


def bodies() -> dict[str, str]:
    """Return the hostile pages by their names."""
    pages = {f"page: {name}": HEAD + text for name, text in hostile.PAGES.items() if name not in NO_PAGE}
    pages |= {f"macros: {name}": HEAD + text for name, text in hostile.MACRO_PAGES.items()}
    heads = {name: text for name, text in hostile.FRONT_MATTER.items() if name not in NO_SITE}
    return pages | {f"front matter: {name}": f"---\n{text}\n---\n\n# Thử\n" for name, text in heads.items()}


def titles() -> Iterator[str]:
    """Yield pages whose front matter says the texts that would run, some together."""
    texts = list(hostile.RUNNING.values())
    for at in range(0, len(texts), TITLES_TOGETHER):
        words = json.dumps(" ".join(texts[at : at + TITLES_TOGETHER]))
        yield f"---\ntitle: {words}\ndescription: {words}\nkeywords: {words}\n---\n\n# Thử\n"


def lay(root: Path, *, titled: bool) -> Path:
    """Write the hostile pages under `root`, numbered."""
    folder = root / "docs" / FOLDER
    folder.mkdir(parents=True)
    for number, text in enumerate(bodies().values()):
        (folder / f"b{number}.md").write_bytes(text.encode())
    for number, text in enumerate(titles() if titled else ()):
        (folder / f"t{number}.md").write_bytes(text.encode())
    return root


# ── At the gate ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, int, str]]:
    """The places that the check tells of, of one repository that holds all hostile pages, files and cells."""
    root = Path(shutil.copytree(site_pattern(), tmp_path_factory.mktemp("refused") / "repository"))
    lay(root, titled=False)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    macros = "".join(f"        /{FOLDER}/b{n}.md\n" for n, name in enumerate(bodies()) if name.startswith("macros"))
    (root / "mkdocs.yml").write_text(settings.replace("        /index.md\n", macros, 1), encoding="utf-8")
    for path, data in hostile.FILES.values():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    header, *rows = csv.reader((root / TERMS).read_text(encoding="utf-8").splitlines())
    column = header.index("definition_vi")
    more = [[*rows[0][:column], text, *rows[0][column + 1 :]] for text in hostile.RUNNING.values()]
    with (root / TERMS).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *more])
    return {(finding.path, finding.line, finding.field) for finding in check(root).findings}


@pytest.mark.parametrize("name", [*bodies(), *hostile.FILES, *hostile.RUNNING])
def test_a_hostile_input_is_refused(refused: set[tuple[str, int, str]], name: str) -> None:
    if name in hostile.RUNNING:
        line = list(hostile.RUNNING).index(name) + 2
        assert ((TERMS, line, "definition_vi") in refused) is (name not in ALLOWED_IN_CELLS)
    else:
        page = f"docs/{FOLDER}/b{list(bodies()).index(name)}.md" if name in bodies() else hostile.FILES[name][0]
        assert page in {path for path, *_ in refused}


# ── In the browser ─────────────────────────────────────────────────────────────────────────────────────────────


def sent_by_form(root: Path, form: Path) -> None:
    """Put what a filled form may say into the notes of figures, the way a form goes."""
    data = load(root, validate=False).catalog
    form.write_bytes(template(data, UNIT))
    texts = [f"{BY_FORM}: {hostile.RUNNING[name]}" for name in sorted(ALLOWED_IN_CELLS)]
    fill(form, *({**NEW, "value": 100 + n, "period": str(1990 + n), "note": text} for n, text in enumerate(texts)))
    outcome = read_form(data, form)
    assert outcome.marks == ()
    written(data, outcome.trial.files)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole hostile site, built once with no gate and no judge."""
    folder = tmp_path_factory.mktemp("hostile")
    root = Path(shutil.copytree(site_pattern(), folder / "repository"))
    sent_by_form(root, folder / "form.xlsx")
    catalog = check(root).catalog
    lay(root, titled=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
        build_unjudged(root, folder / "site", spoilt(catalog, hostile.RUNNING))
    return folder / "site"


class Canary:
    """Opens pages and remembers whatever ran, loaded from elsewhere or led away, policy on or off."""

    def __init__(self, browser: Browser, home: str, *, policy: bool) -> None:
        self.context = browser.new_context(bypass_csp=not policy, reduced_motion="reduce", service_workers="block")
        self.page, self.home = self.context.new_page(), home
        self.wrong: list[str] = []
        self.context.expose_binding("ran", lambda source, *_: self.wrong.append(f"ran: {source['frame'].url}"))
        self.page.on("dialog", self._asked)
        self.page.on("requestfinished", self._requested)
        self.page.on("requestfailed", self._requested)

    def _asked(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {self.page.url}")
        dialog.dismiss()

    def _requested(self, request: Request) -> None:
        # What the policy stopped never left the machine.
        if not request.url.startswith((self.home, "data:", "blob:")) and request.failure != "csp":
            self.wrong.append(f"request: {request.url}")

    def open(self, address: str) -> None:
        """Open a page, and wait for all that it loads."""
        self.page.goto(self.home + address, wait_until="load")
        if self.page.url != self.home + address:
            self.wrong.append(f"led away: {address}")


@contextmanager
def canary(browser: Browser, folder: Path, *, policy: bool) -> Iterator[Canary]:
    """Give a canary over a folder that is served."""
    with served(folder) as home:
        canary_of_all = Canary(browser, home, policy=policy)
        yield canary_of_all
        canary_of_all.context.close()


def addresses(site: Path) -> Iterator[str]:
    """Yield some pages of each kind, those of the hostile titles, and what is drawn by scripts."""
    pages = sorted(page.parent.relative_to(site).as_posix() for page in site.rglob("*/index.html"))
    moved = {page for page in pages if "default-src 'none'\">" in (site / page / "index.html").read_text("utf-8")}
    for kind, each in groupby(pages, lambda page: page.rpartition("/")[0]):
        if kind != FOLDER:
            yield from (f"{page}/" for page in islice((page for page in each if page not in moved), PAGES_OF_A_KIND))
    yield from (f"{FOLDER}/t{n}/" for n in range(len(list(titles()))))
    yield "tim/?q=T%C3%AAn%20%3Cimg%20src=x%20onerror=ran(1)%3E"


@pytest.mark.build
@pytest.mark.browser
def test_without_a_policy_no_cell_descriptor_or_title_runs_in_any_kind_of_page(browser: Browser, site: Path) -> None:
    with canary(browser, site, policy=False) as bird:
        for address in addresses(site):
            bird.open(address)
            bird.wrong += bird.page.evaluate(RUNS)
    assert bird.wrong == []


@pytest.mark.build
def test_all_hostile_texts_stand_somewhere_in_the_site(site: Path) -> None:
    texts = "".join(html.unescape(page.read_text(encoding="utf-8")) for page in site.rglob("index.html"))
    assert [name for name, text in hostile.RUNNING.items() if text not in texts] == []
    assert [name for name in ALLOWED_IN_CELLS if f"{BY_FORM}: {hostile.RUNNING[name]}" not in texts] == []


@pytest.mark.build
@pytest.mark.browser
def test_without_any_gate_the_policy_alone_keeps_hostile_pages_from_running(browser: Browser, site: Path) -> None:
    # Served without the site's own scripts and styles: a hundred pages then take seconds. A page in which the judge
    # finds nothing holds what all pages hold, and is not opened.
    with canary(browser, site / FOLDER, policy=True) as bird:
        for number, name in enumerate(bodies()):
            page = site / FOLDER / f"b{number}" / "index.html"
            if name != LEADS_AWAY and any(prose_faults(page.read_text(encoding="utf-8"))):
                bird.open(f"b{number}/")
    assert bird.wrong == []


@pytest.mark.build
def test_a_page_that_would_lead_away_is_refused_by_the_judge(site: Path) -> None:
    page = site / FOLDER / f"b{list(bodies()).index(LEADS_AWAY)}" / "index.html"
    assert list(prose_faults(page.read_text(encoding="utf-8")))


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.parametrize("name", ["page: script", "page: event without quotes", "page: foreign picture"])
def test_the_canary_notices_what_runs_where_there_is_neither_gate_nor_policy(
    browser: Browser, site: Path, name: str
) -> None:
    with canary(browser, site / FOLDER, policy=False) as bird:
        bird.open(f"b{list(bodies()).index(name)}/")
    assert bird.wrong
