"""The words of the movement: abbreviations of offices, phrases and the concept each one names.

The names of indicators go through the same table as what people write, so a new indicator needs a line here only
when it is about a thing that no other indicator is about. Lines that begin with a space belong to the one above.
"""


def _listed(text: str) -> dict[str, tuple[str, ...]]:
    """Return «name: phrase | phrase» as a table."""
    lines = text.replace("\n    ", " ").strip().splitlines()
    pairs = (line.partition(": ")[::2] for line in lines)
    return {name: tuple(phrase.strip() for phrase in phrases.split("|")) for name, phrases in pairs}


# Longest first where one holds another; terms of the data with an abbreviation are added to these.
ABBREVIATIONS = {
    pair.strip().partition(" = ")[0]: pair.strip().partition(" = ")[2]
    for pair in """
LĐTB&XH = lao động thương binh và xã hội; LĐ-TB&XH = lao động thương binh và xã hội; LĐTBXH = lao động thương binh
và xã hội; NN&PTNT = nông nghiệp và phát triển nông thôn; NN-PTNT = nông nghiệp và phát triển nông thôn; NN và PTNT
= nông nghiệp và phát triển nông thôn; NNPTNT = nông nghiệp và phát triển nông thôn; GD và ĐT = giáo dục và đào tạo;
LĐ,TB&XH = lao động thương binh và xã hội; LĐTB và XH = lao động thương binh và xã hội; VH-TT-DL = văn hóa thể thao
và du lịch; VH, TT&DL = văn hóa thể thao và du lịch; VHTT và DL = văn hóa thể thao và du lịch; KH và ĐT = kế hoạch
và đầu tư; KHĐT = kế hoạch và đầu tư; KH và CN = khoa học và công nghệ; KHCN = khoa học và công nghệ; TN và MT = tài
nguyên và môi trường; TNMT = tài nguyên và môi trường; VH,TT&DL = văn hóa thể thao và du lịch; VHTT&DL = văn hóa thể
thao và du lịch; VHTTDL = văn hóa thể thao và du lịch; VH-TT&DL = văn hóa thể thao và du lịch; GD&ĐT = giáo dục và
đào tạo; GDĐT = giáo dục và đào tạo; GD-ĐT = giáo dục và đào tạo; TN&MT = tài nguyên và môi trường; TT&TT = thông
tin và truyền thông; KH&CN = khoa học và công nghệ; KH&ĐT = kế hoạch và đầu tư; Sở TP = sở tư pháp; Sở CT = sở công
thương; GTVT = giao thông vận tải; QH&PTNT = quy hoạch và phát triển nông thôn; CB, GV, NV = cán bộ giáo viên nhân
viên; CB,GV,NV = cán bộ giáo viên nhân viên; CBGVNV = cán bộ giáo viên nhân viên; CBCCVC = cán bộ công chức viên
chức; CBCC = cán bộ công chức; CCVC = công chức viên chức; CBVC = cán bộ viên chức; CBGV = cán bộ giáo viên; CNVCLĐ
= công nhân viên chức lao động; TTHTCĐ = trung tâm học tập cộng đồng; TT HTCĐ = trung tâm học tập cộng đồng; HTCĐ =
học tập cộng đồng; GĐHT = gia đình học tập; DHHT = dòng họ học tập; CĐHT = cộng đồng học tập; ĐVHT = đơn vị học tập;
CDHT = công dân học tập; GĐHH = gia đình hiếu học; DHHH = dòng họ hiếu học; HVKH = hội viên khuyến học; HKH = hội
khuyến học; CHKH = chi hội khuyến học; BKH = ban khuyến học; Hội KH = hội khuyến học; Ban KH = ban khuyến học; Tổ KH
= tổ khuyến học; Chi hội KH = chi hội khuyến học; Quỹ KH = quỹ khuyến học; quỹ KH = quỹ khuyến học; hội KH = hội
khuyến học; ban KH = ban khuyến học; tổ KH = tổ khuyến học; KH-KT = khuyến học khuyến tài; KHKT = khuyến học khuyến
tài; KH,KT = khuyến học khuyến tài; LLCT = lý luận chính trị; XMC = xóa mù chữ; KBNN = kho bạc nhà nước; LĐLĐ = liên
đoàn lao động; BĐBP = bộ đội biên phòng; UBND = ủy ban nhân dân; THPT = trung học phổ thông; THCS = trung học cơ sở;
DTTS = dân tộc thiểu số; ĐVT = đơn vị tính; HV = hội viên; GV = giáo viên; HS = học sinh; SV = sinh viên; HSSV = học
sinh sinh viên; CB = cán bộ; HB = học bổng; DS = dân số; GĐ = gia đình; TDP = tổ dân phố; TP = thành phố; Tp = thành
phố; TX = thị xã; Tx = thị xã; ThS = thạc sĩ; TS = tiến sĩ; ĐH = đại học; CĐ = cao đẳng; SL = số lượng; TL = tỷ lệ;
BQ = bình quân; TW = trung ương
""".replace("\n", " ").split(";")
}

