"""Atom feeds: releases as they touch each package and the whole, corrections, what is due soon, the newest sources."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from html import escape
from uuid import UUID, uuid5

from hoctap.exports.edition import Edition
from hoctap.exports.releases import path_of
from hoctap.load.releases import Correction, Release, read_releases
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import capitalize_first, number
from hoctap.views.due import SOON, due_soon
from hoctap.views.news import arrivals

FOLDER, CORRECTIONS, EVERYTHING, DUE, ARRIVALS = "feeds", "dinh-chinh", "hoctap", "thang-nay", "so-moi"
_SOURCES = 30
NAMESPACE = UUID("0b1f1a52-8f0e-5b7c-8a53-2f3a5d0c9e21")


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `feeds/hoctap.atom`, `feeds/<package>.atom`, `dinh-chinh.atom`, `so-moi.atom` and `thang-nay.atom`."""
    known = read_releases(catalog.root)
    titles = {resource.name: resource.title for resource in catalog.resources()}
    yield _feed(EVERYTHING, "Sổ Học Tập: thay đổi của dữ liệu", _of_releases(known, titles, set(titles)), edition)
    for package in catalog.packages:
        own = {resource.name for resource in package.resources}
        touching = [release for release in known if own & set(release.changes)]
        yield _feed(package.name, f"Sổ Học Tập: {package.title}", _of_releases(touching, titles, own), edition)
    yield _feed(CORRECTIONS, "Sổ Học Tập: đính chính", _of_corrections(known, titles), edition)
    yield _feed(ARRIVALS, "Sổ Học Tập: số mới theo nguồn", _of_sources(catalog, edition), edition, "tin/")
    yield _feed(DUE, "Sổ Học Tập: việc sắp đến hạn", _of_due(catalog, edition), edition, "thang-nay/")


def correction_sentence(correction: Correction) -> str:
    """Return what was taken back, in one sentence."""
    what = f"{correction.column}: {correction.old} → {correction.new or '(trống)'}"
    return f"{what if correction.column else 'bỏ cả dòng'}. Lý do: {correction.reason}"


def _of_releases(known: Iterable[Release], titles: dict[str, str], tables: set[str]) -> list[str]:
    entries = []
    for release in known:
        lines = [release.summary]
        for name, count in release.changes.items():
            if name in tables:
                parts = ((count.added, "thêm"), (count.removed, "bỏ"), (count.changed, "sửa"))
                counts = ", ".join(f"{word} {number(rows)} dòng" for rows, word in parts if rows)
                lines.append(f"{titles.get(name, name)}: {counts or 'đổi cột'}")
        for chapter in release.story:
            lines += [f"{chapter.title} ({number(chapter.count)}):", *chapter.texts]
        entries.append(_entry(release, release.version, f"Phiên bản {release.version}", "\n".join(lines)))
    return entries


def _of_corrections(known: Iterable[Release], titles: dict[str, str]) -> list[str]:
    return [
        _entry(
            release,
            "|".join((release.version, correction.table, *correction.key, correction.column)),
            f"{titles.get(correction.table, correction.table)}: {' '.join(part for part in correction.key if part)}",
            correction_sentence(correction),
        )
        for release in known
        for correction in release.corrections
    ]


def _of_due(catalog: Catalog, edition: Edition) -> list[str]:
    """Return an entry for each piece of work due soon; a new year makes a new entry, dated when it came in sight."""
    entries = []
    for one in due_soon(catalog, edition.day).due:
        if one.occurrence:
            seen = datetime.combine(one.occurrence.end - timedelta(SOON), time(), UTC)
            whom = ", ".join(audience.name for audience in one.audiences)
            parts = [f"{one.when.capitalize()}.", f"Cho: {whom}.", f"Gửi: {one.record.submitted_to}."]
            parts = parts if one.record.submitted_to else parts[:-1]
            doubts = [f"{capitalize_first(words)}." for words in (one.basis, one.unchecked) if words]
            key = f"{one.record.deadline_id}|{one.occurrence.end.year}"
            entries.append(
                f"<entry><id>{uuid5(NAMESPACE, key).urn}</id><title>{escape(one.name)}</title>"
                f"<updated>{seen:%Y-%m-%dT%H:%M:%SZ}</updated>"
                f'<link rel="alternate" type="text/html" href="{escape(edition.base)}thang-nay/"/>'
                f'<content type="text">{escape(" ".join([*parts, *doubts]))}</content></entry>\n'
            )
    return entries


def _of_sources(catalog: Catalog, edition: Edition) -> list[str]:
    entries = []
    for one in arrivals(catalog, edition.day, _SOURCES):
        more = [f"Và {number(one.others)} số liệu khác."] if one.others else []
        text = "\n".join([*(statement.text for statement in one.statements), *more])
        at = datetime.combine(one.source.published_on, time(), UTC)
        entries.append(
            f"<entry><id>{uuid5(NAMESPACE, f'nguon|{one.source_id}').urn}</id>"
            f"<title>{escape(one.source.source.text)}</title><updated>{at:%Y-%m-%dT%H:%M:%SZ}</updated>"
            f'<link rel="alternate" type="text/html" href="{escape(edition.base)}{escape(one.source.source.href)}"/>'
            f'<content type="text">{escape(text)}</content></entry>\n'
        )
    return entries


def _entry(release: Release, key: str, title: str, text: str) -> str:
    at = datetime.combine(release.released_on, time(), UTC)
    return (
        f"<entry><id>{uuid5(NAMESPACE, key).urn}</id><title>{escape(title)}</title>"
        f"<updated>{at:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f'<link rel="enclosure" type="application/zip" href="../{path_of(release.version)}"/>'
        f'<content type="text">{escape(text)}</content></entry>\n'
    )


def _feed(name: str, title: str, entries: list[str], edition: Edition, page: str = "du-lieu/") -> tuple[str, bytes]:
    return feed(f"{FOLDER}/{name}.atom", title, page, entries, edition)


def feed(path: str, title: str, page: str, entries: list[str], edition: Edition) -> tuple[str, bytes]:
    """Return a whole feed with its path; `page` is the address of the page it tells of."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi" xml:base="{escape(edition.url(path))}">\n'
        f"<id>{uuid5(NAMESPACE, path).urn}</id><title>{escape(title)}</title>"
        f"<updated>{edition.moment:%Y-%m-%dT%H:%M:%SZ}</updated>\n"
        "<author><name>Sổ Học Tập</name></author>"
        "<rights>CC BY 4.0, https://creativecommons.org/licenses/by/4.0/</rights>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(edition.url(path))}"/>'
        f'<link rel="alternate" type="text/html" href="{escape(edition.base)}{page}"/>\n'
    )
    return path, (head + "".join(entries) + "</feed>\n").encode()
