"""Files of Vietnamese offices in old encodings are told by their words, though a few of these are of other tongues."""

import unicodedata
from collections.abc import Callable

import pytest

from hoctap.vietnamese.encodings import decoded, decoder_of, from_tcvn3, from_vni, recognised

TONES = "\u0300\u0301\u0303\u0309\u0323"
# Lines of tables: names of the highlands, peoples, abbreviations with Đ, letters alone, a foreign name in ten others.
LINES = {
    "one province of many": "Tỉnh;Gia đình học tập\nKon Tum;107.014\nĐắk Lắk;175.902\nĐắk Nông;392.596",
    "districts": "TT;Huyện;Hội viên\n1;Đắk R'lấp;1.204\n2;Krông Búk;2.310\n3;M'Đrắk;988\n4;Chư Păh;4.512\n5;Đạ Tẻh;7",
    "peoples": "Dân tộc;Số người biết chữ\nXtiêng;120\nBrâu;64\nHrê;1.503\nRơ Măm;75",
    "measures": "Đơn vị tính: tr.đ\nĐơn vị;Tổng thu;Mức đ/suất\nHội Khuyến học phường Nhị Châu;24.018,7;500.000",
    "offices": "SỞ GDĐT;LĐTBXH;TTHTCĐ;CĐHT\nKết quả công tác khuyến học của các cơ quan năm 2023;1;2;3",
    "sponsors": "Nhà tài trợ;Số tiền\nCông ty Nestlé;20 triệu đồng\nNgân hàng Chính sách xã hội tỉnh Hải Dương;5",
}


def _typed(text: str, from_old: Callable[[str], str]) -> bytes:
    """Return a text as the font of which `from_old` is the reading writes it; capitals it lacks as small letters."""
    letters = [chr(code) for code in range(0xA1, 0x100)]
    table = {from_old(first + second): first + second for first in "aeouyôöAEOUYÔÖ" for second in letters}
    table |= {letter: old for old in letters if (letter := from_old(old)) != old}
    composed = unicodedata.normalize("NFC", text)
    return "".join(table.get(char) or table.get(char.lower()) or char for char in composed).encode("latin-1")


def _windows(text: str) -> bytes:
    """Return a text in Windows-1258, which has letters with their hats and the tones apart."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in apart if part not in TONES))
        out += (letter + "".join(part for part in apart if part in TONES)).encode("cp1258")
    return bytes(out)


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "Windows-1258": _windows,
    "TCVN3": lambda text: _typed(text, from_tcvn3),
    "VNI": lambda text: _typed(text, from_vni),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_file_is_read_in_the_encoding_that_its_words_speak_for(encoding: str, text: str) -> None:
    found = decoded(ENCODINGS[encoding](text))
    assert found is not None
    assert (found[0], found[1].lower()) == (encoding, text.lower())


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_cells_of_a_workbook_typed_in_an_old_font_are_turned_back(encoding: str, text: str) -> None:
    cells = [cell for line in text.split("\n") for cell in line.split(";")]
    typed = [ENCODINGS[encoding](cell).decode("latin-1") for cell in cells]
    decode = decoder_of(typed)
    assert [decode(cell).lower() for cell in typed] == [cell.lower() for cell in cells]
    assert decoder_of(cells) is str


@pytest.mark.parametrize("name", ["Đắk Lắk", "Đắk Nông", "Đạ Tẻh"])
@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_a_name_of_the_highlands_in_one_cell_is_told_too(encoding: str, name: str) -> None:
    found = recognised(ENCODINGS[encoding](name).decode("latin-1"))
    assert found is not None
    assert found[1] == name
    assert recognised(name) is None


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\x00\x12",
        "Grüße aus Köln, naïve Café".encode("latin-1"),
        "Công dân h?c t?p, t? h?c su?t đ?i cho ngư?i l?n".encode("cp1258"),  # its letters were lost
        "Số người, số trường, phường xã không có".encode("latin-1", "replace"),  # two at a time: «tr??ng»
    ],
)
def test_what_is_in_none_of_these_encodings_is_not_guessed(data: bytes) -> None:
    assert decoded(data) is None
