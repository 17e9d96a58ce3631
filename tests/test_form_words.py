"""One vocabulary on each way in: a form is answered in the form's words, a CSV file in those of CSV."""

import re

import pytest

from hoctap.check.gate import RULES
from hoctap.contribute.form import TABLES, choices, columns_of
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.head_notes import head_note
from hoctap.load.measures import ANY
from hoctap.load.values import agreed, read_value
from hoctap.load.wording import CSV, FORM, Wording
from hoctap.model.catalog import Catalog
from hoctap.model.record import Code
from miniature import EXAMPLES

_OF_FIGURES = re.compile(
    r"\S*/(?P<file>observations|sources)\S*?\.csv:\d+: (?:hỏi lại, )?(?:(?P<field>\w+): )?(?P<words>.*)"
)


def _messages() -> list[tuple[str, str, str]]:
    """Return the rule, the table and the words of all that is said of figures and sources in the bad examples."""
    messages = []
    for path in sorted((EXAMPLES / "invalid").glob("*/**/expected.txt")):
        table = ""
        rule = path.relative_to(EXAMPLES / "invalid").parts[0]
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := _OF_FIGURES.match(line):
                table = found["file"]
                messages.append((rule, table, re.sub(r"(?:, đang là \".*\")? \[[a-z-]+\]$", "", found["words"])))
            elif line.startswith("    → ") and table:
                messages.append((rule, table, line.removeprefix("    → ")))
            else:
                table = ""
    return messages


MESSAGES = _messages()
# Said of the file itself, which a form has not, and of tables that a form does not show.
_OF_FILES = {"header-matches-the-schema", "row-has-every-cell", "key-is-unique-across-files"}


@pytest.fixture(scope="module")
def words(catalog: Catalog) -> FormWords:
    return FormWords(catalog)


def _codes(catalog: Catalog) -> set[str]:
    columns = [column for name in TABLES.values() for column in catalog.tables[name].resource.fields]
    lists = {column.code_list for column in columns}
    return {each.code for each in catalog.all_of(Code) if each.list in lists and len(each.code) > 2}


def _columns(catalog: Catalog) -> set[str]:
    return {column.name for name in TABLES.values() for column in catalog.tables[name].resource.fields}


def _machine_words(text: str, words: set[str]) -> set[str]:
    outside = re.sub(r"\[[^\]]*\]|«[^»]*»|https?://\S+", " ", text)
    return set(re.findall(r"(?<![\w-])[a-z][\w-]*", outside)) & words


def test_no_rule_speaks_of_columns_or_codes_to_who_fills_in_a_form(catalog: Catalog, words: FormWords) -> None:
    machine = _codes(catalog) | _columns(catalog)
    rules = [(rule.id, "observations", text) for rule in RULES for text in (rule.must, rule.cure)]
    messages = [each for each in MESSAGES if each[0] not in _OF_FILES]
    assert len({rule for rule, _, _ in messages}) > 30
    for rule, table, text in (*rules, *messages):
        assert _machine_words(words.of(text, table), machine) == set(), (rule, words.of(text, table))


def _notes(catalog: Catalog) -> dict[str, str]:
    tables = [catalog.tables[name].resource for name in TABLES.values()]
    return {
        f"{table.name}.{column.name}": head_note(column, choices(catalog, column, table.name))
        for table in tables
        for column in columns_of(table)
    }


def test_no_note_at_a_head_of_the_form_speaks_of_tables_columns_or_codes(catalog: Catalog) -> None:
    machine = _codes(catalog) | _columns(catalog) | {*catalog.tables}
    for name, note in _notes(catalog).items():
        assert _machine_words(note, machine) == set(), (name, note)


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("observations.unit_id", "Chọn trong danh mục đơn vị, hoặc ghi tên."),
        ("observations.period", "Viết như 2024,"),
        ("observations.value", "85,5%"),
        ("observations.qualifier", "Chọn một: đúng; hơn;"),
        ("observations.breakdown", "Ví dụ: công chức"),
        ("sources.published_on", "Ví dụ: 28/9/2022"),
    ],
)
def test_a_note_at_a_head_of_the_form_says_what_to_write_there(catalog: Catalog, column: str, words: str) -> None:
    assert words in _notes(catalog)[column]


def test_no_rule_speaks_of_the_titles_of_a_form_to_who_edits_a_file(catalog: Catalog) -> None:
    titles = {column.title for name in TABLES.values() for column in catalog.tables[name].resource.fields}
    texts = [(rule.id, text) for rule in RULES for text in (rule.must, rule.cure)]
    for rule, text in (*texts, *((rule, text) for rule, _, text in MESSAGES)):
        assert set(re.findall(r"«([^»]+)»", text)) & titles == set(), (rule, text)


@pytest.mark.parametrize(
    ("text", "in_the_form"),
    [
        ("ghi qualifier: over (hơn), nearly (gần)", "ghi «Cách nói»: «hơn», «gần»"),
        ("xem lại ở cột breakdown", "xem lại ở «Phạm vi»"),
        ("viết bằng phần trăm (52, không phải 0.52)", "viết bằng phần trăm (52, không phải 0,52)"),
        ("phải cùng cỡ với 1.250 (kỳ 2021 là 1.250.000)", "phải cùng cỡ với 1.250 (kỳ 2021 là 1.250.000)"),
        ("chồng lên 2024-01/2024-06 ở dòng 7", "chồng lên 6 tháng đầu năm 2024 ở dòng 7 của sổ"),
        ("phải không sau ngày đăng (2024-12-20)", "phải không sau ngày đăng (20/12/2024)"),
        ("có phải là staff-total?", "có phải là Tổng số cán bộ [staff-total]?"),
        ("phải hợp với ghi chú «over the value»", "phải hợp với ghi chú «over the value»"),
        ("đã có: https://bao.example/value/note", "đã có: https://bao.example/value/note"),
        ("để trống với mã vi và khi vi phạm", "để trống với mã vi và khi vi phạm"),
    ],
)
def test_words_of_files_become_those_of_the_form(words: FormWords, text: str, in_the_form: str) -> None:
    assert words.of(text) == in_the_form


@pytest.mark.parametrize(("wording", "column", "word"), [(FORM, "«Cách nói»", "hơn"), (CSV, "cột qualifier", "over")])
def test_a_reader_of_values_speaks_as_its_way_in_does(wording: Wording, column: str, word: str) -> None:
    answer = agreed("over", "under", wording)
    assert column in answer.must
    assert f"«{word}»" in answer.cure
    assert read_value("341'250", ANY, wording).cure  # what to write instead is said on every way in
