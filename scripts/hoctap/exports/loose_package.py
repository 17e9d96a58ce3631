"""The combined package as it stands on the site, file by file: long tables packed if there are very many units.

Beside 50,000 units a table of figures is 45 MB and a tenth of that as `.csv.gz`, which frictionless, pandas, DuckDB and
R read as it is. CSV on the Web knows no packed tables: there its description stands in the archive alone.
"""

import json
from collections.abc import Iterator, Mapping

from hoctap.exports import combined, csvw
from hoctap.exports.json_text import as_json
from hoctap.exports.packed import gzipped, is_packed
from hoctap.model.catalog import Catalog

_DESCRIPTOR = "hoctap/datapackage.json"


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap/<table>.csv`, `hoctap/datapackage.json`, and if no table is packed `csv-metadata.json`."""
    files_by_path = dict(combined.files(catalog, epoch))
    long = [f"hoctap/{resource.name}.csv" for resource in catalog.resources() if is_packed(catalog, resource)]
    packed = {path: gzipped(path, files_by_path[path]) for path in long}
    for path, data in files_by_path.items():
        yield packed.get(path, (path, _packed_in(data, packed) if path == _DESCRIPTOR and packed else data))
    if not packed:
        yield from csvw.files(catalog, epoch)


def _packed_in(descriptor: bytes, packed: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Return the descriptor of the package with the packed tables in the place of what they hold."""
    described = json.loads(descriptor)
    for resource in described["resources"]:
        path, data = packed.get(f"hoctap/{resource['path']}", ("", b""))
        if path:
            resource |= {"path": path.removeprefix("hoctap/"), "compression": "gz", **combined.measures(data)}
    return as_json(described)
