"""The picture that a shared address shows: the headline figure with all that is to know of it, the same every time."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hoctap.model.catalog import Catalog
from hoctap.render import picture
from hoctap.render.picture import SIZE, NoRoomError, png
from hoctap.site.pictures import NAME, Pictures
from hoctap.views.english import english_figure
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.shared_picture import SharedPicture, english_picture, headline_of, shared_picture
from hoctap.views.standing import Standings
from miniature import EXPECTED, REAL, with_former_borders
from small_catalog import catalog_of, observation

TODAY, ADDRESS = date(2026, 11, 22), "https://so.example/"
FONTS = REAL / "docs" / "assets" / "fonts"
UNIT, PLACE, FORMER = "hoi-khuyen-hoc-tinh-dong-lau", "dong-lau", "suoi-bac"
HEAD = (
    '<head><meta property="og:image" content="https://so.example/assets/img/social/{kind}.png">'
    '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"></head>'
)
WORDS = SharedPicture("Hội Khuyến học tỉnh Đông Lâu", "Hội viên", "hơn 27.000.000 người", "Năm 2024, hội có … (nguồn).")


def _words(catalog: Catalog, kind_name: str, key: str) -> SharedPicture | None:
    kind = BY_NAME[kind_name]
    return shared_picture(catalog, kind.view(catalog, key, TODAY), Standings(catalog, TODAY).of(kind.folder, key))


def test_every_page_with_a_number_has_a_picture_that_says_what_its_sentence_says(catalog: Catalog) -> None:
    drawn = 0
    for name in ("unit", "area", "indicator"):
        for key in BY_NAME[name].keys(catalog):
            words = _words(catalog, name, key)
            if words is None:
                continue
            drawn += 1
            assert "nguồn: " in words.sentence, key
            number = next(word for word in words.value.split() if word[0].isdigit())
            assert number in words.sentence, key
            assert words.title
            assert words.name
    assert drawn > 10


@pytest.mark.parametrize("name", ["document", "campaign", "title"])
def test_guidance_says_what_it_is_and_from_when_it_holds(catalog: Catalog, name: str) -> None:
    for key in BY_NAME[name].keys(catalog):
        words = _words(catalog, name, key)
        assert words is not None
        assert all((words.title, words.name, words.value, words.sentence))
        document = catalog.documents.get(key)
        if document and document.confidence != "high":
            assert "chưa đối chiếu bản gốc" in words.sentence
        png(words, f"{ADDRESS}van-ban/{key}/", FONTS)


@pytest.mark.parametrize("name", ["source", "assessment"])
def test_sources_and_forms_say_how_much_is_in_them_and_what_to_beware_of(catalog: Catalog, name: str) -> None:
    for key in BY_NAME[name].keys(catalog):
        words, view = _words(catalog, name, key), BY_NAME[name].view(catalog, key, TODAY)
        assert words is not None
        assert all((words.title, words.name, words.value, words.sentence))
        caveat = view.source.caveat.rstrip(".") if name == "source" else view.criteria.unchecked
        assert caveat in words.sentence
        if name == "source" and view.figures:
            assert words.value == f"{len(view.figures)} số liệu"
        png(words, f"{ADDRESS}nguon/{key}/", FONTS)


def test_a_twin_says_what_the_picture_of_its_page_says(catalog: Catalog) -> None:
    both = 0
    for kind in BY_NAME.values():
        for key in kind.keys(catalog) if kind.english else ():
            view, standing = kind.view(catalog, key, TODAY), Standings(catalog, TODAY).of(kind.folder, key)
            assert kind.english
            words = english_picture(catalog, view, standing, kind.english(catalog, key, view))
            # The title of a source is not translated: its twin has the picture of the Vietnamese page.
            assert (words is None) == (kind.name == "source" or shared_picture(catalog, view, standing) is None), key
            figure = headline_of(view, standing)
            if words and figure:
                both += 1
                one = english_figure(catalog, figure)
                assert words.value == one.value_with_qualifier
                assert one.brief in words.sentence
                assert one.source.text in words.sentence
    assert both > 10


def test_a_page_of_which_nothing_is_known_has_none() -> None:
    for rows in ([], [observation(value=None)]):
        assert _words(catalog_of(rows), "indicator", "members") is None


def test_a_place_names_the_former_one_whose_figure_it_shows(catalog: Catalog) -> None:
    catalog = with_former_borders(catalog)
    words_by_area = {key: _words(catalog, "area", key) for key in catalog.areas}
    views = {key: BY_NAME["area"].view(catalog, key, TODAY) for key in catalog.areas}
    former = [key for key, view in views.items() if words_by_area[key] and not (view.own and view.own.figures)]
    assert former
    for key in former:
        words = words_by_area[key]
        assert words is not None
        assert ": " in words.name, key


# Each drawn once and looked at: letters of both halves of the font, sizes that give way, a name that loses its end.
DRAWN = {
    "plain": WORDS,
    "long": SharedPicture(
        "Trung tâm học tập cộng đồng xã Quang Thuận, huyện Bạch Thông, tỉnh Bắc Kạn (trước 01/7/2025)",
        f"Số tiền vận động được cho quỹ khuyến học, {'từ các doanh nghiệp và nhà hảo tâm, ' * 4}theo báo cáo",
        "hơn 5,4 tỷ đồng (5.435.618.123 đồng)",
        "Tính đến ngày 01/7/2025 (suy ra từ bài), trung tâm vận động được hơn 5,4 tỷ đồng (5.435.618.123 đồng) cho quỹ "
        "khuyến học (phạm vi: khối doanh nghiệp; ranh giới trước 01/7/2025; số sơ bộ) (nguồn: Báo Bắc Kạn, «Khuyến học "
        "ở Quang Thuận», ngày 02/7/2025, đoạn 4).",
    ),
    "one word": SharedPicture("Đông Lâu", "Ô", "62%", "Ở."),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_drawn_as_before(name: str, accept: bool) -> None:
    drawn = png(DRAWN[name], f"{ADDRESS}don-vi/{name.replace(' ', '-')}/", FONTS)
    path = EXPECTED / "pictures" / f"{name.replace(' ', '-')}.png"
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(drawn)
    image, expected = (Image.open(data).convert("RGB") for data in (BytesIO(drawn), path))
    assert image.tobytes() == expected.tobytes(), f"{path}; `make accept` takes it"


def test_the_same_words_give_the_same_bytes_and_a_small_picture() -> None:
    one, two = (png(WORDS, f"{ADDRESS}don-vi/a/", FONTS) for _ in range(2))
    assert one == two
    assert len(one) < 30_000
    image = Image.open(BytesIO(one))
    assert (image.size, image.format) == (SIZE, "PNG")


@pytest.mark.parametrize("size", [10, 90, 4000])
def test_names_that_are_too_long_lose_their_end_and_nothing_is_written_over_the_edge(size: int) -> None:
    long = "Chương trình học tập suốt đời " * (size // 30 + 1)
    words = replace(WORDS, title=long, name=f"{'a' * size} {long}", sentence=long[:500])
    image = Image.open(BytesIO(png(words, f"{ADDRESS}don-vi/{'a' * 90}/", FONTS))).convert("RGB")
    paper = image.getpixel((2, SIZE[1] - 2))
    edges = [image.getpixel((x, y)) for y in range(60, SIZE[1]) for x in (1, 20, SIZE[0] - 20, SIZE[0] - 2)]
    edges += [image.getpixel((x, SIZE[1] - 2)) for x in range(SIZE[0])]
    assert set(edges) == {paper}


@pytest.mark.parametrize("part", ["value", "sentence"])
def test_what_says_a_figure_is_never_cut(part: str) -> None:
    words = replace(WORDS, **{part: "một trăm hai mươi ba nghìn bốn trăm " * 60})
    with pytest.raises(NoRoomError):
        png(words, ADDRESS, FONTS)


def test_a_page_names_its_own_picture_and_what_it_says(catalog: Catalog, tmp_path: Path) -> None:
    kind = BY_NAME["unit"]
    html = HEAD.format(kind=kind.name)
    view = kind.view(catalog, UNIT, TODAY)
    pictures = Pictures(tmp_path, catalog, ADDRESS, FONTS)
    page, files = pictures.on_page(html, kind, f"don-vi/{UNIT}/", shared_picture(catalog, view, None))
    assert files == [f"don-vi/{UNIT}/{NAME}"]
    assert f'content="{ADDRESS}don-vi/{UNIT}/{NAME}"' in page
    assert 'og:image:alt" content="Năm 2024' in page
    assert '"1200"' not in page
    assert (tmp_path / "don-vi" / UNIT / NAME).read_bytes().startswith(b"\x89PNG")


def test_a_site_without_an_address_draws_nothing(catalog: Catalog, tmp_path: Path) -> None:
    kind = BY_NAME["unit"]
    html, view = HEAD.format(kind=kind.name), kind.view(catalog, UNIT, TODAY)
    pictures = Pictures(tmp_path, catalog, "", FONTS)
    assert pictures.on_page(html, kind, f"don-vi/{UNIT}/", shared_picture(catalog, view, None)) == (html, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("letters", range(60, 200, 7))
def test_a_name_that_is_cut_twice_says_once_that_something_is_left_out(letters: int) -> None:
    text = ("Chương trình học tập suốt đời của cả nước " * 9)[:letters]
    size, lines = picture._shortened(FONTS, 400, text, (20, 17), 300, 24)
    words = " ".join(lines)
    assert (size, words.count("…")) == (17, 1)
    assert words.endswith(" …")
    assert text.startswith(words.removesuffix(" …"))
