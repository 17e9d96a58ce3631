"""Pictures that a shared address shows, one beside each page that has something to say; others have that of their kind.

They are drawn only for a site with an address: nobody can share another one, and each costs some milliseconds.
"""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.views.page_kinds import PageKind
from hoctap.views.shared_picture import SharedPicture

NAME = "hinh.png"
_SIDE = '<meta property="og:image:{}" content="{}">'
_OF_KIND = _SIDE.format("width", 1200), _SIDE.format("height", 630)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Draws into `site`, whose pages stand under `address`; empty: no picture at all."""

    site: Path
    catalog: Catalog
    address: str
    fonts: Path

    @property
    def are_drawn(self) -> bool:
        """Return whether anybody could share them: not those of a site that stands nowhere."""
        return bool(self.address)

    def on_page(self, html: str, kind: PageKind, page: str, words: SharedPicture | None) -> tuple[str, list[str]]:
        """Return the page at `page` naming its own picture, drawn here, with its path; unchanged if there is none."""
        if not self.are_drawn or words is None or (kind.table == "units" and has_many_units(self.catalog)):
            return html, []
        from hoctap.render.picture import SIZE, NoRoomError, png  # noqa: PLC0415 - its library is slow to load

        try:
            drawn = png(words, self.address + page, self.fonts)
        except NoRoomError:
            return html, []
        path = self.site / page / NAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(drawn)
        return self._naming(html, kind, page, words, SIZE), [f"{page}{NAME}"]

    def like(self, html: str, kind: PageKind, page: str, words: SharedPicture | None) -> str:
        """Return a page naming the picture that was drawn for another `page`; unchanged if none was."""
        if words is None or not (self.site / page / NAME).is_file():
            return html
        from hoctap.render.picture import SIZE  # noqa: PLC0415 - its library is slow to load

        return self._naming(html, kind, page, words, SIZE)

    def _naming(self, html: str, kind: PageKind, page: str, words: SharedPicture, size: tuple[int, int]) -> str:
        details = (
            _SIDE.format("width", size[0]),
            _SIDE.format("height", size[1]),
            _SIDE.format("alt", escape(words.sentence)),
        )
        html = html.replace(f"assets/img/social/{kind.name}.png", f"{page}{NAME}", 1)
        return html.replace(_OF_KIND[0], "".join(details), 1).replace(_OF_KIND[1], "", 1)
