"""Settings of a site that nobody has filled in: named at the end of a build, which they do not stop."""

from collections.abc import Iterator
from pathlib import Path

NO_EMAIL = "mkdocs.yml: extra.contact_email còn trống, nên trang «Gửi số liệu» không có hộp thư nhận"
NO_ADDRESS = "SITE_URL chưa đặt: trích dẫn và mã QR để trống, vì địa chỉ của máy này không dùng được ở nơi khác"
PLACEHOLDER = "@hoctap/maintainers"
NO_OWNERS = (
    f".github/CODEOWNERS: {PLACEHOLDER} chỉ là tên giữ chỗ, GitHub bỏ qua mà không báo, nên chưa ai phải duyệt;"
    " xin đặt tài khoản hoặc nhóm có thật"
)


def missing_settings(root: Path, address: str, email: str) -> Iterator[str]:
    """Yield a line for each setting that is missing: the site's address, its letter box, who owns the code."""
    if not email:
        yield NO_EMAIL
    if not address:
        yield NO_ADDRESS
    if lacks_owners(root):
        yield NO_OWNERS


def lacks_owners(root: Path) -> bool:
    """Return whether a rule of CODEOWNERS still names the placeholder; a copy without the file has no such rules."""
    path = root / ".github" / "CODEOWNERS"
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return any(PLACEHOLDER in line.partition("#")[0].split()[1:] for line in lines)
