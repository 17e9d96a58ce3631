"""A day worth a place in a calendar says what happens, of whom, how much is asked, and how exactly it is known."""

from dataclasses import replace
from datetime import date

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.record import LocalTarget, Unit
from hoctap.views.area_page import area_page
from hoctap.views.milestones import milestones

TODAY = date(2026, 11, 25)
STEP = "dong-lau-thi-dua-2024-2030"


@pytest.mark.parametrize(
    ("key", "name", "description"),
    [
        (
            "local_targets|so-giao-duc-tinh-dong-lau|trained-total|2026|cán bộ quản lý|dong-lau-2025-03-01|due",
            ": đến hạn chỉ tiêu",
            "Nguồn ghi: năm 2026; từ 100 lượt người trở lên.",
        ),
        (
            f"targets|{STEP}-4|due",
            ": đến hạn chỉ tiêu",
            "Nguồn ghi: năm 2030; theo kế hoạch 1 bộ. Chưa đối chiếu bản gốc.",
        ),
        (
            "targets|qd-777-2021-1|due",
            ": đến hạn chỉ tiêu",
            "Nguồn ghi: năm 2030; chưa đọc được mức của chỉ tiêu. Chưa đối chiếu bản gốc.",
        ),
        (f"phases|{STEP}|1|start", ": bắt đầu", "Nguồn ghi: năm 2024."),
        (f"phases|{STEP}|2|end", ": kết thúc", "Nguồn ghi: năm 2030. Chưa đối chiếu bản gốc."),
        (f"phases|{STEP}|2|review_due", ": hạn đánh giá", "Nguồn ghi: năm 2030. Chưa đối chiếu bản gốc."),
    ],
)
def test_a_day_says_what_happens(catalog: Catalog, key: str, name: str, description: str) -> None:
    found = {one.key: one for one in milestones(catalog)}
    assert found[key].name.endswith(name)
    assert found[key].description == description


@pytest.mark.parametrize(
    ("unit", "note", "caution"),
    [
        ("so-giao-duc-tinh-dong-lau", "mức của dự thảo", " Lưu ý: mức của dự thảo."),
        ("so-giao-duc-tinh-suoi-bac", "", " Lưu ý: ranh giới trước 01/7/2025."),
        ("so-giao-duc-tinh-suoi-bac", "mức của dự thảo", " Lưu ý: mức của dự thảo; ranh giới trước 01/7/2025."),
    ],
)
def test_what_is_to_know_of_a_target_stands_with_its_day(catalog: Catalog, unit: str, note: str, caution: str) -> None:
    (target,) = catalog.all_of(LocalTarget)
    changed = catalog.with_rows(LocalTarget, (replace(target, unit_id=unit, note=note),))
    (found,) = (one for one in milestones(changed) if one.key.startswith("local_targets"))
    assert found.description == f"Nguồn ghi: năm 2026; từ 100 lượt người trở lên.{caution}"
    # The name is one phrase: the indicator is small behind its unit, its scope stands with it.
    assert ", lượt người được bồi dưỡng (cán bộ quản lý), Đông Lâu thi đua" in found.name


def test_the_association_of_a_place_answers_on_its_page(catalog: Catalog) -> None:
    page = area_page(catalog, "dong-lau", TODAY)
    (body,) = page.associations
    assert body.unit.text == "Hội Khuyến học tỉnh Đông Lâu"
    assert body.headline == body.figures[0]
    assert len(body.figures) <= min(4, body.count)
    assert body in page.units


def test_it_does_so_though_it_belongs_to_the_association_of_the_country_and_its_branches_do_not(
    catalog: Catalog,
) -> None:
    own = "hoi-khuyen-hoc-tinh-dong-lau"
    elsewhere = next(unit.unit_id for unit in catalog.all_of(Unit) if unit.area_id not in ("", "dong-lau"))
    for parent, wanted in ((elsewhere, True), (own, False)):
        changed = [
            replace(unit, parent_unit_id=parent, area_id="dong-lau") if unit.unit_id == own else unit
            for unit in catalog.all_of(Unit)
        ]
        page = area_page(replace(catalog, records={**catalog.records, "units": tuple(changed)}), "dong-lau", TODAY)
        assert [body.unit.href for body in page.associations if own in body.unit.href] == [f"don-vi/{own}/"] * wanted


def test_a_branch_in_an_office_does_not_answer_beside_the_association_that_has_an_upper_one(catalog: Catalog) -> None:
    own = "hoi-khuyen-hoc-tinh-dong-lau"
    elsewhere = next(unit.unit_id for unit in catalog.all_of(Unit) if unit.area_id not in ("", "dong-lau"))
    first = next(unit for unit in catalog.all_of(Unit) if unit.unit_id == own)
    others = tuple(unit for unit in catalog.all_of(Unit) if unit.unit_id != own)
    branch = replace(first, unit_id="so-giao-duc-tinh-dong-lau", area_id="dong-lau", parent_unit_id="")
    units = (replace(first, area_id="dong-lau", parent_unit_id=elsewhere), branch, *others)
    page = area_page(replace(catalog, records={**catalog.records, "units": units}), "dong-lau", TODAY)
    assert [body.unit.href for body in page.associations] == [f"don-vi/{own}/"]
