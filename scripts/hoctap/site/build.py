"""The order of a build: check, make the site in a new folder, put it in place, remember what it was made from."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from hoctap.check.gate import Checked, check
from hoctap.check.verdicts import Verdicts
from hoctap.model.finding import Finding
from hoctap.model.large_site import has_many_units
from hoctap.model.traced import TracedCatalog
from hoctap.site.inputs import SPARES, VERDICTS, Inputs, inputs_of
from hoctap.site.judge import UnsafePageError
from hoctap.site.leaks import LeakError
from hoctap.site.making import Making
from hoctap.site.npm import LibraryError
from hoctap.site.parts import PartsError, Share, build_part
from hoctap.site.prose_error import ProseError
from hoctap.system.clock import today as day_of_the_clock
from hoctap.system.folder_record import Files, place_of
from hoctap.system.machine_errors import why
from hoctap.system.memory import cycles_left, much_kept
from hoctap.system.spare import put_aside
from hoctap.system.steps import Steps
from hoctap.system.switch import (
    NotOursError,
    mark_as_ours,
    new_working_folder,
    put_in_place,
    refuse_unless_ours,
)


class BuildError(Exception):
    """The site could not be built; the old one is untouched."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: findings and no site, or a site of these files and what its settings leave open."""

    findings: tuple[Finding, ...]
    folder: Path
    files: Files = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """Return how many pages and files were made, and where."""
        pages = sum(os.path.basename(name) == "index.html" for name in self.files)
        return f"{pages} trang, {len(self.files)} tệp: {self.folder}"


def build(
    root: Path,
    out: Path | None = None,
    *,
    today: date | None = None,
    parts: Sequence[Path] = (),
    steps: Steps | None = None,
    anew: bool = False,
    inputs: Inputs | None = None,
) -> Outcome:
    """Check `root` and build its site into `out` (default `root`/site); `parts` hold its data pages, if made before.

    What has not changed since the last build into `out` is taken from there, unless all is made `anew`. `inputs` are
    what somebody has found of `root` on this day.

    BuildError if `out` is not ours to replace, a page is refused, or the machine is: no room, no right to write.
    """
    target = (out or root / "site").absolute()
    with _build_errors(), much_kept():
        refuse_unless_ours(target, root)
        return _built(root, target, inputs or inputs_of(root, today), parts, steps or Steps(), anew=anew)


def build_share(
    root: Path, out: Path, share: Share, *, today: date | None = None, steps: Steps | None = None
) -> Outcome:
    """Check `root` and make a share of its data pages into `out`, to be joined; BuildError as above."""
    target = out.absolute()
    with _build_errors(), much_kept():
        refuse_unless_ours(target, root)
        working = new_working_folder(target)
        try:
            (working / "site").mkdir(exist_ok=True)
            findings = build_part(root, working / "site", share, today, steps or Steps())
            if findings:
                return Outcome(findings, target)
            mark_as_ours(working / "site")
            files = put_in_place(working / "site", target, root)
        finally:
            shutil.rmtree(working, ignore_errors=True)
        return Outcome((), target, files)


@contextmanager
def _build_errors() -> Iterator[None]:
    try:
        yield
    except NotOursError as error:
        raise BuildError(str(error)) from error
    except ProseError as error:
        raise BuildError(f"MkDocs: {error}") from error
    except LibraryError as error:
        raise BuildError(f"thư viện mà trang dùng, lấy từ npm:\n{error}") from error
    except (LeakError, UnsafePageError) as error:
        raise BuildError(f"không công bố được:\n{error}") from error
    except PartsError as error:
        raise BuildError(f"không ghép được: {error}") from error
    except (OSError, MemoryError, OverflowError) as error:
        raise BuildError(f"{why(error)}; trang cũ còn nguyên") from error


def _built(root: Path, target: Path, inputs: Inputs, parts: Sequence[Path], steps: Steps, *, anew: bool) -> Outcome:
    steps.step("Kiểm dữ liệu")
    checked = check(root) if anew else check_what_changed(root, inputs)
    if checked.findings:
        return Outcome(checked.findings, target)
    working = new_working_folder(target)
    try:
        making = Making(root, working, TracedCatalog(checked.catalog, inputs.day), steps, inputs)
        work = making.work_after(target, anew=anew)
        # Of very many units what lies unused would be much.
        with cycles_left(wanted=not has_many_units(checked.catalog)):
            files, warnings = making.make(work, parts)
        put_in_place(making.whole, target, root, partial(put_aside, place=place_of(SPARES, target)), files)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    making.remember(work, target, files)
    return Outcome((), target, files, warnings)


def check_what_changed(root: Path, inputs: Inputs) -> Checked:
    """Return what `check` does, asking only those rules whose data changed since the last time.

    Of the future the clock tells. All rules are asked if nobody can tell what `inputs` were.
    """
    if not inputs.everything:
        return check(root)
    verdicts = Verdicts(place_of(VERDICTS, root), f"{inputs.ways} {day_of_the_clock()}", inputs.but_tables)
    return check(root, find=verdicts.findings_of, describe=verdicts.described)
