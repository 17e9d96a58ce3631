"""The check of what the macros of a page name, and of calls that no program sees."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.check.rules.macro_calls import GIVEN, MAY_BE_LEFT_OUT, NAMES, Call, calls_in, lost_calls, macro_pages
from hoctap.check.rules.near import Near
from hoctap.check.rules.page_bytes import DOCS
from hoctap.check.rules.pages import pages
from hoctap.load.names import has_names, register_of
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.page_folders import TABLE_OF

_TABLES = {"unit_id": "units", "indicator_id": "indicators", "term_id": "terms"}


@check(
    must="Macro trong trang nêu mã có trong dữ liệu",
    cause="Gõ sai mã, thừa thiếu chữ trong ngoặc, hoặc dữ liệu đã đổi mã.",
    cure="sửa mã",
    bad='{{ figure("hoi-khuyen-hoc-tinh-son-la", "member") }}',
    good='{{ figure("hoi-khuyen-hoc-tinh-son-la", "members") }}',
)
def macros_name_what_exists(catalog: Catalog) -> Iterator[Problem]:
    """Ensure pages that may run macros call such as there are, of what stands in the data; no other page calls any."""
    try:
        with_macros = macro_pages(catalog.root)
    except ValueError:  # told by the rule of pages that keep to prose
        return
    # Settings without a menu are none of a site: which pages of it run macros they do not say.
    settings = catalog.root / "mkdocs.yml"
    is_whole = (
        bool(with_macros) and re.search(r"^nav:", settings.read_text("utf-8", "replace"), re.MULTILINE) is not None
    )
    nearest = Near()
    for path, text in pages(catalog):
        runs = path.removeprefix(f"{DOCS}/") in with_macros
        for lost in lost_calls(text, runs=runs) if runs or is_whole else ():
            yield Problem(Place(path, lost.line), "", lost.message, "", "" if runs else _NOT_HERE)
        for call in calls_in(text) if runs else ():
            if call.name not in NAMES:
                hint = nearest.asked(call.name, NAMES, 0.5, among="macros") or f"các macro có: {', '.join(NAMES)}"
                yield Problem(Place(path, call.line), "", "macro phải có thật", call.name, hint)
                continue
            for message, value, hint in _faults(call, catalog, nearest):
                yield Problem(Place(path, call.line), call.name, message, value, hint)


_NOT_HERE = "xóa đi; muốn dùng thì thêm trang vào force_render_paths của mkdocs.yml"


def _faults(call: Call, catalog: Catalog, nearest: Near) -> Iterator[tuple[str, str, str]]:
    """Yield what must hold of the words of a call, the word that breaks it, and how to mend it."""
    given = call.given()
    if given is None:
        names = [f'"{name}"' for name in GIVEN.get(call.name, ()) if name not in MAY_BE_LEFT_OUT]
        words = ", ".join((*call.words, *(f"{name}={word}" for name, word in call.named)))
        yield f"phải có {len(names)} mã trong ngoặc", words, f"viết {{{{ {call.name}({', '.join(names)}) }}}}"
        return
    if call.name == "link" and given["folder"] not in TABLE_OF:
        hint = nearest.asked(given["folder"], TABLE_OF, among="folders") or f"các loại: {', '.join(TABLE_OF)}"
        yield "không có loại trang này", given["folder"], hint
        return
    wrong = [(word, table) for word, table in _named(call, given) if word not in _known(catalog, table)]
    for word, table in wrong:
        yield "mã phải có trong dữ liệu", word, _nearest_code(catalog, table, word, nearest)
    if call.name == "figure" and not wrong:
        yield from _without_figure(catalog, **given)


def _named(call: Call, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each word of a call with the table that must hold it."""
    if call.name == "count":
        yield given["table"], ""
    elif call.name == "link":
        yield given["key"], TABLE_OF[given["folder"]]
    else:
        yield from ((word, _TABLES[name]) for name, word in given.items() if name in _TABLES)


def _known(catalog: Catalog, table: str) -> dict[str, object]:
    return dict(getattr(catalog, table) if table else catalog.tables)


def _nearest_code(catalog: Catalog, table: str, word: str, nearest: Near) -> str:
    if near := nearest.asked(word, _known(catalog, table), among=table):
        return near
    code = register_of(catalog, table).find(word).code if has_names(catalog, table) else ""
    return f"có phải là {code}?" if code else ""


def _without_figure(
    catalog: Catalog, unit_id: str, indicator_id: str, period: str = ""
) -> Iterator[tuple[str, str, str]]:
    rows = [row for row in catalog.observations_by_indicator.get(indicator_id, ()) if row.unit_id == unit_id]
    if not rows:
        yield "đơn vị phải có số liệu của chỉ tiêu này", f"{unit_id}, {indicator_id}", "chọn chỉ tiêu đơn vị có số liệu"
    elif period and all(row.period.text != period for row in rows):
        yield (
            "phải có số liệu của kỳ này",
            period,
            f"các kỳ có: {', '.join(dict.fromkeys(row.period.text for row in rows))}",
        )


CHECKS = (macros_name_what_exists,)
