"""How to cite a page of the data: short, full, BibTeX. Same words for every kind of page."""

from dataclasses import dataclass
from datetime import date

from hoctap.vietnamese.writing import day


@dataclass(frozen=True, slots=True)
class Citation:
    """Three ways to cite one page."""

    short: str
    full: str
    bibtex: str


def citation(title: str, address: str, key: str, version: str, today: date) -> Citation:
    """Return the citations of a page, read on `today` in data version `version`; `address` is absolute, or empty."""
    where = f"{address}, " if address else ""
    full = f"Sổ Học Tập, «{title}», dữ liệu phiên bản {version}, giấy phép CC BY 4.0, {where}xem ngày {day(today)}."
    bibtex = "\n".join(
        [
            f"@misc{{hoctap-{key},",
            "  author = {{Sổ Học Tập}},",
            f"  title = {{{{{title}}}}},",
            f"  year = {{{today.year}}},",
            f"  note = {{Phiên bản {version}, CC BY 4.0}},",
            *([f"  howpublished = {{\\url{{{address}}}}},"] if address else []),
            f"  urldate = {{{today.isoformat()}}}",
            "}",
        ]
    )
    return Citation(f"Sổ Học Tập ({today.year}), «{title}»", full, bibtex)
