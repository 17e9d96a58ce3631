"""New rows, the effect of a change, SARIF, the page of rules, and the short way round frictionless."""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Field as SchemaField
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.check.gate import check
from hoctap.check.rulebook import RULES
from hoctap.cli import main
from hoctap.contribute.asking import asked
from hoctap.contribute.naming.new_unit import proposed_cells
from hoctap.contribute.placing import ChangedMeanwhileError, written
from hoctap.contribute.questions import Question, proposals, questions
from hoctap.load import load
from hoctap.load.valid_cells import doubt, surely_valid
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field

DL = "datapackages/unit-statistics/data/observations/dong-lau.csv"
FIGURE = {
    "unit_id": "Sở Giáo dục và Đào tạo tỉnh Đông Lâu",
    "indicator_id": "tong so can bo",
    "period": "năm 2024",
    "value": "1.180",
    "source_id": "dong-lau-2025-03-01",
    "locator": "mục 4",
}


def new(root: Path, kind: str, **cells: str) -> int:
    answers = [word for name, text in cells.items() for word in ("--set", f"{name}={text}")]
    return main(["new", kind, "--no-input", "--root", str(root), *answers])


def test_every_rule_shows_a_bad_and_a_good_row() -> None:
    assert all(rule.bad and rule.good and rule.bad != rule.good for rule in RULES)


def test_a_figure_is_written_in_place_from_names_as_people_say_them(repository: Path) -> None:
    assert new(repository, "observation", **FIGURE) == 0
    assert check(repository).findings == ()
    assert "so-giao-duc-tinh-dong-lau,staff-total,2024,moment,stated,1180,exact,,,dong-lau-2025-03-01,mục 4," in (
        repository / DL
    ).read_text(encoding="utf-8")


def test_a_hedge_said_before_a_number_is_its_qualifier(repository: Path) -> None:
    assert new(repository, "observation", **(FIGURE | {"value": "hơn 1.180"})) == 0
    assert ",1180,over,," in (repository / DL).read_text(encoding="utf-8")


