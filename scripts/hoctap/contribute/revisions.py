"""The data as it was at a git revision, or as it lies in a folder. Runs git only to read."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoctap.load import load
from hoctap.model.catalog import Catalog


@contextmanager
def catalog_at(root: Path, name: str) -> Iterator[Catalog]:
    """Yield the catalog in the folder `name`, or at the git revision `name` of `root`; LookupError if there is none."""
    if (Path(name) / "datapackages").is_dir():
        yield load(Path(name), validate=False).catalog
        return
    with tempfile.TemporaryDirectory(prefix="hoctap-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_archive(root, name))) as archive:
            archive.extractall(folder, filter="data")
        yield load(Path(folder), validate=False).catalog


def _archive(root: Path, revision: str) -> bytes:
    try:
        commit = (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            .decode()
            .strip()
        )
        return _git(root, "archive", "--format=tar", commit, "--", "datapackages")
    except (OSError, subprocess.SubprocessError) as error:
        why = f"không có thư mục nào chứa datapackages/ và không có nhánh, bản git nào tên là: {revision}"
        raise LookupError(why) from error


def _git(root: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True, timeout=60).stdout
