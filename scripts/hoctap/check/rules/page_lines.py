"""What a line of a page may hold: no code, no hidden letter, no foreign tag, nothing private, and not too much."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from hoctap.check.allowed_html import PROSE, PROSE_CLASSES
from hoctap.check.html_tags import ENDLESS, tag_fault, unescaped
from hoctap.check.personal import personal_in_each
from hoctap.check.profiles import PROFILE
from hoctap.check.rules.code_rows import CODE_SPAN, rows_with_code
from hoctap.check.rules.privacy import no_secret
from hoctap.check.rules.text import letters_are_vietnamese
from hoctap.check.secret import secret_in
from hoctap.model.finding import Place, Problem
from hoctap.vietnamese.characters import HIDDEN, LOOK_ALIKE, described, printable

_LONGEST_LINE = 5_000
# What stands before the words of a line: 60 columns are 15 lists, and 10 quotations more than anybody reads.
_DEEP = re.compile(r"\s{61}|(?:\s*>){11}|(?:\s*(?:[*+-]|\d+[.)])\s){11}")
_ADDRESS = re.compile(r"https?://\S+")
_CODE = re.compile(r"--8<--|<script|<!--|(?:java|vb)script:|<iframe|\bon\w+\s*=", re.IGNORECASE)
# An address that runs, however it is broken into lines: a browser joins what Markdown leaves apart.
_BROKEN_SCHEME = re.compile(r"(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)
_BOX = re.compile(r"\s*(?:!!!|\?\?\?\+?)\s*([^\"]*)")
# attr_list may give a name and classes, nothing that a browser obeys.
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\b(?:style|class|href|src|action|formaction|srcdoc)\s*=", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[\s/][^>]*)?>")
_HTML_REMARK = re.compile(r"<[!?][^>]*>?")
_NO_CODE = "xóa đi; trang chỉ có chữ, liên kết và hình"
# What must hold of a line, what breaks it there, and how to mend it.
Fault = tuple[str, str, str]
_MARKDOWN_INSIDE = re.compile(r'\smarkdown(?:="(?:1|block|span)")?(?=[\s>])')


@lru_cache(maxsize=512)
def faults_of_lines(path: str, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with the lines of a page; `serve` asks it of all pages after each that is saved."""
    return (*_lines(path, text), *_over_lines(path, text))


def _lines(path: str, text: str) -> Iterator[Problem]:
    rows = [(*each, _too_much(each[1])) for each in rows_with_code(text)]
    private = _private({row for _, row, _, too_much in rows if not too_much})
    for line, row, is_code, too_much in rows:
        fault = too_much or private.get(row) or (_in_code(row) if is_code else _fault_of(row))
        if fault:
            message, found, cure = fault
            at = row.find(found) + 1 if found else 0
            yield Problem(Place(path, line, max(at, 0)), "", message, printable(found)[:120], cure)


def _over_lines(path: str, text: str) -> Iterator[Problem]:
    for found in _BROKEN_SCHEME.finditer(text):
        if re.search(r"\s", found[0]):
            line = text.count("\n", 0, found.start()) + 1
            yield Problem(Place(path, line), "", "không được có mã", " ".join(found[0].split()), _NO_CODE)


def _too_much(row: str) -> Fault | None:
    """Return why a line is written so that a parser could be busy with it for ever, or go too deep."""
    if len(row) > _LONGEST_LINE:
        return f"dòng phải ngắn hơn {_LONGEST_LINE} ký tự", "", "ngắt thành nhiều đoạn"
    deep = "lồng quá sâu: danh sách trong danh sách, trích dẫn trong trích dẫn"
    return (deep, "", "bớt dấu cách, dấu > hay dấu gạch ở đầu dòng") if _DEEP.match(row) else None


def _private(rows: Collection[str]) -> dict[str, Fault]:
    """Return what is to be said of each row that holds a secret or something personal."""
    # Digits of addresses mean nobody, but for those of somebody's own page; the place may be somebody's as well.
    texts = {row: unescaped(row) if "&" in row else row for row in rows}
    words = {row: _ADDRESS.sub(_without_digits, text) if "http" in text else text for row, text in texts.items()}
    personal = personal_in_each({*texts.values(), *words.values()})
    faults: dict[str, Fault] = {}
    for row, text in texts.items():
        if secret := secret_in(row):
            faults[row] = ("không được có khóa bí mật", secret, no_secret.rule.cure)
        elif kinds := (*personal.get(words[row], ()), *({PROFILE} & {*personal.get(text, ())})):
            faults[row] = (f"không được có {kinds[0]}", "", "xóa thông tin cá nhân khỏi trang")
    return faults


def _without_digits(found: re.Match[str]) -> str:
    return re.sub(r"\d", "", found[0])


def _in_code(row: str) -> Fault | None:
    return _unseen(row) or _code_in(row)


def _fault_of(row: str) -> Fault | None:
    return _unseen(row) or _code_in(row) or _foreign_tag(row) or _foreign_box(row)


_UNSEEN = (
    (HIDDEN, "không được có ký tự ẩn", "xóa ký tự ấy, hoặc xóa cả chữ có nó rồi gõ lại bằng tay"),
    (LOOK_ALIKE, "phải dùng chữ cái tiếng Việt", letters_are_vietnamese.rule.cure),
)


def _unseen(row: str) -> Fault | None:
    if row.isascii() and row.isprintable():
        return None
    for pattern, message, cure in _UNSEEN:
        found = pattern.search(row.replace("\ufffd", ""))
        if found:
            return f"{message} ({described(found[0])})", found[0], cure
    return None


def _code_in(row: str) -> Fault | None:
    found = _CODE.search(row) or _ATTRIBUTES.search(row) or ENDLESS.search(row) or _CODE.search(_without_escapes(row))
    return ("không được có mã", found[0], _NO_CODE) if found else None


def _without_escapes(row: str) -> str:
    # A browser drops these from an address before it looks at its beginning.
    return re.sub(r"[\s\x00-\x1f]", "", unescaped(row)) if "&" in row else ""


def _foreign_tag(row: str) -> Fault | None:
    prose = CODE_SPAN.sub("", row)
    # Behind the last > no tag ends, and to look for one from each < would take the square of the line.
    for found in (*_HTML_TAG.finditer(prose, 0, prose.rfind(">") + 1), *_HTML_REMARK.finditer(prose)):
        fault = tag_fault(_MARKDOWN_INSIDE.sub("", found[0]), PROSE, PROSE_CLASSES)
        if fault:
            return fault, found[0], "bỏ thẻ hay thuộc tính ấy, viết bằng dấu của Markdown"
    return None


def _foreign_box(row: str) -> Fault | None:
    """Return why a box of a remark may not be called so: its words become classes, of which the frame has its own."""
    found = _BOX.match(row)
    odd = sorted(set(found[1].lower().split()) - PROSE_CLASSES) if found else []
    return (f"khung lưu ý không được có tên «{odd[0][:40]}»", odd[0], "dùng tên có sẵn: !!! note") if odd else None