def test_a_source_gets_its_identifier(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(repository, "source", title="Bài", publisher="Báo Đông Lâu", published_on="31/12/2025") == 0
    assert "+bao-dong-lau-2025-12-31,Bài,Báo Đông Lâu," in capsys.readouterr().out


def test_a_wrong_row_is_told_and_not_written(repository: Path) -> None:
    before = (repository / DL).read_bytes()
    assert new(repository, "observation", **(FIGURE | {"value": "nhiều"})) == 1
    assert (repository / DL).read_bytes() == before


def test_units_are_found_by_words_without_marks(catalog: Catalog) -> None:
    offered = next(each.offered for each in questions(catalog, "observation") if each.column.name == "unit_id")
    assert [choice.code for choice in proposals("so giao duc dong lau", offered)][:1] == ["so-giao-duc-tinh-dong-lau"]


@pytest.mark.parametrize(
    ("typed", "reason", "offered"),
    [
        ("sở gd&đt khê vàng", "chưa có tên «sở gd&đt khê vàng»", "Gần giống:"),
        ("xã Nam Đàn", "chạy: hoctap new unit", "Không có tên nào gần giống"),
        ("", "bắt buộc", "trong danh sách có"),
        ("Sở GD&ĐT tỉnh Đông Lâu", "", "→ Sở Giáo dục và Đào tạo tỉnh Đông Lâu"),
    ],
)
def test_a_name_that_is_not_in_the_list_is_output_to_be_none(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    reason: str,
    offered: str,
) -> None:
    answers = iter([typed])
    monkeypatch.setattr("hoctap.cli.prompts.Prompt.ask", lambda *_, **__: next(answers))
    with pytest.raises(StopIteration):
        main(["new", "observation", "--root", str(repository)])
    output = " ".join(capsys.readouterr().err.split())
    assert reason in output
    assert offered in output


@pytest.fixture
def changed(repository: Path, tmp_path: Path) -> tuple[str, str]:
    head = tmp_path / "head"
    shutil.copytree(repository, head)
    text = (head / DL).read_text(encoding="utf-8")
    text = text.replace("trained-total,2024,calendar-year,stated,95,", "trained-total,2024,calendar-year,stated,950,")
    (head / DL).write_text(text, encoding="utf-8")
    return str(repository), str(head)


def test_a_change_is_told_to_people_reviewers_and_programs(
    changed: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {}
    for form in ("text", "markdown", "json"):
        assert main(["diff", *changed, "--root", changed[0], "--format", form]) == 0
        texts[form] = capsys.readouterr().out
    assert "value: 95 → 950 +900 %" in texts["text"]
    assert "### Cần xem lại" in texts["markdown"]
    found = json.loads(texts["json"])
    assert found["bump"] == "patch"
    assert found["tables"][0]["changed"][0]["percent"] == 900
    assert "don-vi/so-giao-duc-tinh-dong-lau/" in found["pages"]
    assert "dia-phuong/dong-lau/" in found["pages"]


def test_check_tells_of_one_file_and_in_sarif(changed: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    _, head = changed
    assert main(["check", "--root", head, DL, "--format", "sarif"]) == 1
    run = json.loads(capsys.readouterr().out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["parts-match-their-whole"]
    assert len(run["tool"]["driver"]["rules"]) == len(RULES)
    assert main(["check", "--root", head, "datapackages/reference"]) == 0


URI = {"name": "a", "type": "string", "format": "uri"}
KINDS = [
    ("string", {}),
    ("string", {"pattern": "[a-z0-9]+(-[a-z0-9]+)*", "required": True}),
    ("string", {"maxLength": 3}),
    ("string", {"minLength": 3}),
    ("string", {"minLength": 2, "maxLength": 3, "required": True}),
    ("integer", {"minimum": 0, "maximum": 100}),
    ("number", {"minimum": 0}),
    ("year", {}),
    ("date", {}),
]


@pytest.mark.parametrize(("kind", "limits"), KINDS)
@settings(deadline=None)
@given(
    cell=st.one_of(st.text("0123456789-.,/ eNa", max_size=12), st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), st.text())
)
def test_what_is_plainly_right_is_right_for_frictionless(kind: str, limits: dict[str, object], cell: str) -> None:
    descriptor = {"name": "a", "type": kind, "constraints": limits}
    column = Field("a", kind, "", "", "", "", "", constraints=limits, descriptor=descriptor)
    if surely_valid(column)(cell):
        assert SchemaField.from_descriptor(descriptor).create_cell_reader()(cell)[1] is None


CELLS = st.one_of(
    st.text("0123456789-.,/:# eNaIF_+", max_size=12),
    st.from_regex(r"[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}", fullmatch=True),
    st.sampled_from(("NaN", "sNaN", "INF", "-Infinity", "1e400", "1_0", " 5", "5 ", "٣", "2027-1-2", "0", "-1", "101")),
    st.sampled_from(("https://a.vn/x?b=c&d=%20e#f", "http:", "ftp://a", "//a.vn", "a b", "https://a.vn/(x)'*;@$")),
    st.text(max_size=12),
)


@pytest.mark.parametrize(("kind", "limits"), [*KINDS, ("uri", {})])
@settings(deadline=None)
@given(cell=CELLS)
def test_where_frictionless_is_not_cells_are_judged_as_it_judges_them(
    kind: str, limits: dict[str, object], cell: str
) -> None:
    descriptor = {"name": "a", "type": kind, "constraints": limits} if kind != "uri" else URI
    column = Field("a", str(descriptor["type"]), "", "", "", "", "", constraints=limits, descriptor=descriptor)
    try:
        notes = SchemaField.from_descriptor(descriptor).create_cell_reader()(cell)[1] or {}
    except ArithmeticError:  # it compares «sNaN» with a limit
        notes = {"type": ""}
    assert doubt(column)(cell) == next(iter(notes), "")


def test_clean_data_need_no_frictionless(catalog: Catalog) -> None:
    columns = [(table, column) for table in catalog.tables.values() for column in table.resource.fields]
    doubtful = [c.name for table, c in columns if not all(map(surely_valid(c), table.distinct(c.name)))]
    assert doubtful == []


def test_the_check_of_many_rows_finds_nothing(tmp_path: Path) -> None:
    from many_rows import repository_of

    root = repository_of(tmp_path / "rows", 20_000, 2)
    assert check(root).findings == ()
    assert len(load(root, validate=False).catalog.observations) == 20_000


def test_a_file_changed_by_hand_meanwhile_is_not_overwritten(repository: Path) -> None:
    catalog = load(repository, validate=False).catalog
    path = "datapackages/reference/data/units.csv"
    file = repository / path
    file.write_bytes(by_hand := file.read_bytes() + b"them-tay,Them tay,,,khac,khac,,,unknown,,\n")
    with pytest.raises(ChangedMeanwhileError, match=path):
        written(catalog, {path: "unit_id\n", "datapackages/reference/data/terms.csv": "term_id\n"})
    assert file.read_bytes() == by_hand
    assert (repository / "datapackages/reference/data/terms.csv").read_bytes().startswith(b"term_id,term,")


# The last: what `input` raises where the program was started without a standard input or without a place to ask at.
@pytest.mark.parametrize(("end", "code"), [(KeyboardInterrupt, 130), (EOFError, 2), (RuntimeError, 2)])
@pytest.mark.parametrize("answered", [0, 1, 2])
def test_what_was_answered_before_a_stop_is_given_back_as_options(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    end: type[BaseException],
    code: int,
    answered: int,
) -> None:
    before = {path: path.read_bytes() for path in repository.rglob("*.csv")}
    answers = iter(["THPT Hồ Sen", "staff-total"][:answered])

    def typed(*_: object) -> str:
        for text in answers:
            return text
        raise end

    monkeypatch.setattr("builtins.input", typed)
    assert main(["new", "observation", "--root", str(repository), "--set", "value=65"]) == code
    options = ["--set value=65", "--set unit_id=truong-thpt-ho-sen", "--set indicator_id=staff-total"][: answered + 1]
    out = capsys.readouterr().out.strip()
    assert out.startswith("Chưa ghi gì. Làm tiếp: hoctap new observation")
    assert len(out.splitlines()) == 1
    assert all(option in out for option in options)
    assert before == {path: path.read_bytes() for path in repository.rglob("*.csv")}


def test_new_unit_on_a_terminal_offers_areas_by_name_and_asks_again_only_what_is_wrong(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog = load(repository, validate=False).catalog
    typed = {
        "name_vi": ["Hội Khuyến học xã Mẫu"],
        "unit_kind": ["hội khuyến học"],
        "level": ["xã"],
        "area_id": ["đông lao", "Bình Hồ"],  # a slip first: it is asked again, nothing else is
        "parent_unit_id": ["Hội Khuyến học tỉnh Đông Lâu"],
    }
    columns = [question.column.name for question in questions(catalog, "unit")]
    answers = iter([answer for name in columns for answer in typed.get(name, [""])])
    monkeypatch.setattr("builtins.input", lambda *_: next(answers))
    assert main(["new", "unit", "--root", str(repository), "--dry-run"]) == 0
    printed = capsys.readouterr()
    assert (
        "+hoi-khuyen-hoc-xa-mau,Hội Khuyến học xã Mẫu,,,hoi-khuyen-hoc,xa,binh-ho,hoi-khuyen-hoc-tinh-dong-lau"
        in printed.out
    )
    assert "Đông Lâu" in printed.err
    assert next(answers, "none left") == "none left"


def test_a_name_that_another_unit_has_is_told_before_anything_else_is_asked(repository: Path) -> None:
    asked_for: list[Question] = []

    def answer(question: Question) -> str:
        asked_for.append(question)
        return ""

    draft = asked(load(repository, validate=False).catalog, "unit", {"name_vi": "Hội KH tỉnh Đông Lâu"}, answer)
    assert "tên này đã có: Hội Khuyến học tỉnh Đông Lâu [hoi-khuyen-hoc-tinh-dong-lau]" in asked_for[0].note
    assert [each.note for each in asked_for[1:]] == [""] * (len(asked_for) - 1)
    assert draft.answers["name_vi"] == "Hội KH tỉnh Đông Lâu"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        (
            "Hội Khuyến học huyện Khê Đá, tỉnh Suối Bạc",
            {"unit_kind": "hoi-khuyen-hoc", "level": "huyen", "area_id": "suoi-bac", "status": "ended"},
        ),
        (
            "Huyện Khê Vàng, tỉnh Suối Bạc",
            {"unit_kind": "dia-ban", "level": "huyen", "area_id": "suoi-bac", "status": "ended"},
        ),
        (
            "Xã Khê Đá, huyện Khê Đá, tỉnh Suối Bạc",
            {
                "unit_kind": "dia-ban",
                "level": "xa",
                "area_id": "suoi-bac",
                "parent_unit_id": "huyen-khe-da-tinh-suoi-bac",
            },
        ),
        ("Sở Thủy lợi tỉnh Suối Bạc", {"unit_kind": "so-nganh", "area_id": "suoi-bac"}),
        # There are two of that name, before a merger and after it: a person says which.
        ("Hội Khuyến học xã Mẫu, tỉnh Đông Lâu", {"unit_kind": "hoi-khuyen-hoc", "level": "xa"}),
        ("Ba cây chụm lại", {}),
    ],
)
def test_kind_level_area_and_parent_of_a_new_unit_are_proposed_where_its_name_says_them(
    name: str, cells: dict[str, str], repository: Path
) -> None:
    assert proposed_cells(load(repository, validate=False).catalog, name) == cells


def test_to_read_where_there_is_no_standard_input_is_told_in_one_line(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert main(["read", "-", "--root", str(repository)]) == 1
    assert "không có chữ nào để đọc" in capsys.readouterr().err
