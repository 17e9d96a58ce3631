"""The words of a report's files, one list for the page that makes them and for who reads them when they come back."""

from collections.abc import Mapping

from hoctap.model.carrier import CARRIER
from hoctap.model.catalog import Catalog

# What is sent of a report: the columns of its figures and of the report as their source.
_SENT = ("unit_id", "indicator_id", "period", "value", "source_id", "locator")
_SENT_OF_SOURCE = ("title", "publisher", "published_on", "kind", "terms")
# What a report is of, by who makes it: an association or a committee, an office.
SUBJECT = "Kết quả công tác khuyến học, khuyến tài, xây dựng xã hội học tập"
SUBJECT_OF_OFFICES = "Kết quả học tập suốt đời, xây dựng đơn vị học tập"
# The columns of its table. `now` is what it reports; the others number, compare or group.
HEAD: Mapping[str, str] = {
    "number": "TT",
    "name": "Nội dung",
    "measure": "Đơn vị tính",
    "now": "Kỳ này",
    "before": "Cùng kỳ năm trước",
    "change": "Tăng, giảm",
    "section": "Mục",
}
# What the first of the unseen lines that a file carries begins with, and how these lines are to be read.
MARK, VERSION = "hoctap-bao-cao", "1"


def words_of_page(catalog: Catalog) -> dict[str, Mapping[str, str]]:
    """Return all words that the page takes for its files: those above, titles of columns, titles of its codes."""
    sources, figures = (catalog.resource(name) for name in ("sources", "observations"))
    titles = {name: figures.field_named(name).title for name in _SENT}
    titles |= {name: sources.field_named(name).title for name in _SENT_OF_SOURCE}
    titles["own_id"] = sources.field_named("source_id").title
    codes = (("source_kind", "chinh-chu"), ("source_terms", "official"))
    return {
        "titles": titles,
        "codes": {code: catalog.code_title(listed, code) for listed, code in codes},
        "head": HEAD,
        "subjects": {"body": SUBJECT, "office": SUBJECT_OF_OFFICES},
        "carried": {"name": CARRIER, "mark": MARK, "version": VERSION},
    }
