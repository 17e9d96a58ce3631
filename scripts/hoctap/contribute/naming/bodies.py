"""The words that names of bodies begin with: offices, unions, parts of the party; and of those who speak for them."""

import re

OFFICES = "trường|sở|phòng|trung tâm|công ty|chi cục|cục"
# Bodies that may have an association of their own, in small letters: «hội khuyến học sở y tế».
WITH_ASSOCIATIONS = r"(?:sở|ban|ngành|trường|công ty|bệnh viện|kho bạc|cục|chi cục|công an|bộ chỉ huy|học viện)\b"
# Committees of the party, by the kind of place they lead: «HUYỆN ỦY QUỲNH LƯU».
COMMITTEES = {"huyện ủy": "huyện", "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã", "quận ủy": "quận"}
OFFICE = re.compile(
    rf"^(?:{OFFICES}|{'|'.join(COMMITTEES)}|chi hội|ban khuyến học|công đoàn|kho bạc|(?:tổng )?liên đoàn|bộ chỉ huy|"
    r"công an|ban tuyên giáo|đảng bộ|hội (?!khuyến học|viên|nghị|thảo|diễn|trại)|"
    r"văn phòng|bệnh viện|đồn|câu lạc bộ|dòng họ|tộc họ|tổ nhân dân|"
    r"tổ tự quản|ngân hàng|học viện|đại học|viện|tập đoàn|tổng công ty|bảo hiểm|báo (?!cáo)|đài|nhà máy|xí nghiệp|"
    r"hợp tác xã|doanh nghiệp|bộ đội|tiểu đoàn|trung đoàn|giáo xứ|chùa|huyện đoàn|tỉnh đoàn|đoàn thanh niên|đảng ủy|"
    r"(?:ủy ban )?mặt trận|ngành (?!nghề|học))\b"
)
# Who leads a place: what they tell of all who live there is of the place, though the register does not have them.
AUTHORITIES = "ủy ban nhân dân|ban chỉ đạo"
# What a line of a letterhead may begin with besides: «UBND TỈNH …», «NGÀNH Y TẾ», «BỘ NỘI VỤ».
OTHERS = re.compile(
    rf"^(?:{AUTHORITIES}|ủy ban|hội đồng|hội khuyến học|trung ương|ban quản lý|quỹ|giải thưởng|quân khu|"
    r"bộ (?:giáo dục|nội vụ|lao động|tài chính|tư pháp|y tế|quốc phòng|công an|xây dựng|tư lệnh))\b"
)
# Who speaks for a body and is no other: «BAN CHẤP HÀNH TỈNH CAO BẰNG» of «HỘI LHPN VIỆT NAM».
ORGAN = re.compile(r"^(?:ban chấp hành|ban thường vụ|ban thường trực|đoàn chủ tịch|ban khuyến học (?=dòng họ$))\s*")
