"""Libraries that pages load, bundled once for each change of what is taken of them.

A file of scripts/libraries/ names what pages take of a library and becomes a file of the site, under a name that
changes with its content.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from hoctap.site.npm import PROGRAM, LibraryError, cached_folder, esbuild, installed, key, node

SOURCES = PROGRAM / "scripts" / "libraries"
FOLDER = Path("assets", "npm")
_BUNDLE = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--splitting",
    "--target=es2022",
    "--legal-comments=none",  # LICENSES.txt holds them whole
    "--log-level=warning",
    "--entry-names=[name]-[hash]",
    "--chunk-names=[name]-[hash]",
    "--outdir=made",
    "--metafile=bundle.json",
)


def write_libraries(site: Path) -> None:
    """Write the bundles, `names.js` that says what each is called, and their licences into `site`."""
    for file in sorted(bundled().iterdir()):
        (site / FOLDER).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, site / FOLDER / file.name)


def bundled() -> Path:
    """Return the folder of finished bundles, made now if nothing that decides them was seen before."""
    sources = sorted(SOURCES.glob("*.js"))
    packages = installed()
    return cached_folder(
        f"bundles-{key([*sources, Path(__file__)])}", lambda folder: _bundle(folder, packages, sources)
    )


def joined(sources: Sequence[Path], entry: str, outside: Sequence[str], own: Sequence[str] = ()) -> bytes:
    """Return `entry` and the modules it loads as one shortened script, which still loads `outside`; made once.

    `own` are names of properties that nothing outside these modules knows: they are shortened too.
    """
    short = (f"--mangle-props=^(?:{'|'.join(own)})$",) if own else ()
    # A module is read as UTF-8: its letters need no escapes.
    output = ("--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8")
    words = (entry, *output, "--log-level=warning", "--outdir=made")

    def make(folder: Path) -> Path:
        for source in sources:
            shutil.copyfile(source, folder / source.name)
        node(folder, esbuild(), *words, *short, *(f"--external:{each}" for each in outside))
        return folder / "made"

    folder = cached_folder(f"scripts-{key([*sources, Path(__file__)], ' '.join(own))}", make)
    return (folder / entry).read_bytes()


def _bundle(folder: Path, packages: Path, sources: list[Path]) -> Path:
    # esbuild's names hash the paths it is told, so it is told the same ones on every machine.
    (folder / "node_modules").symlink_to(packages, target_is_directory=True)
    for source in sources:
        shutil.copyfile(source, folder / source.name)
    names = [source.name for source in sources]
    node(folder, "node_modules/esbuild/bin/esbuild", *names, *_BUNDLE)
    bundle = json.loads((folder / "bundle.json").read_bytes())
    target = folder / "made"
    (target / "names.js").write_text(_names(bundle), encoding="utf-8")
    (target / "LICENSES.txt").write_text(_licences(packages, bundle), encoding="utf-8")
    return target


def _names(bundle: dict[str, dict[str, dict[str, str]]]) -> str:
    target = {
        output["entryPoint"].removesuffix(".js"): path.removeprefix("made/")
        for path, output in bundle["outputs"].items()
        if "entryPoint" in output
    }
    return f"export default {json.dumps(target, sort_keys=True)};\n"


def _licences(packages: Path, bundle: dict[str, dict[str, object]]) -> str:
    """Return the licence of each package of which a bundle holds code, as the package itself tells it."""
    inside = (path.partition("node_modules/")[2].split("/") for path in bundle["inputs"] if "node_modules/" in path)
    names = sorted({"/".join(parts[: 2 if parts[0].startswith("@") else 1]) for parts in inside})
    return "\n\n".join(_licence(packages / name) for name in names)


def _licence(package: Path) -> str:
    manifest = json.loads((package / "package.json").read_bytes())
    texts = [file.read_text(encoding="utf-8").strip() for file in sorted(package.glob("LICEN[CS]E*"))]
    if not texts:
        raise LibraryError(
            f"{manifest['name']} {manifest['version']} brings no licence text, so it cannot be published"
        )
    return "\n\n".join([f"── {manifest['name']} {manifest['version']} ({manifest['license']})", *texts]) + "\n"
