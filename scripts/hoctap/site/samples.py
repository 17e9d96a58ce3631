"""The address of this site in the examples of the data page, so that they run as they stand."""

from pathlib import Path

PAGE, PLACEHOLDER = Path("du-lieu") / "index.html", "ĐỊA-CHỈ-TRANG-CHỦ"


def fill_samples(site: Path, address: str) -> None:
    """Put `address` (ends with `/`) into the examples under `site`; without one, or without the page, do nothing."""
    path = site / PAGE
    if address and path.exists():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(PLACEHOLDER, address.rstrip("/")), encoding="utf-8")
