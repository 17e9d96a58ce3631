"""What the page «Gửi số liệu» runs: Python for browsers, this very program with what it imports, and the data.

Everything is put beside the site's other files under names that change with their content, and only that page loads it.
The libraries are those the lock installed here, their pure Python alone; Pyodide comes from npm.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from hoctap.exports.deflate import BEST
from hoctap.exports.zipped import zipped
from hoctap.model.catalog import Catalog
from hoctap.site.npm import PROGRAM, installed
from hoctap.system.folder_record import fingerprint
from hoctap.system.reuse import Work
from hoctap.views.comparison import choices

FOLDER = Path("assets", "py")
PAGE = "gui-so-lieu"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
ROOMS = ("model", "vietnamese", "system", "load", "check", "views", "contribute")
LIBRARIES = ("openpyxl", "et_xmlfile", "pyyaml", "xlsxwriter")


def write_desk(work: Work, catalog: Catalog) -> None:
    """Write everything that the page loads into the site."""
    write_python(work.within(f"{FOLDER.as_posix()}/", work.new / FOLDER), catalog)
    _write_page_files(work, catalog)
    work.pieces([("form", "", partial(_written_form, catalog, work.new))])


def write_python(work: Work, catalog: Catalog) -> None:
    """Write the runtime, the program and the data, `names.js` that says what each is called, and their licences."""
    folder = work.new
    folder.mkdir(parents=True, exist_ok=True)
    program = ("desk program", "", partial(_write_program, folder))
    tables = fingerprint(_tables(catalog), ())
    data = ("desk data", tables, partial(_write_data, folder, catalog))
    names: dict[str, str | int] = {name: text for part in work.pieces([program, data]) for name, text in part.items()}
    files = (file for name, *_ in (program, data) for file in work.done[name].files)
    names["bytes"] = sum(work.file(file).stat().st_size for file in files if file.endswith((".wasm", ".zip", ".json")))
    (folder / "names.js").write_text(f"export default {json.dumps(names, sort_keys=True)};\n", encoding="utf-8")


def _write_program(folder: Path) -> tuple[list[str], dict[str, str]]:
    package = installed() / "pyodide"
    version = json.loads((package / "package.json").read_bytes())["version"]
    (folder / version).mkdir()
    for name in RUNTIME:
        shutil.copyfile(package / name, folder / version / name)
    program = _named(folder, "program", zipped(_program(), 0, BEST))
    (folder / "LICENSES.txt").write_text("\n\n".join(_licences(version)), encoding="utf-8")
    written = [*(f"{version}/{name}" for name in RUNTIME), program, "LICENSES.txt"]
    return written, {"runtime": f"{version}/", "program": program}


def _write_data(folder: Path, catalog: Catalog) -> tuple[list[str], dict[str, str]]:
    name = _named(folder, "data", zipped(((name, path.read_bytes()) for name, path in _tables(catalog)), 0, BEST))
    return [name], {"data": name}


def _write_page_files(work: Work, catalog: Catalog) -> None:
    folder = work.new / PAGE
    folder.mkdir(exist_ok=True)
    # A service worker rules the folder it lies in, so it lies beside the one page that it is for.
    shutil.copyfile(work.file("assets/js/desk-service.js"), folder / "sw.js")
    units = [one.as_row for one in choices(catalog, with_figures=False)]
    text = json.dumps(units, ensure_ascii=False, separators=(",", ":"))
    (folder / "units.json").write_text(text, encoding="utf-8")


def _written_form(catalog: Catalog, site: Path) -> tuple[list[str], None]:
    """Write the form for machines that cannot run the page's Python; each unit's own would come to 25 MB."""
    from hoctap.contribute.template import template  # noqa: PLC0415 - its library is slow to load

    name = f"{PAGE}/mau-so-lieu.xlsx"
    (site / name).write_bytes(template(catalog, ""))
    return [name], None


def program_files() -> Mapping[str, bytes]:
    """Return the modules of the program that the page runs, by their path."""
    own = PROGRAM / "scripts"
    files = [
        own / "hoctap" / "__init__.py",
        *(path for room in ROOMS for path in (own / "hoctap" / room).rglob("*.py")),
    ]
    return {path.relative_to(own).as_posix(): path.read_bytes() for path in sorted(files)}


def _program() -> Iterator[tuple[str, bytes]]:
    from importlib.metadata import distribution  # noqa: PLC0415 - long to load, and the program rarely changes

    yield from program_files().items()
    for name in LIBRARIES:
        for file in distribution(name).files or ():
            if file.suffix == ".py" and ".." not in file.parts:  # scripts beside the packages
                yield file.as_posix(), Path(str(file.locate())).read_bytes()


def _tables(catalog: Catalog) -> Iterator[tuple[str, Path]]:
    for path in sorted((catalog.root / "datapackages").rglob("*")):
        if path.is_file() and path.suffix in (".csv", ".json"):
            yield path.relative_to(catalog.root).as_posix(), path


def _named(folder: Path, name: str, data: bytes) -> str:
    file = f"{name}-{hashlib.sha256(data).hexdigest()[:12]}.zip"
    (folder / file).write_bytes(data)
    return file


def _licences(version: str) -> Iterator[str]:
    from importlib.metadata import distribution  # noqa: PLC0415 - as above

    yield f"── Pyodide {version} (MPL-2.0), with CPython (PSF-2.0): https://github.com/pyodide/pyodide"
    for name in LIBRARIES:
        found = distribution(name)
        licence = ""
        for key in ("License-Expression", "License"):
            if key in found.metadata:
                licence = found.metadata[key]
        texts = [file.read_text() for file in found.files or () if file.name.upper().startswith(("LICEN", "COPYING"))]
        yield "\n\n".join([f"── {found.metadata['Name']} {found.version} ({licence})", *texts])
