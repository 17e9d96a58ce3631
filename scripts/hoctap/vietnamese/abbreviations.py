"""The abbreviations of offices and of the movement, with what each stands for, as people write them in headers."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

# Terms of the data with an abbreviation are added to these.
_ABBREVIATIONS = {
    pair.strip().partition(" = ")[0]: pair.strip().partition(" = ")[2]
    for pair in """
CN = công nhận; Đ/ký = đăng ký; Đ.ký = đăng ký; đ/ký = đăng ký; LĐTB&XH = lao động thương binh và xã hội; LĐ-TB&XH =
lao động thương binh và xã hội; LĐTBXH = lao động thương binh và xã hội; NN&PTNT = nông nghiệp và phát triển nông
thôn; NN-PTNT = nông nghiệp và phát triển nông thôn; NN và PTNT = nông nghiệp và phát triển nông thôn; PTNT = phát
triển nông thôn; NNPTNT = nông nghiệp và phát triển nông thôn; GD và ĐT = giáo dục và đào tạo; LĐ,TB&XH = lao động
thương binh và xã hội; LĐTB và XH = lao động thương binh và xã hội; VH-TT-DL = văn hóa thể thao và du lịch; VH, TT&DL
= văn hóa thể thao và du lịch; VHTT và DL = văn hóa thể thao và du lịch; KH và ĐT = kế hoạch và đầu tư; KHĐT = kế
hoạch và đầu tư; KH và CN = khoa học và công nghệ; KHCN = khoa học và công nghệ; TN và MT = tài nguyên và môi trường;
TNMT = tài nguyên và môi trường; VH,TT&DL = văn hóa thể thao và du lịch; VHTT&DL = văn hóa thể thao và du lịch;
VHTTDL = văn hóa thể thao và du lịch; VH-TT&DL = văn hóa thể thao và du lịch; GD&ĐT = giáo dục và đào tạo; GDĐT =
giáo dục và đào tạo; GD-ĐT = giáo dục và đào tạo; TN&MT = tài nguyên và môi trường; TT&TT = thông tin và truyền
thông; KH&CN = khoa học và công nghệ; KH&ĐT = kế hoạch và đầu tư; Sở TP = sở tư pháp; Sở CT = sở công thương; GTVT =
giao thông vận tải; QH&PTNT = quy hoạch và phát triển nông thôn; CB, GV, NV = cán bộ giáo viên nhân viên; CB,GV,NV =
cán bộ giáo viên nhân viên; CBGVNV = cán bộ giáo viên nhân viên; CBQL, GV, NV = cán bộ giáo viên nhân viên;
CBQL,GV,NV = cán bộ giáo viên nhân viên; CBQLGVNV = cán bộ giáo viên nhân viên; CBQL, GV và NV = cán bộ giáo viên
nhân viên; CBCCVC = cán bộ công chức viên chức; CBCC = cán bộ công chức; CCVC = công chức viên chức; CBVC = cán bộ
viên chức; CBGV = cán bộ giáo viên; CNVCLĐ = công nhân viên chức lao động; TTHTCĐ = trung tâm học tập cộng đồng; TT
HTCĐ = trung tâm học tập cộng đồng; HTCĐ = học tập cộng đồng; GĐHT = gia đình học tập; DHHT = dòng họ học tập; CĐHT =
cộng đồng học tập; ĐVHT = đơn vị học tập; CDHT = công dân học tập; GĐHH = gia đình hiếu học; DHHH = dòng họ hiếu học;
HVKH = hội viên khuyến học; HKH = hội khuyến học; CHKH = chi hội khuyến học; BKH = ban khuyến học; KH-KT = khuyến học
khuyến tài; KHKT = khuyến học khuyến tài; KH,KT = khuyến học khuyến tài; LLCT = lý luận chính trị; XMC = xóa mù chữ;
KBNN = kho bạc nhà nước; LĐLĐ = liên đoàn lao động; BĐBP = bộ đội biên phòng; UBND = ủy ban nhân dân; THPT = trung
học phổ thông; THCS = trung học cơ sở; DTTS = dân tộc thiểu số; ĐVT = đơn vị tính; HV = hội viên; GV = giáo viên; HS
= học sinh; SV = sinh viên; HSSV = học sinh sinh viên; CB = cán bộ; HB = học bổng; DS = dân số; GĐ = gia đình; TDP =
tổ dân phố; TP = thành phố; Tp = thành phố; TX = thị xã; Tx = thị xã; ThS = thạc sĩ; TS = tiến sĩ; ĐH = đại học; CĐ =
cao đẳng; SL = số lượng; TL = tỷ lệ; BQ = bình quân; TW = trung ương; GDHT = gia đình học tập; DVHT = đơn vị học tập;
TTHTCD = trung tâm học tập cộng đồng; TT.HTCĐ = trung tâm học tập cộng đồng; GĐ HT = gia đình học tập; DH HT = dòng
họ học tập; CĐ HT = cộng đồng học tập; ĐV HT = đơn vị học tập; Hội viên HKH = hội viên khuyến học; CB, CC, VC = cán
bộ công chức viên chức; CB,CC,VC = cán bộ công chức viên chức; CBCC, VC = cán bộ công chức viên chức; CC, VC = công
chức viên chức; CC,VC = công chức viên chức; NLĐ = người lao động; CNVC = công nhân viên chức; ĐTBD = đào tạo bồi
dưỡng; ĐT, BD = đào tạo bồi dưỡng; ĐT,BD = đào tạo bồi dưỡng; ĐT-BD = đào tạo bồi dưỡng; Th.S = thạc sĩ; Th.s = thạc
sĩ; Ths = thạc sĩ; PGS = phó giáo sư; GS = giáo sư; ĐK = đăng ký; đk = đăng ký; ĐV = đơn vị; CM = chuyên môn; CMNV =
chuyên môn; PCGD = phổ cập giáo dục; KDC = khu dân cư; LĐ = lao động; CNTT = công nghệ thông tin; QLNN = quản lý nhà
nước; CSGD = cơ sở giáo dục; KNC = kỷ niệm chương; HV lớp = học viên lớp; lượt HV = lượt học viên; Lượt HV = lượt học
viên; CBQL = cán bộ quản lý; TT HTCD = trung tâm học tập cộng đồng; DH = dòng họ; CH KH = chi hội khuyến học; HBKH =
học bổng khuyến học; XHHT = xã hội học tập; CLB = câu lạc bộ; ĐTN = đoàn thanh niên; CĐCS = công đoàn cơ sở; ĐVCĐ =
đoàn viên công đoàn; TP HCM = thành phố hồ chí minh; TGĐĐ HCM = tấm gương đạo đức hồ chí minh; TP.HCM = thành phố hồ
chí minh; TPHCM = thành phố hồ chí minh; TP. HCM = thành phố hồ chí minh; GDTX = giáo dục thường xuyên; GDNN-GDTX =
giáo dục nghề nghiệp giáo dục thường xuyên; CBCCVCLĐ = cán bộ công chức viên chức lao động; CBCCVC-LĐ = cán bộ công
chức viên chức lao động; CBCCVCNLĐ = cán bộ công chức viên chức người lao động; CB,CCVC = cán bộ công chức viên chức;
CB, CCVC = cán bộ công chức viên chức; CB-CC-VC = cán bộ công chức viên chức; CBCCLĐ = cán bộ công chức lao động;
CBVCLĐ = cán bộ viên chức lao động; CBCNV = cán bộ công nhân viên; CB-GV-NV = cán bộ giáo viên nhân viên; CBGV-NV =
cán bộ giáo viên nhân viên; CBGV,NV = cán bộ giáo viên nhân viên; CBGV, NV = cán bộ giáo viên nhân viên; CB,GV = cán
bộ giáo viên; CB, GV = cán bộ giáo viên; CB-GV = cán bộ giáo viên; CNVC-LĐ = công nhân viên chức lao động; CNLĐ =
công nhân lao động; LHPN = liên hiệp phụ nữ; LHTN = liên hiệp thanh niên; CCB = cựu chiến binh; CTĐ = chữ thập đỏ;
CHQS = chỉ huy quân sự; BDCT = bồi dưỡng chính trị; TTBDCT = trung tâm bồi dưỡng chính trị; MTTQ = mặt trận tổ quốc;
BCH = ban chấp hành; BTV = ban thường vụ; TLĐLĐ = tổng liên đoàn lao động; UBMTTQ = ủy ban mặt trận tổ quốc; TNCS =
thanh niên cộng sản; VC, NLĐ = viên chức người lao động; VC,NLĐ = viên chức người lao động; VC và NLĐ = viên chức
người lao động; VC-NLĐ = viên chức người lao động; QLVB = quản lý văn bản; HSCV = hồ sơ công việc; QLVB&HSCV = quản
lý văn bản và hồ sơ công việc; HT QLVB = hệ thống quản lý văn bản; TTĐT = thông tin điện tử; CCLLCT = cao cấp lý luận
chính trị; TCLLCT = trung cấp lý luận chính trị; TC LLCT = trung cấp lý luận chính trị; CC LLCT = cao cấp lý luận
chính trị; CN, CC LLCT = cử nhân cao cấp lý luận chính trị; CN,CC LLCT = cử nhân cao cấp lý luận chính trị; CN LLCT =
cử nhân lý luận chính trị; CĐ, TC = cao đẳng trung cấp; CĐ,TC = cao đẳng trung cấp; CĐ và TC = cao đẳng trung cấp;
CĐ-TC = cao đẳng trung cấp; TC, CĐ = trung cấp cao đẳng; SĐH = sau đại học; VĐ = vận động; CVĐ = cuộc vận động; BD =
bồi dưỡng; TCCSĐ = tổ chức cơ sở đảng; ĐVHC = đơn vị hành chính; HSG = học sinh giỏi; LĐHĐ = lao động hợp đồng;
CBCNVCLĐ = cán bộ công nhân viên chức lao động; CBCNVC = cán bộ công nhân viên chức; CUV = cấp ủy viên; DN = doanh
nghiệp; MĐ1 = mức độ 1; MĐ2 = mức độ 2; MĐ 1 = mức độ 1; MĐ 2 = mức độ 2; MHHT = mô hình học tập; CB KH = cán bộ
khuyến học; KH, KT = khuyến học khuyến tài; HT&LTTGĐĐ = học tập và làm theo tấm gương đạo đức; SNKH = sự nghiệp
khuyến học; CĐKH = cộng đồng khuyến học; VSNKH = vì sự nghiệp khuyến học; HCKK = hoàn cảnh khó khăn; HCĐBKK = hoàn
cảnh đặc biệt khó khăn; ĐBKK = đặc biệt khó khăn; PTDTBT = phổ thông dân tộc bán trú; PTDT = phổ thông dân tộc;
PTDTNT = phổ thông dân tộc nội trú; TGĐĐ = tấm gương đạo đức; KT, KN = kiến thức kỹ năng; KT,KN = kiến thức kỹ năng;
KQ = kết quả; CB, ĐV = cán bộ đảng viên; CB,ĐV = cán bộ đảng viên; CBĐV = cán bộ đảng viên; CB, đảng viên = cán bộ
đảng viên; MN, TH = mầm non tiểu học; TH, THCS = tiểu học trung học cơ sở; MN,TH = mầm non tiểu học; TH,THCS = tiểu
học trung học cơ sở; GĐ, DH, CĐ, ĐV = gia đình dòng họ cộng đồng đơn vị; GĐ,DH,CĐ,ĐV = gia đình dòng họ cộng đồng đơn
vị; GĐ, DH, CĐ = gia đình dòng họ cộng đồng; GĐ,DH,CĐ = gia đình dòng họ cộng đồng; CQ = cơ quan; CQĐV = cơ quan đơn vị;
CQ, ĐV = cơ quan đơn vị; CQ,ĐV = cơ quan đơn vị; CQ, ĐV, DN = cơ quan đơn vị doanh nghiệp; CQ,ĐV,DN = cơ quan đơn vị
doanh nghiệp; MĐ3 = mức độ 3; MĐ 3 = mức độ 3; P, TT = phường thị trấn; P,TT = phường thị trấn; VSN = vì sự nghiệp; QL,
DH = quản lý dạy học; QL,DH = quản lý dạy học; LĐ qua ĐT = lao động qua đào tạo; CKQT = cửa khẩu quốc tế;
KHVN = khuyến học việt nam; Cty = công ty; CTy = công ty; cty = công ty; C.ty = công ty; NK = nhiệm
kỳ
""".replace("\n", " ").split(";")
}
# Those that mean this only behind some words: «Quỹ KH», where «KH năm 2025» is a plan.
_BEHIND = {
    "KH = khuyến học": "hội | ban | tổ | chi hội | quỹ | hội viên | học bổng | heo đất | lợn đất | tiết kiệm | cho | "
    "sự nghiệp | khen thưởng | biểu dương | tuyên dương | tài trợ | ủng hộ | phong trào | công tác | cộng đồng | "
    "dòng họ | quà | cán bộ | về | lợn nhựa | heo nhựa",
    "HT = học tập": "gia đình | dòng họ | cộng đồng | đơn vị | công dân | mô hình | danh hiệu | thành tích",
    "CĐ = công đoàn": "đoàn viên",
    "CS = cơ sở": "đảng bộ | chi bộ | công đoàn | hội",
    "TH = tiểu học": "trường",
    "MN = mầm non": "trường",
    "GD = giáo dục": "cơ sở | phổ cập",
    "TC = trung cấp": "trình độ | chuyên môn | từ",
    "NN = ngoại ngữ": "trình độ",
    "ĐT = đào tạo": "trình độ | qua | được",
    "BP = biên phòng": "đồn | trạm | bộ đội",
    "BS = bác sĩ": "số | đội ngũ",
    "CC = chứng chỉ": "bằng cấp, | bằng cấp | văn bằng, | văn bằng | có bằng,",
    "ĐV = đảng viên đoàn viên": "kết nạp",
    "KT = khen thưởng": "được | cá nhân | tập thể",
    "CĐ = chuyên đề": "lớp, | lớp và",
}
# And before some: «KP hỗ trợ», where «KP 3» is a quarter.
_BEFORE = {
    # The association of a place is called without the country.
    "KHVN = khuyến học": "tỉnh | thành phố | huyện | quận | thị xã | xã | phường | thị trấn",
    "KP = kinh phí": "hỗ trợ | đào tạo | ĐTBD | khen thưởng | bồi dưỡng | vận động | học bổng",
    "CĐ = cộng đồng": "khuyến học | học tập",
    "CB = cán bộ": "hội",
    "XD = xây dựng": "quỹ | gia đình | dòng họ | cộng đồng | đơn vị | xã hội",
    "TCCS = tổ chức cơ sở": "đảng",
    "TC = trung cấp": "trở lên",
    "NN = ngoại ngữ": "bậc",
    "KN = kỹ năng": "sống | số",
    "ĐT = đào tạo": "nghề | ĐH | CĐ | TC | ThS | đại học | cao đẳng | trung cấp | thạc sĩ | cao cấp",
    "HT = hệ thống": "quản lý",
    "HT = học tập": "tấm gương",
    "BC = biết chữ": "mức độ | mức",
    "CD = công dân": "đăng ký | học tập | đạt | được",
    "CC = cao cấp": ", cử nhân",
    "CC = công chức": "được | đã | qua | cấp xã | là",
    "CH = chi hội": "khuyến học | tăng",
    "CT = công trình": "vì đàn em",
}
# Short ones that people write in small letters too. Longer ones are known in both, and so are those that can be no word
# because they have three letters and no vowel.
_SMALL = {"HV", "SL", "TL", "ĐK", "HB", "GV", "SV", "TP", "TX"}
_VOWELS = re.compile(r"[AĂÂEÊIOÔƠUƯY]")
Abbreviations = tuple[tuple[str, str], ...]


def in_full(text: str, more: Abbreviations = ()) -> str:
    """Return the text, composed, with each abbreviation replaced by what it stands for; the rest is as it was."""
    known, neighbours, form = _abbreviations(more)

    def full(found: re.Match[str]) -> str:
        return f" {neighbours[found.lastindex - 1] if found.lastindex else known[found[0]]} "

    return form.sub(full, unicodedata.normalize("NFC", text))


@lru_cache(maxsize=8)
def _abbreviations(more: Abbreviations) -> tuple[Mapping[str, str], Sequence[str], re.Pattern[str]]:
    """Return those that always mean the same, what the others mean in their order, and the form of all of them."""
    known = {**_ABBREVIATIONS, **dict(more)}
    small = {short.lower() for short in known if _is_known_small(short)}
    known |= {short.lower(): full for short, full in known.items() if short.lower() in small}
    neighbours = [(short, full, form) for short, full, form in _with_neighbours()]
    forms = [(short, f"({form})") for short, _, form in neighbours] + [(short, re.escape(short)) for short in known]
    longest_first = "|".join(form for _, form in sorted(forms, key=lambda pair: -len(pair[0])))
    return known, [full for _, full, _ in neighbours], re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")


def _is_known_small(short: str) -> bool:
    letters = re.sub(r"[&.-]", "", short)
    is_no_word = len(letters) >= 3 and letters.isalpha() and letters.isupper() and not _VOWELS.search(letters)
    return is_no_word or short in _SMALL or (short.isalpha() and len(short) > 3)


def _with_neighbours() -> Iterator[tuple[str, str, str]]:
    """Yield each of those that depend on the words beside them, the longest first: what it stands for and its form."""
    ways = [(pair, words, True) for pair, words in _BEHIND.items()]
    ways += [(pair, words, False) for pair, words in _BEFORE.items()]
    for pair, words, is_behind in sorted(ways, key=lambda way: -len(way[0].partition(" = ")[0])):
        short, _, full = pair.partition(" = ")
        either = short if _VOWELS.search(short) else f"(?:{short}|{short.lower()})"
        written = [way for word in words.split(" | ") for way in (word, *_shortened(word))]
        if is_behind:
            yield short, full, f"(?:{'|'.join(f'(?<=(?i:{re.escape(word)}) )' for word in written)}){either}"
        else:
            yield short, full, rf"{either}(?=\s+(?i:{'|'.join(map(re.escape, written))})\b)"


def _shortened(word: str) -> Iterator[str]:
    return (short for short, full in _ABBREVIATIONS.items() if full == word)
