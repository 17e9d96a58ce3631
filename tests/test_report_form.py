"""The form of a report: which papers it is made of, what it asks in which section, and what is text."""

from datetime import date

import pytest

from hoctap.model.record import ReportField, Unit
from hoctap.views import report
from small_catalog import catalog_of, indicator, make, observation

TODAY = date(2026, 11, 26)


def _field(paper: str, section: str, indicator_id: str = "", **given: str) -> ReportField:
    return make(
        ReportField, paper=paper, section=section, order=1, field_vi="Trường", indicator_id=indicator_id, **given
    )


def test_a_report_asks_the_fields_of_its_papers_but_for_their_heads_and_those_of_dossiers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The columns of files are those of the descriptors, which this register has not.
    monkeypatch.setattr(report, "words_of_page", lambda _: {})
    fields = [
        _field("báo cáo năm", "Phần đầu", "members"),
        _field("báo cáo năm", "Phần đầu", measured_vi="chữ"),
        _field("báo cáo năm", "Quỹ khuyến học", "fund-raised-vnd"),
        _field("báo cáo 6 tháng", "Phương hướng", measured_vi="chữ"),
        _field("báo cáo năm", "Đề nghị", measured_vi="chữ", note="báo cáo năm"),
        _field("báo cáo năm", "Đề nghị", measured_vi="số"),
        _field("hồ sơ Cộng đồng học tập: phiếu", "Phiếu", "members"),
        _field("hồ sơ Cộng đồng học tập: phiếu", "Phiếu", measured_vi="chữ"),
        _field("hồ sơ Đơn vị học tập: bản tổng hợp", "Bản", "staff-total"),
        _field("hồ sơ Đơn vị học tập: bản tổng hợp", "Bản", "fund-raised-vnd"),
    ]
    form = report.report_form(catalog_of([], fields), TODAY)
    assert [(name, [field.key for field in rows]) for name, rows in form.sections] == [
        ("Quỹ khuyến học", ["fund-raised-vnd"]),
        ("Đơn vị, cơ quan", ["staff-total"]),
    ]
    assert [(key, is_yearly) for key, _, is_yearly in form.texts] == [("phuong-huong-1", False), ("de-nghi-1", True)]


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("quy", {"balance": "{unit} có {value}"}),
        ("hoi-khuyen-hoc", {}),
        ("doi-ngu", {"staff": "{unit} có {value} người"}),
    ],
)
def test_what_is_typed_of_a_unit_is_said_as_the_register_says_it(kind: str, wanted: dict[str, str]) -> None:
    unit = make(Unit, unit_id="u", name_vi="Bên A", unit_kind=kind, level="tinh")
    indicators = [
        indicator("balance", phrase_vi="quỹ khuyến học của {unit} có {value}", value_type="amount"),
        indicator("staff", phrase_vi="{unit} có {value} cán bộ", value_type="count"),
        indicator("unframed", phrase_vi="", value_type="count"),
    ]
    fields = [_field("báo cáo năm", "Quỹ khuyến học", one.indicator_id) for one in indicators]
    catalog = catalog_of([observation("u", "balance")], [unit], indicators, fields)
    assert report.answers_of(catalog, "u", TODAY)["frames"] == wanted
