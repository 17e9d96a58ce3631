"""What is wrong with words for a time that are no period, and the text to write instead. Guesses nothing.

Words come folded, without tone marks: «9t/2024», «nam hoc 2024», «12/31/2024», «giai doan 2025-2021», «30/6».
"""

import re
from collections.abc import Callable
from datetime import date

from hoctap.load.period_forms import Read

EXAMPLES = "2024, tháng 6/2024, quý I/2024, 6 tháng đầu năm 2024, năm học 2023-2024, 31/12/2024, giai đoạn 2021-2025"
_Y = r"(?P<y>(?:19|20)\d\d)"
# Times that lack their year, with how they are written with one.
_WITHOUT_YEAR = {
    "cuoi nam": "cuối năm 2024", "dau nam": "6 tháng đầu năm 2024", "ca nam": "năm 2024", "nam nay": "năm 2024",
    "nam ngoai": "năm 2024", "nam truoc": "năm 2024", "hien nay": "31/12/2024", "den nay": "đến 31/12/2024",
    "6 thang": "6 tháng đầu năm 2024", "6 thang dau nam": "6 tháng đầu năm 2024", "nam hoc": "năm học 2023-2024",
}  # fmt: skip


def unread(words: str) -> Read:
    """Return what is wrong with words that no form of a period fits."""
    if text := _WITHOUT_YEAR.get(words):
        return Read(must="phải ghi rõ năm", cure=f"ghi như «{text}»")
    for pattern, read in _KNOWN:
        if found := pattern.fullmatch(words):
            return read(found)
    return Read(must="phải là một thời kỳ", cure=f"ghi như {EXAMPLES}")


def impossible(words: str) -> Read:
    """Return what is wrong with words in the form of a period that there cannot be."""
    for pattern, read in _IMPOSSIBLE:
        if (found := pattern.search(words)) and (better := read(found)):
            return better
    return Read(must="phải là thời kỳ có thật", cure="xem lại ngày, tháng")


def _write(must: str, *texts: str) -> Read:
    return Read(must=must, cure="ghi " + ", hoặc ".join(f"«{text}»" for text in texts), instead=texts)


def _two_digit_year(found: "re.Match[str]") -> Read:
    text = f"{found[1]}/{found[2]}/20{found[3]}"
    return Read(must="phải có năm bốn chữ số", cure=f"ghi đủ bốn chữ số của năm: {text}", instead=(text,))


def _no_year(found: "re.Match[str]") -> Read:
    cure = f"ghi đủ như 31/12/2024, hoặc tháng/năm như {min(int(found[1]), 12)}/2024"
    return Read(must="phải rõ năm", cure=cure)


def _term_of_school(_found: "re.Match[str]") -> Read:
    cure = "ghi các tháng của học kỳ, như «tháng 9/2023 đến tháng 1/2024»; cả năm học thì «năm học 2023-2024»"
    return Read(must="phải rõ học kỳ gồm những tháng nào", cure=cure)


def _quarter(found: "re.Match[str]") -> Read:
    return Read(must="phải ghi rõ năm", cure=f"ghi như «quý {found[1].upper()}/2024»")


def _no_quarter(_found: "re.Match[str]") -> Read:
    return Read(must="quý phải từ I đến IV", cure="xem lại quý; tháng thì ghi như «tháng 5/2024»")


def _months_or_month(found: "re.Match[str]") -> Read:
    number, year = int(found["n"]), found["y"]
    return _write("phải rõ là mấy tháng hay một tháng", f"{number} tháng đầu năm {year}", f"tháng {number}/{year}")


def _school_year(found: "re.Match[str]") -> Read:
    year = int(found["y"])
    return _write("năm học phải có hai năm", f"năm học {year - 1}-{year}", f"năm học {year}-{year + 1}")


def _letter_for_zero(found: "re.Match[str]") -> Read:
    return _write("có chữ «O» ở chỗ chữ số 0", found[0].replace("o", "0"))


def _years(found: "re.Match[str]") -> Read:
    first, last = sorted((found["y"], found["z"]))
    return _write("phải rõ là giai đoạn từ năm nào đến năm nào", f"giai đoạn {first}-{last}")


def _from_month_to_month(found: "re.Match[str]") -> Read:
    first, last = sorted((int(found[y]), int(found[m])) for m, y in (("m", "y"), ("n", "z")))
    words = f"tháng {first[1]}/{first[0]} đến tháng {last[1]}/{last[0]}"
    return _write("tháng đầu phải trước tháng cuối", words)


def _with_brackets(_found: "re.Match[str]") -> Read:
    return Read(
        must="phần trong ngoặc không thuộc thời kỳ",
        cure="bỏ phần trong ngoặc; điều ấy nói về con số thì ghi ở giá trị («ước 120») hoặc ghi chú",
    )


def _months_without_year(found: "re.Match[str]") -> Read:
    year, first, last = found["y"], int(found["m"]), int(found["d"])
    return _write(
        "phải rõ là mấy tháng hay một ngày",
        f"tháng {first}/{year} đến tháng {last}/{year}",
        f"{last}/{first}/{year}",
    )


def _swapped(found: "re.Match[str]") -> Read | None:
    day, month, year = int(found["m"]), int(found["d"]), int(found["y"])
    try:
        date(year, month, day)
    except ValueError:
        return None
    return _write("ngày phải đứng trước tháng", f"{day}/{month}/{year}")


def _short_school_year(found: "re.Match[str]") -> Read | None:
    year, last = int(found["y"]), int(found["z"])
    return _write("phải là thời kỳ có thật", f"năm học {year}-{year + 1}") if last == (year + 1) % 100 else None


def _backwards(found: "re.Match[str]") -> Read | None:
    first, last = sorted((found["y"], found["z"]))
    return _write("năm đầu phải trước năm cuối", f"giai đoạn {first}-{last}") if first < last else None


_KNOWN: tuple[tuple[re.Pattern[str], Callable[["re.Match[str]"], Read]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", _two_digit_year),
        (r"(?:thang )?(\d{1,2})[/.-](\d{1,2})", _no_year),
        (r"(?:hoc ky|hk).*", _term_of_school),
        (r"quy (iv|i{1,3}|[1-4])", _quarter),
        (rf"quy \w+(?:[/.-]| nam | ){_Y}", _no_quarter),
        (rf"(?P<n>[1-9]|1[0-2]) ?t[/ -]?{_Y}", _months_or_month),
        (rf"(?:nam hoc|nh) {_Y}", _school_year),
        (r"(?=.*\d)(?=.*o)[\do/.-]+", _letter_for_zero),
        (rf"{_Y}-(?P<m>0[1-9]|1[0-2])/(?P<d>0[1-9]|1[0-2])", _months_without_year),
        (rf"(?:khoa |\d nam )?{_Y}(?:-| den | toi )(?:nam )?(?P<z>(?:19|20)\d\d)", _years),
        (r"(.+?) ?\(([^()]*)\)", _with_brackets),
    )
)
_IMPOSSIBLE: tuple[tuple[re.Pattern[str], Callable[["re.Match[str]"], Read | None]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"^(?:ngay )?(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_Y}$", _swapped),
        (rf"^{_Y}[-/](?P<z>\d\d)$", _short_school_year),
        (rf"(?<!\d){_Y}(?:[-/]| den nam | den )(?P<z>(?:19|20)\d\d)$", _backwards),
        (
            rf"^(?:tu )?(?P<m>0?[1-9]|1[0-2])/{_Y}(?:-| den | toi )(?P<n>0?[1-9]|1[0-2])/(?P<z>(?:19|20)\d\d)$",
            _from_month_to_month,
        ),
    )
)