CONCEPTS = _listed("""
family: gia đình
household: hộ | hộ dân | hộ gia đình
clan: dòng họ | dòng tộc | chi họ | tộc họ | họ tộc
village: cấp thôn | cộng đồng cấp thôn | thôn | bản | ấp | khóm | khu phố | khối phố | tổ dân phố | xóm | buôn | khu
    dân cư | tiểu khu | làng | khối | sóc | phum | tổ
community: cộng đồng
commune: cấp xã | xã phường thị trấn | xã phường | xã thị trấn | xã | phường | thị trấn
district-level: cấp huyện | huyện | hội cấp huyện
province-level: cấp tỉnh | tỉnh
agency: cơ quan | đơn vị | doanh nghiệp | trường học | cơ quan đơn vị
learning-family: gia đình học tập | hộ học tập | hộ gia đình học tập
learning-clan: dòng họ học tập
learning-community: cộng đồng học tập | thôn học tập | khu dân cư học tập
learning-unit: đơn vị học tập
learning-citizen: công dân học tập
studious-family: gia đình hiếu học
studious-clan: dòng họ hiếu học | dòng họ khuyến học
studious-community: cộng đồng khuyến học | khu dân cư hiếu học
learning-title: danh hiệu học tập | các danh hiệu học tập | mô hình học tập | danh hiệu mô hình học tập
recognised learning-title: đạt danh hiệu học tập | đạt các danh hiệu học tập | được công nhận danh hiệu học tập |
    công nhận danh hiệu học tập | được công nhận các danh hiệu học tập | đạt mô hình học tập | đạt danh hiệu mô hình
    học tập
learning-model: mô hình
registered: đăng ký | đăng kí | số đăng ký | đã đăng ký
of-registered: trên số đăng ký | đạt đăng ký | so với đăng ký | so với số đăng ký | trên đăng ký | trên tổng số đăng
    ký | công nhận đăng ký | được công nhận đăng ký | đạt so với đăng ký | số đạt số đăng ký
recognised: đạt | công nhận | được công nhận | danh hiệu | đạt danh hiệu | được công nhận danh hiệu | đạt tiêu chí
rate: tỷ lệ | tỉ lệ | % | phần trăm | tỷ lệ % | tỉ lệ %
member: hội viên | hội viên khuyến học | hội viên hội khuyến học | hội viên của hội khuyến học | tham gia hội | tham
    gia hội khuyến học
population: dân số | số dân | tổng dân số | so dân số
increase: tăng thêm | tăng | tăng trong năm | phát triển thêm
new: mới kết nạp | kết nạp mới | kết nạp | phát triển mới | mới phát triển | mới
branch: chi hội | chi hội khuyến học
group: tổ khuyến học | tổ hội khuyến học
committee: ban khuyến học
commune association: hội cấp xã | hội khuyến học cấp xã | hội xã phường thị trấn | hội khuyến học xã phường thị trấn |
    hội khuyến học xã phường | hội khuyến học xã thị trấn | hội khuyến học xã | hội khuyến học phường | hội xã phường |
    hội cơ sở xã phường thị trấn | tổ chức hội cấp xã
association: hội khuyến học | hội khuyến học cơ sở | tổ chức hội
grassroots: cơ sở | hội cơ sở
fund: quỹ | quỹ khuyến học | quỹ khuyến học khuyến tài | quỹ khuyến học các cấp | quỹ hội
raised: vận động | vận động được | huy động | huy động được | thu được | xây dựng được | vận động xây dựng | vận
    động trong năm | vận động trong kỳ | kết quả vận động
on-hand: hiện có | số dư | dư quỹ | tồn quỹ | hiện còn | dư | số dư cuối kỳ | còn dư | hiện có của | đang có | hiện
    nay có
spent: đã chi | chi | sử dụng | đã sử dụng | chi từ | tổng chi | tổng số chi
per-capita fund: bình quân quỹ đầu người | bình quân quỹ trên đầu người | bình quân quỹ người dân | mức quỹ bình quân
    đầu người | bình quân quỹ trên người dân
per-capita: bình quân đầu người | bình quân người dân | bình quân trên đầu người | bình quân một người dân | bình
    quân trên người dân | bình quân mỗi người dân | trên đầu người
money: tiền | số tiền | kinh phí | trị giá | giá trị | tổng giá trị | tổng trị giá | tổng số tiền | tổng tiền | tổng
    kinh phí | đồng | triệu đồng
scholarship: học bổng
award-unit: suất
one-award: một suất | mỗi suất | mức | bình quân suất
reward: khen thưởng | được khen thưởng | thưởng | biểu dương | được biểu dương | tuyên dương | khen
turn: lượt | lượt người | số lượt
person: người | em | cá nhân | cháu | số người | đồng chí | người dân | người lớn | trẻ em | trẻ mồ côi | trẻ
collective: tập thể
supported: hỗ trợ | được hỗ trợ | giúp đỡ | được giúp đỡ | đỡ đầu | được đỡ đầu | nhận đỡ đầu | được nhận đỡ đầu |
    trợ giúp
given: trao | trao tặng | đã trao | tặng | cấp | đã cấp | cấp phát
received: tiếp nhận | nhận
donated: tài trợ | ủng hộ
bicycle: xe đạp | chiếc xe đạp
computer: bộ máy tính | máy tính | máy vi tính
gift: quà | phần quà | suất quà | món quà
medal: kỷ niệm chương | kỷ niệm chương khuyến học | kỷ niệm chương vì sự nghiệp khuyến học
piggy-bank: con heo đất | con heo | heo đất | lợn đất | heo đất khuyến học | nuôi heo đất
clc: trung tâm học tập cộng đồng
course: lớp | chuyên đề | lớp chuyên đề | lớp học chuyên đề | buổi chuyên đề
learner: người học | học viên | lượt người học | người tham gia học | người tham dự | lượt người tham gia | lượt
    người tham dự
literacy: xóa mù chữ | xóa mù
literate: biết chữ | người biết chữ
age-15-60: 15 60 tuổi | 15 đến 60 | 15 60 | 15 đến 60 tuổi | từ 15 đến 60 tuổi | từ 15 60 tuổi | trong độ tuổi 15 60
    | trong độ tuổi 15 đến 60 | độ tuổi 15 60 | nhóm 15 60 tuổi
age-15-35: 15 35 tuổi | 15 đến 35 | 15 35 | 15 đến 35 tuổi | từ 15 đến 35 tuổi | từ 15 35 tuổi | trong độ tuổi 15 35
    | độ tuổi 15 35 | nhóm 15 35 tuổi
level-1: mức độ 1 | mức 1
level-2: mức độ 2 | mức 2
staff: cán bộ | công chức | viên chức | người lao động | nhân viên | lao động | cán bộ giáo viên nhân viên | cán bộ
    giáo viên | cán bộ công chức viên chức | công nhân viên chức lao động | nhân sự | biên chế | đội ngũ
teacher: giáo viên | giảng viên | thầy cô
phd: tiến sĩ | tiến sỹ
master: thạc sĩ | thạc sỹ
bachelor: đại học | cử nhân
college: cao đẳng
vocational: trung cấp | trung học chuyên nghiệp
postgraduate: sau đại học | trên đại học
political: lý luận chính trị | lý luận | chính trị
advanced: cao cấp
or-higher: trở lên
qualified: đạt chuẩn | chuẩn
above-standard: trên chuẩn | vượt chuẩn
other: khác
party-member: đảng viên
pupil: học sinh
student: sinh viên
sent: cử học | cử đi học | được cử đi học | đi học
trained: đào tạo | bồi dưỡng | đào tạo bồi dưỡng | tập huấn | được đào tạo | được bồi dưỡng
yearly: hằng năm | hàng năm | chuyên ngành hằng năm | thường xuyên
state-management: quản lý nhà nước
minority: dân tộc thiểu số | người dân tộc thiểu số | là người dân tộc thiểu số
women: nữ | phụ nữ
dropout: bỏ học | học sinh bỏ học
returned: trở lại lớp | quay lại lớp | trở lại trường | ra lớp | đến lớp trở lại
digital-skill: kỹ năng số
managed: quản lý
school: trường | cơ sở giáo dục
elementary: sơ cấp
trade-union: công đoàn | công đoàn cơ sở | tổ chức công đoàn
union-member: đoàn viên công đoàn | đoàn viên
party-org: chi bộ | đảng bộ | chi bộ đảng bộ cơ sở | đảng bộ cơ sở | chi đảng bộ | tổ chức cơ sở đảng | chi đảng bộ
    cơ sở
moral-example: tấm gương đạo đức hồ chí minh | học tập tấm gương đạo đức hồ chí minh | học tập và làm theo tấm gương
    đạo đức hồ chí minh
foreign-language: ngoại ngữ
doctor: bác sĩ
study-further: học tập nâng cao trình độ | tham gia học tập nâng cao trình độ | học nâng cao trình độ
rated-fair: xếp loại từ khá trở lên | xếp loại khá trở lên
total: tổng số | tổng | tổng cộng
""")

