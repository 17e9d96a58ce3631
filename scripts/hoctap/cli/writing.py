"""Writing the data: by one command at a time, from reading them until they are written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hoctap.cli.exits import CLEAN, MisuseError, RefusedError
from hoctap.cli.printing import say
from hoctap.system.lock import BusyError, only_writer

if TYPE_CHECKING:
    from hoctap.model.catalog import Catalog


def catalog_of(root: Path) -> "Catalog":
    """Return the data as they are, not checked; RefusedError, with the cause, if some of them cannot be read.

    What reads them is imported only where a command needs them.
    """
    from hoctap.load import load

    loaded = load(root, validate=False)
    if unread := loaded.what_is_unread:
        first = unread[0]
        spot = f"{first.path}:{first.line}" if first.line else first.path
        message = f"sổ có tệp chưa đọc được nên chưa làm gì: {spot}: {first.message}"
        raise RefusedError(f"{message}\n    → {first.hint}; rồi chạy: hoctap check")
    return loaded.catalog


def need_source(catalog: "Catalog", source: str) -> str:
    """Return the identifier of the source called so: by it, its title or an address; MisuseError if none or several."""
    from hoctap.load.names import register_of

    cure = "nguồn chưa có trong sổ thì tạo bằng: hoctap new source"
    if not source:
        raise MisuseError(f"thiếu --source: hãy ghi mã của nguồn mà các số liệu này lấy ở đó\n    → {cure}")
    if source in catalog.sources:
        return source
    found = register_of(catalog, "sources").find(source)
    if found.code:
        return found.code
    near = "; ".join(f"{each.name} [{each.code}]" for each in found.near[:3])
    if found.is_tie:
        raise MisuseError(f"--source: «{source}» là tên của nhiều nguồn\n    → ghi mã; chọn một: {near}")
    cure = f"ghi mã; gần giống: {near}; {cure}" if near else cure
    raise MisuseError(f"--source: sổ không có nguồn «{source}»\n    → {cure}")


@contextmanager
def writing(root: Path, *, dry_run: bool) -> Iterator[None]:
    """Keep other writers out; a dry run writes nothing and waits for nobody."""
    if dry_run:
        yield
        return
    try:
        with only_writer(root):
            yield
    except BusyError as error:
        raise RefusedError(str(error)) from error


def settle(catalog: "Catalog", files: Mapping[str, str], *, dry_run: bool) -> int:
    """Show what writing the files would change, and write them unless it is a dry run.

    RefusedError if somebody changed one of them since `catalog` was read.
    """
    from hoctap.contribute.placing import ChangedMeanwhileError, difference, written

    if not files:
        say("Không có gì phải ghi: sổ đã có đúng như thế.")
        return CLEAN
    say(difference(catalog.root, files), nl=False)
    if not dry_run:
        try:
            written(catalog, files)
        except ChangedMeanwhileError as error:
            raise RefusedError(str(error)) from error
    say(f"{len(files)} tệp {'sẽ đổi' if dry_run else 'đã ghi'}.")
    return CLEAN
