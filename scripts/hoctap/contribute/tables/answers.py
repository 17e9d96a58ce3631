"""What a person answered about the names in a file, kept beside it as a CSV and used again for the next one."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from hoctap.contribute.sandbox import RefusedError, refuse_unless_file
from hoctap.contribute.tables.labels import scale_of
from hoctap.contribute.tables.rows import COLUMN, INDICATOR, KEEP, KINDS, MEASURE, PART, PERIOD, SKIP, UNIT, Understood
from hoctap.contribute.text_file import NotReadError, text_of
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period

HEADER = ("loại", "ghi trong tệp", "là", "gợi ý")
_MOST_BYTES = 5_000_000
Answers = Mapping[tuple[str, str], str]


def answers_path(path: Path) -> Path:
    """Return where the answers about a file are kept: `bieu.xlsx` has `bieu.anh-xa.csv`."""
    return path.with_name(f"{path.stem}.anh-xa.csv")


def read_answers(catalog: Catalog, path: Path) -> dict[tuple[str, str], str]:
    """Return the answers of a file; RefusedError naming the line and what it may hold if one is wrong."""
    answers: dict[tuple[str, str], str] = {}
    for line, row in enumerate(_records(path), 1):
        cells = [cell.strip() for cell in row] + [""] * 3
        kind, words, meaning = cells[:3]
        if line == 1 and cells[:3] != list(HEADER[:3]):
            raise RefusedError(f"{path.name}: dòng đầu phải là: {', '.join(HEADER)}")
        if line == 1 or not meaning:
            continue
        if why := _fault(catalog, kind, meaning):
            raise RefusedError(f"{path.name}, dòng {line}: {why}; đang ghi {meaning!r}")
        answers[kind, words] = meaning
    return answers


def _records(path: Path) -> list[list[str]]:
    """Return the records of a file of answers, as Excel may have saved it too; RefusedError if it is none."""
    try:
        refuse_unless_file(path, _MOST_BYTES)
        text = text_of(path.read_bytes(), "không đọc được chữ; hãy lưu lại dạng CSV UTF-8")
    except FileNotFoundError as error:
        raise RefusedError(f"không có tệp {path} (--map)") from error
    except NotReadError as error:
        raise RefusedError(f"{path.name}: {error}") from error
    mark = max(",;\t", key=text.partition("\n")[0].count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def _fault(catalog: Catalog, kind: str, meaning: str) -> str:
    if kind not in KINDS:
        return f"cột «loại» phải là một trong: {', '.join(KINDS)}"
    if kind == MEASURE and scale_of(meaning) is None:
        return "cột «là» phải là đồng, nghìn đồng, triệu đồng hoặc tỷ đồng"
    if kind == PART and meaning != KEEP and meaning not in catalog.indicators:
        return f"cột «là» phải là mã chỉ tiêu, hoặc «{KEEP}»"
    if kind == COLUMN and meaning != SKIP and meaning not in catalog.units:
        kind = PERIOD
    if kind == INDICATOR and meaning != SKIP and meaning not in catalog.indicators:
        return f"cột «là» phải là mã chỉ tiêu, hoặc «{SKIP}»"
    if kind == UNIT and meaning != SKIP and meaning not in catalog.units:
        return f"cột «là» phải là mã đơn vị có trong danh mục, hoặc «{SKIP}»"
    if kind == PERIOD:
        try:
            parse_period(meaning)
        except ValueError:
            return "cột «là» phải là thời kỳ, như 2024, 2024-12-31 hoặc 2025-01/2025-06"
    return ""


def written_answers(answers: Answers, understood: Understood) -> str:
    """Return the file of answers: what was answered, then every open name with an empty cell to fill in."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(HEADER)
    for (kind, words), meaning in sorted(answers.items()):
        table.writerow((kind, words, meaning, ""))
    for (kind, words), hint in sorted(understood.open_names.items()):
        if (kind, words) not in answers:
            table.writerow((kind, words, "", hint))
    return out.getvalue()