# Words that change nothing in the name of a figure.
IGNORED = tuple(
    phrase.strip()
    for phrase in """
giáo dục và đào tạo | sở giáo dục và đào tạo |
số | số lượng | các | của | có | là | được | và | trong | ở | tại | về | cho | do | theo | trình độ | chuyên môn |
trên | khuyến học | khuyến học khuyến tài | khuyến tài | đã | từ | so với | vì sự nghiệp | trong năm | trong kỳ |
người trong diện | trên người trong diện | diện | những | vào | với | tại các | hiện | cả | một | nhóm | độ tuổi |
tuổi | tính | toàn | a | b | hoàn cảnh khó khăn | khó khăn | nghèo | vượt khó | cấp thôn tổ dân phố | nhà trường |
toàn tỉnh | toàn huyện | toàn xã | ngạch chuyên viên | xây dựng | phấn đấu | bậc | loại hình | loại hình đào tạo |
thuộc | trực thuộc | đánh giá | xét
""".replace("\n", " ").split("|")
)

# A concept that makes weaker ones beside it superfluous: «gia đình đạt Gia đình học tập».
IMPLIED = {
    "learning-family": {"family", "household"},
    "studious-family": {"family", "household"},
    "learning-clan": {"clan"},
    "studious-clan": {"clan"},
    "learning-community": {"community"},
    "learning-unit": {"agency", "school"},
    "learning-citizen": {"person"},
    "clc": {"agency"},
    "of-registered": {"registered"},
    "literate": {"person"},
    "per-capita": {"person"},
}
