"""Which provinces the title and the publisher of a source name, of which others may be the source of figures."""

from types import SimpleNamespace

import pytest

from hoctap.check.rules.places import _provinces_named
from hoctap.model.codes import PROVINCE

AREAS = {
    key: SimpleNamespace(level=PROVINCE, name_vi=name, area_id=key)
    for key, name in {"hcm": "Hồ Chí Minh", "ct": "Cần Thơ", "tb": "Thái Bình", "db": "Điện Biên"}.items()
}


@pytest.mark.parametrize(
    ("title", "publisher", "named"),
    [
        ("TP. Hồ Chí Minh khuyến học", "Báo Nhân Dân", {"hcm"}),
        ("TP.Hồ Chí Minh khuyến học", "Báo Nhân Dân", {"hcm"}),
        ("Hội Khuyến học Hồ Chí Minh tổng kết", "Báo Nhân Dân", {"hcm"}),
        ("Learning in Ho Chi Minh City", "Báo Nhân Dân", {"hcm"}),
        ("Hồ Chí Minh với sự học", "Báo Nhân Dân", set()),
        ("Học theo gương Hồ Chí Minh", "Báo Nhân Dân", set()),
        ("Thái Bình tổng kết", "Báo Nhân Dân", {"tb"}),
        ("Thái Bình Dương và học tập", "Báo Nhân Dân", set()),
        ("Điện Biên Phủ, 70 năm sau", "Báo Nhân Dân", set()),
        ("Thành phố Điện Biên Phủ học tập suốt đời", "Báo Nhân Dân", {"db"}),
        ("Khuyến học", "Báo Cần Thơ", {"ct"}),
        ("Khuyến học", "Đại học Cần Thơ", set()),
        ("Khuyến học", "Trường Đại học Cần Thơ", set()),
    ],
)
def test_a_source_names_provinces_and_no_persons_or_seas(title: str, publisher: str, named: set[str]) -> None:
    source = SimpleNamespace(source_id="s", title=title, publisher=publisher, kind="bao-chi")
    assert _provinces_named(SimpleNamespace(areas=AREAS, sources={"s": source})).get("s", set()) == named
