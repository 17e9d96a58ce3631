"""schema.org `Dataset` for search engines, as the data block of a page: the whole data, or what one page is about.

A data block is no script: browsers never run it. `<` is written as an escape, so no value can end the block.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from hoctap.exports.edition import Edition, Published
from hoctap.exports.kinds import kind_of, listed
from hoctap.exports.temporal import coverage_of, interval
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.link import area_link
from hoctap.views.place import NATION

_VIET_NAM = {"@type": "Place", "name": "Việt Nam"}
# What a search engine may offer for download: data of the whole, not every table in every format.
_OFFERED = ("hoctap.", "hoctap/", "api/v1/index")


def dataset(catalog: Catalog, edition: Edition) -> dict[str, Any]:
    """Return the whole data as a `Dataset` with its parts and downloads."""
    offered = [entry for entry in listed(catalog, edition) if entry.file.path.startswith(_OFFERED)]
    dates = [row.period for row in catalog.observations]
    node = _dataset_node(catalog, edition, "du-lieu/", "Sổ Học Tập", " ".join(p.description for p in catalog.packages))
    node["alternateName"] = [package.title for package in catalog.packages]
    node["keywords"] = list(catalog.packages[0].keywords)
    if dates:
        node["temporalCoverage"] = f"{min(d.start for d in dates)}/{max(d.end for d in dates)}"
    node["variableMeasured"] = [indicator.name_vi for indicator in catalog.indicators.values()]
    node["distribution"] = [_download(edition, entry.file) for entry in offered if entry.kind.holds_data]
    return node


def slice_dataset(
    catalog: Catalog,
    edition: Edition,
    address: str,
    names: tuple[str, str],
    files: Iterable[Published],
    figures: Sequence[FigureRow] = (),
) -> dict[str, Any]:
    """Return what one page is about as a `Dataset`, a part of the whole; `names` are its title and its summary."""
    node = _dataset_node(catalog, edition, address, *names)
    node["spatialCoverage"] = _place(catalog, figures)
    time = coverage_of(figures)
    if time:
        node["temporalCoverage"] = interval(time)
        measured = {row.indicator.indicator_id: row.indicator for row in figures if row.indicator}
        node["variableMeasured"] = [
            {
                "@type": "PropertyValue",
                "name": indicator.name_vi,
                "unitText": catalog.code_title("unit_measure", indicator.unit_measure),
            }
            for indicator in measured.values()
        ]
    node["isPartOf"] = {"@type": "Dataset", "@id": f"{edition.base}du-lieu/#dataset", "name": "Sổ Học Tập"}
    node["distribution"] = [_download(edition, file) for file in files]
    return node


def data_block(value: dict[str, Any]) -> str:
    """Return the value as an HTML data block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _dataset_node(catalog: Catalog, edition: Edition, address: str, title: str, summary: str) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": catalog.packages[0].contributors[0]}
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{edition.base}{address}#dataset",
        "name": title,
        # Search engines want fifty letters at least.
        "description": summary if len(summary) >= 50 else f"{summary} Trích từ Sổ Học Tập, mỗi con số kèm nguồn.",
        "url": f"{edition.base}{address}",
        "inLanguage": "vi",
        "version": catalog.version,
        "dateModified": edition.day.isoformat(),
        "license": catalog.packages[0].licence.path,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "spatialCoverage": _VIET_NAM,
    }


def _place(catalog: Catalog, figures: Sequence[FigureRow]) -> dict[str, Any]:
    """Return the one area that all figures are of, with the last day of its borders; else the country."""
    areas = {row.area.area_id for row in figures if row.area} if all(row.area for row in figures) else set()
    if len(areas) != 1 or areas == {NATION}:
        return _VIET_NAM
    return {"@type": "Place", "name": area_link(catalog, areas.pop()).text, "containedInPlace": _VIET_NAM}


def _download(edition: Edition, file: Published) -> dict[str, Any]:
    kind, _ = kind_of(file.path)
    return {
        "@type": "DataDownload",
        "name": kind.label,
        "encodingFormat": kind.media_type,
        "contentUrl": edition.url(file.path),
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }
