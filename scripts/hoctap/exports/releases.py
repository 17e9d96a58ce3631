"""Versions: what is published now, what was released before, and every old release at its own address."""

import io
import zipfile
from collections.abc import Iterator
from hashlib import sha256

from hoctap.exports.combined import table_csv
from hoctap.exports.edition import Edition
from hoctap.exports.json_text import as_json
from hoctap.load.releases import FOLDER, Release, read_releases, zip_of
from hoctap.model.catalog import Catalog


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `versions.json` and, byte for byte as released, `releases/<version>/hoctap.zip` and what is in it."""
    known = read_releases(catalog.root)
    for release in known:
        packed = zip_of(catalog.root, release.version).read_bytes()
        yield path_of(release.version), packed
        yield from _unpacked(release.version, packed)
    current = {
        "version": catalog.version,
        "date": edition.day.isoformat(),
        "released": bool(known) and is_as_released(catalog, edition, known[0]),
        "package": "hoctap/datapackage.json",
    }
    yield "versions.json", as_json({"current": current, "releases": [_entry(release) for release in known]})


def _unpacked(version: str, packed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a released package, so that one table of an old version can be linked to and cited."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        for name in archive.namelist():
            # The first releases were packed in a folder.
            yield f"{FOLDER}/{version}/{name.removeprefix('hoctap/')}", archive.read(name)


def path_of(version: str) -> str:
    """Return where a release is published."""
    return f"{FOLDER}/{version}/hoctap.zip"


def is_as_released(catalog: Catalog, edition: Edition, release: Release) -> bool:
    """Return whether the tables published now are those of `release`, to the byte."""
    sums = {name: file.sha256 for name, file in edition.by_path.items() if name.startswith("hoctap/")}
    # What is published packed is compared as it is inside.
    packed = {resource.name: resource for resource in catalog.resources() if f"hoctap/{resource.name}.csv.gz" in sums}
    inside = {name: sha256(table_csv(catalog, resource)).hexdigest() for name, resource in packed.items()}
    now = inside | {
        name.removeprefix("hoctap/").removesuffix(".csv"): sha for name, sha in sums.items() if name[-4:] == ".csv"
    }
    return now == release.hashes


def _entry(release: Release) -> dict[str, object]:
    return {
        "version": release.version,
        "date": release.released_on.isoformat(),
        "summary": release.summary,
        "package": path_of(release.version),
        "folder": f"{FOLDER}/{release.version}/",
        "corrections": len(release.corrections),
    }
