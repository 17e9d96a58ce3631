"""Phrases and the concept each one names, as tables; the phrases that name nothing.

The names of indicators go through the same table as what people write, so a new indicator needs a line only when it
is about a thing that no other indicator is about. A phrase stands under one line.
"""

from hoctap.contribute.naming.words_of_movement import MOVEMENT
from hoctap.contribute.naming.words_of_offices import OFFICES


def _listed(text: str) -> dict[str, tuple[str, ...]]:
    """Return «name: phrase | phrase» as a table."""
    lines = text.replace("\n    ", " ").strip().splitlines()
    pairs = (line.partition(": ")[::2] for line in lines)
    return {name: tuple(phrase.strip() for phrase in phrases.split("|")) for name, phrases in pairs}


CONCEPTS = _listed(MOVEMENT + OFFICES.lstrip())

# Words that change nothing in the name of a figure.
IGNORED = tuple(
    phrase.strip()
    for phrase in """
bàn giao | giáo dục và đào tạo | sở giáo dục và đào tạo | số | số lượng | các | của | có | là | được | và | trong | ở
| tại | về | cho | do | theo | trình độ | chuyên môn | trên | khuyến học | khuyến học khuyến tài | khuyến tài | đã |
từ | so với | vì sự nghiệp | trong năm | trong kỳ | người trong diện | trên người trong diện | diện | những | vào |
với | tại các | cả | một | nhóm | độ tuổi | tuổi | tính | toàn | a | b | toàn tỉnh | toàn huyện | toàn xã | t | ngạch
chuyên viên | xây dựng | phấn đấu | bậc | loại hình | loại hình đào tạo | thuộc | trực thuộc | đánh giá | xét | của
hội | của huyện | của tỉnh | của xã | con em | trình độ đào tạo | trên địa bàn | địa bàn | toàn ngành |
công tác |
kết quả | hoạt động | phong trào | chương trình | gồm | bao gồm | số liệu | tính đến | đến | chiếm | so | các cấp |
các cấp hội | nuôi | mở | dự | lần | được tổ chức | tổ chức | toàn quận | toàn thành phố | toàn thị xã | toàn cụm |
hộ dân cư | năm học | phát triển | hiện nay | chung | cao nhất | học hàm | học vị | bằng cấp | theo báo cáo | đang
hoạt động | đang | thu hút | theo học | đang theo học | đang đi học | chia theo | chia theo trình độ | triển khai |
đủ trình độ |
chức danh | chức danh khoa học | toàn trường | toàn đơn vị | toàn cơ quan | sĩ số | tính cả năm | các loại | dưới chi
hội | trực thuộc chi hội | thuộc chi hội | phục vụ học tập | phục vụ công việc | phục vụ công tác | làm việc | cả
hiện vật | cả hiện vật quy tiền | gồm cả hiện vật | kể cả hiện vật | bao gồm hiện vật | bao gồm cả hiện vật | cả hiện
vật quy thành tiền | công tác hội | nghiệp vụ công tác hội | do hội | về | phối hợp | phối hợp với | mức
cao nhất | bậc cao nhất
""".replace("\n", " ").split("|")
)

# Words of headers and titles that name nothing counted, as they are marked again where they were typed without marks.
UNMARKED = tuple(
    phrase.strip()
    for phrase in """
tháng đầu năm | tháng cuối năm | trong năm | đầu năm | cuối năm | tính đến | tính đến ngày | đến ngày | kế hoạch | ghi
chú | đơn vị | tên đơn vị | đơn vị tính | triệu đồng | nghìn đồng | tỷ đồng | chỉ tiêu | nội dung | thực hiện | số thứ
tự | địa phương | huyện | thành phố | thị xã | thị trấn | phường | tỉnh | biểu tổng hợp | báo cáo | phụ lục | tổng
cộng | cộng | trong đó | so với kế hoạch | cùng kỳ | năm học | giai đoạn | nhiệm kỳ | quý | người lập biểu | dân tộc
thiểu số | xếp loại | so sánh | tăng giảm | người | hộ | suất | lượt | lượt người
""".replace("\n", " ").split("|")
)
