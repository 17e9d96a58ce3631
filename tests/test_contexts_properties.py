"""Whatever anybody writes, wherever: a verdict and its exit code, never a traceback, and nothing shown unescaped."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

import hostile
from corpus import cell
from hoctap.cli import main
from hoctap.contribute.articles.page import paragraphs
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.desk import Desk
from hoctap.exports.edition import Edition
from hoctap.exports.kinds import of_page
from hoctap.render.environment import Setting, environment
from hoctap.views.page_kinds import KINDS
from hoctap.views.standing import Standings
from miniature import EPOCH, TODAY, checked_miniature, site_pattern
from test_escaping import KNOWN_TAGS, _Tags
from unjudged import spoilt

R, U = "datapackages/reference/data", "datapackages/unit-statistics/data"
STAFF = "so-giao-duc-tinh-dong-lau,staff-online"
# One cell of every type a column may have, an alias among them: file, how its row begins, column.
CELLS = {
    "text": (f"{R}/terms.csv", "khuyen-tai", "definition_vi"),
    "name": (f"{R}/units.csv", "tinh-dong-lau", "name_vi"),
    "alias": (f"{R}/unit_aliases.csv", "hoi-khuyen-hoc-tinh-dong-lau,HKH", "alias"),
    "number": (f"{U}/observations/dong-lau.csv", STAFF, "value"),
    "period": (f"{U}/observations/dong-lau.csv", STAFF, "period"),
    "note": (f"{U}/observations/dong-lau.csv", STAFF, "note"),
    "code": (f"{U}/observations/dong-lau.csv", STAFF, "qualifier"),
    "key": (f"{U}/observations/dong-lau.csv", STAFF, "source_id"),
    "day": (f"{U}/recognitions.csv", "truong-thpt-ho-sen,don-vi-hoc-tap,2", "valid_until"),
    "address": (f"{R}/sources.csv", "binh-ho-2026-05", "url"),
}
PAGE, DESCRIPTOR = "docs/index.md", "datapackages/reference/datapackage.json"
CONTEXTS = (*CELLS, "title of a page", "front matter", "text of a page", "descriptor")

named = st.sampled_from([*hostile.RUNNING.values(), *hostile.PERSONAL, *hostile.LOCAL_ADDRESSES])
# No lone surrogate: no file in UTF-8 can hold one.
texts = st.one_of(named, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


@contextmanager
def written(root: Path, typed: Mapping[str, str]) -> Iterator[None]:
    """Write each text where its context says, and put everything back."""
    places = {name: CELLS[name][0] for name in typed if name in CELLS}
    paths = {root / each for each in (*places.values(), PAGE, DESCRIPTOR)}
    before = {path: path.read_bytes() for path in paths}
    try:
        _write(root, typed)
        yield
    finally:
        for path, data in before.items():
            path.write_bytes(data)


def _write(root: Path, typed: Mapping[str, str]) -> None:
    for name, text in typed.items():
        if name in CELLS:
            file, row, column = CELLS[name]
            (root / file).write_bytes(cell(row, column, text)((root / file).read_bytes()))
    title = json.dumps(typed.get("title of a page", "Thử"))
    value = json.dumps(typed.get("front matter", "Một trang thử."))
    page = f"---\ntitle: {title}\ndescription: {value}\n---\n\n# Thử\n\n{typed.get('text of a page', '')}\n"
    (root / PAGE).write_bytes(page.encode())
    if "descriptor" in typed:
        package = json.loads((root / DESCRIPTOR).read_bytes())
        package["resources"][0]["description"] = typed["descriptor"]
        (root / DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def root(_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(_pattern, tmp_path_factory.mktemp("contexts") / "repository"))


few = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(few, max_examples=6)
@example(typed={"number": "\r", "note": "a second cell of that row"})
@given(typed=st.dictionaries(st.sampled_from(CONTEXTS), texts, min_size=1))
def test_check_ends_with_a_verdict_in_printable_lines(
    root: Path, capsys: pytest.CaptureFixture[str], typed: dict[str, str]
) -> None:
    with written(root, typed):
        code = main(["check", "--root", str(root)])
    printed = capsys.readouterr()
    assert code in (0, 1)
    assert printed.err == ""
    assert ("Không có lỗi." in printed.out.splitlines()) is (code == 0)
    assert all(line.isprintable() for line in printed.out.split("\n"))


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_script_is_refused_in_every_context(root: Path, capsys: pytest.CaptureFixture[str], context: str) -> None:
    with written(root, {context: hostile.RUNNING["script of another host"]}):
        assert main(["check", "--root", str(root)]) == 1
    place = CELLS[context][0] if context in CELLS else DESCRIPTOR if context == "descriptor" else PAGE
    assert f"{place}:" in capsys.readouterr().out


@pytest.fixture(scope="module")
def desk(root: Path) -> Desk:
    return Desk(root)


FORM = ("indicator_id", "period", "value", "source_id", "locator", "note")


@settings(few, max_examples=12)
@given(row=st.fixed_dictionaries(dict.fromkeys(FORM, texts)))
def test_cells_of_a_form_are_rows_or_marks(desk: Desk, tmp_path: Path, row: dict[str, str]) -> None:
    request = {"do": "grid", "unit": "so-giao-duc-tinh-dong-lau", "rows": [row], "sources": []}
    answer: dict[str, Any] = json.loads(desk.answer(json.dumps({**request, "out": str(tmp_path / "g.xlsx")})))
    assert answer.keys() == {"refused", "is_table"} or answer["marks"] or answer["rows"] or answer["difference"] == ""


@settings(few, max_examples=60)
@given(text=texts, more=texts)
def test_any_article_gives_proposals_or_none(text: str, more: str) -> None:
    article = f"Tỉnh Đông Lâu {text} có 1.250 hội viên {more}\n{text}"
    for proposal in proposals(checked_miniature().catalog, paragraphs(article), "2025-12-20"):
        assert proposal.kind


@settings(few, max_examples=3, phases=[Phase.generate])
@given(words=st.lists(texts, min_size=3, max_size=9))
def test_a_text_of_a_cell_or_a_descriptor_is_escaped_on_pages_of_every_kind(words: list[str]) -> None:
    catalog = spoilt(checked_miniature().catalog, dict(enumerate(words)))  # type: ignore[arg-type]
    env = environment(site_pattern(), Setting("https://so.example/", "https://kho.example/so", "0.1.0", DAY))
    standings, edition = Standings(catalog, DAY), Edition("https://so.example/", EPOCH, ())
    for kind in KINDS:
        key = next(iter(kind.keys(catalog)))
        view, files = kind.view(catalog, key, DAY), of_page(edition, kind.folder, key)
        page = env.get_template(f"{kind.name}.html").render(
            view=view, downloads=files, standing=standings.of(kind.folder, key)
        )
        found = _Tags()
        found.feed(page)
        assert found.tags <= KNOWN_TAGS
        assert not found.events
        assert not [each for each in found.addresses if each.strip().lower().startswith("javascript:")]


DAY = date.fromisoformat(TODAY)
