"""What an indicator counts, and which words after a number say the same («85 %», «12 suất quà», «3 tỷ đồng»)."""

from collections.abc import Mapping
from dataclasses import dataclass

from hoctap.load.amounts import measure_words
from hoctap.model.catalog import Catalog
from hoctap.model.table import Table
from hoctap.vietnamese.writing import fold

_PERCENT, _DONG = "phan tram", "dong"
# Words that people put after a number of some measure, besides its own title and the words of the indicator's name.
_SAME = {
    "nguoi": (
        "em",
        "chau",
        "hoi vien",
        "hv",
        "hoc sinh",
        "sinh vien",
        "hoc vien",
        "can bo",
        "giao vien",
        "thay co",
        "dang vien",
    ),
    "luot": ("luot nguoi", "nguoi"),
    "luot-nguoi": ("luot", "luot hoc vien"),
    "gia-dinh": ("ho", "ho gia dinh", "gd"),
    "dong-ho": ("toc ho", "dong toc"),
    "suat": ("suat qua", "phan qua", "suat hoc bong", "hoc bong", "qua"),
    "to-chuc": ("hoi", "chi hoi", "ban", "to", "chi bo", "co so"),
    "don-vi": ("co quan", "xa", "phuong", "tap the"),
    "chiec": ("xe", "cai", "xe dap"),
    "bo": ("bo may", "may", "bo may tinh"),
    "lop": ("khoa", "khoa hoc", "lop hoc", "khoa dao tao", "lop dao tao"),
    "con": ("heo", "heo dat", "con heo"),
    "truong": ("truong hoc", "co so"),
    "cong-dong": ("thon", "to dan pho", "ban", "lang"),
}
# Money that is not dong: the first word after, or the sign before, a number.
FOREIGN_MONEY = ("usd", "us", "do", "eur", "euro", "kip", "yen", "won", "bang", "$", "us$", "€", "£", "¥")


@dataclass(frozen=True, slots=True)
class Measure:
    """What an indicator counts: its type of value (empty: not known), the code and title of its measure, its name."""

    value_type: str = ""
    code: str = ""
    title: str = ""
    name: str = ""


ANY = Measure()


def measure_of(catalog: Catalog, indicator_id: str) -> Measure:
    """Return what an indicator counts; ANY for one that is not known."""
    indicator = catalog.indicators.get(indicator_id)
    if indicator is None:
        return ANY
    title = catalog.code_title("unit_measure", indicator.unit_measure)
    return Measure(indicator.value_type, indicator.unit_measure, title, indicator.name_vi)


_COLUMNS = ("indicator_id", "value_type", "unit_measure", "name_vi")


def measures_in(tables: Mapping[str, Table]) -> dict[str, Measure]:
    """Return what each indicator counts, from tables that are not a catalog yet; nothing where they lack it."""
    indicators, codes = tables.get("indicators"), tables.get("codes")
    if indicators is None or not set(_COLUMNS) <= set(indicators.resource.header):
        return {}
    rows = codes.keys(("list", "code", "title_vi")) if codes else ()
    titles = {code: title for _, (name, code, title) in rows if name == "unit_measure"}
    return {
        key: Measure(kind, code, titles.get(code, code), name)
        for _, (key, kind, code, name) in indicators.keys(_COLUMNS)
    }


def names_measure(words: str, measure: Measure) -> bool:
    """Return whether words after a number, without tone marks, name this measure: `dong` of money, `%` of a share."""
    if words == _PERCENT:
        return measure.code == "phan-tram"
    if words in (_DONG, f"{_DONG} viet nam"):
        return measure.code == "dong"
    if words.startswith(f"{_DONG}/"):
        return measure.code == "dong" and measure.value_type == "ratio"
    own = {measure_words(measure.title), measure.code.replace("-", " "), *_SAME.get(measure.code, ())}
    name = fold(measure.name)
    # «suất quà khuyến học» is more of the same; «người nghèo» or «người (tăng 5%)» says something else.
    longer = (words.removeprefix(each).split() for each in own if each and words.startswith(f"{each} "))
    return words in own or _stands_in(words, name) or any(all(_stands_in(w, name) for w in more) for more in longer)


def _stands_in(words: str, name: str) -> bool:
    return f" {words} " in f" {' '.join(name.replace(',', ' ').split())} "
