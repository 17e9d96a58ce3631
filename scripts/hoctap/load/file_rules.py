"""Rules of files and cells that loading itself enforces, in the words contributors read."""

from hoctap.model.finding import Finding, Place, Problem, Rule, finding_of

RULES = (
    Rule(
        "descriptor-is-readable",
        "Tệp datapackage.json đọc được và có đủ các mục bắt buộc",
        "Thiếu dấu phẩy, dấu ngoặc, hoặc thiếu tên bảng, đường dẫn, danh sách cột.",
        "sửa datapackage.json theo dòng được chỉ ra",
        bad='"licences": [{"name": "CC-BY-4.0"}]',
        good='"licenses": [{"name": "CC-BY-4.0"}]',
    ),
    Rule(
        "path-stays-inside-the-package",
        "Đường dẫn tệp dữ liệu nằm trong thư mục của gói, là tệp thường",
        "Đường dẫn có «..», bắt đầu bằng «/», là địa chỉ mạng hoặc liên kết tượng trưng.",
        "viết đường dẫn tương đối như data/units.csv",
        bad='"path": "../khac/units.csv"',
        good='"path": "data/units.csv"',
    ),
    Rule(
        "file-exists",
        "Mỗi tệp mà datapackage.json kể ra đều có trong thư mục",
        "Tệp bị xóa, đổi tên, hoặc chưa thêm vào.",
        "thêm tệp, hoặc bỏ tên tệp khỏi datapackage.json",
        bad='"path": "data/unit.csv"',
        good='"path": "data/units.csv"',
    ),
    Rule(
        "file-is-utf8",
        "Tệp dữ liệu là UTF-8 không có BOM",
        "Excel lưu «CSV UTF-8» kèm BOM; phần mềm cũ lưu theo bảng mã khác.",
        "lưu lại bằng UTF-8; nếu chỉ thừa BOM thì chạy: hoctap fix",
        bad="term: Khuy\ufffd\ufffdn tài",
        good="term: Khuyến tài",
    ),
    Rule(
        "line-is-short-enough",
        "Mỗi dòng dài không quá 20.000 byte, mỗi tệp dưới 400 MB",
        "Dán cả bài báo vào một ô, mất mọi dấu xuống dòng, hoặc tệp không phải là bảng.",
        "chia lại dòng; ô chữ dài thì tóm gọn",
        bad="text_vi: cả bài báo dài 30.000 chữ",
        good="text_vi: một câu tóm tắt bằng lời của mình",
    ),
    Rule(
        "no-conflict-is-left",
        "Tệp không còn dấu xung đột của git",
        "Gộp hai nhánh mà chưa chọn giữ bên nào.",
        "giữ lại dòng đúng, xóa các dòng <<<<<<<, =======, >>>>>>>",
        bad="<<<<<<< HEAD",
        good="(xóa ba dòng dấu, giữ lại dòng số liệu đúng)",
    ),
    Rule(
        "file-is-csv",
        "Tệp dữ liệu là CSV ngăn bằng dấu phẩy, dấu nháy đóng mở đủ cặp, một bản ghi một dòng",
        "Thiếu dấu nháy kép đóng, ngăn bằng dấu chấm phẩy, hoặc có dấu xuống dòng trong ô.",
        "sửa dòng được chỉ ra; ô có dấu phẩy phải nằm trong cặp dấu nháy kép",
        bad='khuyen-tai,"Khuyến tài,,Giúp đỡ người có tài.,,',
        good="khuyen-tai,Khuyến tài,,Giúp đỡ người có tài.,,",
    ),
    Rule(
        "header-matches-the-schema",
        "Dòng đầu có đúng các cột của datapackage.json, đúng thứ tự",
        "Đổi tên cột, thêm cột, bớt cột hoặc ngăn cột bằng dấu khác dấu phẩy.",
        "chép lại dòng đầu đúng như mẫu",
        bad="term_id;term;abbreviation",
        good="term_id,term,abbreviation",
    ),
    Rule(
        "row-has-every-cell",
        "Mỗi dòng có đúng số ô như dòng đầu",
        "Thừa hoặc thiếu dấu phẩy; ô có dấu phẩy mà không đặt trong dấu nháy kép.",
        "đếm lại dấu phẩy; ô trống vẫn cần dấu phẩy",
        bad="loc-binh,staff-total,2024,stated,12,5,exact",
        good="loc-binh,staff-total,2024,stated,12.5,exact",
    ),
    Rule(
        "value-has-its-type",
        "Giá trị đúng kiểu của cột (số, ngày, năm, thời kỳ)",
        "Số viết kiểu Việt Nam (1.234,5), ngày viết 31/12/2024, tháng 13, dấu - thay cho ô trống.",
        "viết số bằng chữ số và dấu chấm thập phân, ngày dạng năm-tháng-ngày; không biết thì để trống",
        bad="value: 1.234,5",
        good="value: 1234.5",
    ),
    Rule(
        "value-within-constraints",
        "Giá trị nằm trong giới hạn và đúng mẫu mà cột cho phép",
        "Mã có chữ hoa, dấu hoặc khoảng trắng; số vượt giới hạn; câu quá dài.",
        "xem mô tả và ví dụ của cột trong từ điển dữ liệu",
        bad="unit_id: Lộc Bình",
        good="unit_id: loc-binh",
    ),
    Rule(
        "required-value-is-there",
        "Ô bắt buộc có giá trị",
        "Quên điền, hoặc xóa nhầm.",
        "điền giá trị; nếu nguồn không nêu thì bỏ cả dòng",
        bad="source_id:",
        good="source_id: lang-son-2022-09-28",
    ),
    Rule(
        "key-is-unique",
        "Mỗi dòng có khóa riêng, không trùng dòng nào khác",
        "Nhập hai lần cùng một số liệu, hoặc chép dòng mà quên đổi khóa.",
        "bỏ dòng trùng, hoặc ghi rõ phạm vi (breakdown) nếu là hai số liệu khác nhau",
        bad="loc-binh,staff-total,2024,… 97 và loc-binh,staff-total,2024,… 98",
        good="loc-binh,staff-total,2024,… 97 và loc-binh,staff-total,2024,…,98,exact,nữ",
    ),
    Rule(
        "row-is-not-blank",
        "Không có dòng trống giữa các dòng dữ liệu",
        "Thừa phím xuống dòng.",
        "xóa dòng trống, hoặc chạy: hoctap fix",
        bad=",,,,,,,,,",
        good="(xóa dòng)",
    ),
)
_BY_ID = {rule.id: rule for rule in RULES}


def breach(rule_id: str, place: Place, message: str, *, field: str = "", value: str = "", hint: str = "") -> Finding:
    """Return a finding of the loading rule called `rule_id`."""
    return finding_of(Problem(place, field, message, value, hint), _BY_ID[rule_id])
