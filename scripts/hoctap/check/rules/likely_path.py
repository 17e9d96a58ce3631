"""Which page a wrong path means: another case, the address it is published under, a slip of the pen."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from hoctap.check.rules.near import Near
from hoctap.model.page_folders import TABLE_OF


def resolved(home: PurePosixPath, target: str) -> str:
    """Return the path under docs/ that a target seen from a folder is; empty if it leads out of docs/."""
    parts: list[str] = list(home.parts)
    for part in PurePosixPath(target).parts:
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def likely_path(target: str, page: str, there: set[str], nearest: Near) -> str:
    """Return how to mend a link of a page that leads to none of the files `there`; empty if nothing is like it."""
    if target.lower().startswith("www."):
        return f"trang ở ngoài thì viết đủ https://{target}"
    for path in _readings(target.replace("\\", "/"), page):
        folder, _, key = path.strip("/").removesuffix(".md").partition("/")
        if folder in TABLE_OF and key and "/" not in key and key != "index":
            return f'trang làm từ dữ liệu: viết {{{{ link("{folder}", "{key}") }}}} ở trang được chạy macro'
    by_fold = {path.casefold(): path for path in there}
    found = (
        by_fold.get(form.casefold()) for path in _readings(target.replace("\\", "/"), page) for form in _forms(path)
    )
    path = next(filter(None, found), "") or _alike(target, page, there, nearest)
    if path != path.lower():
        return f"đổi tên tệp docs/{path} thành chữ thường"
    return f"có phải là {posixpath.relpath(path, posixpath.dirname(page) or '.')}?" if path else ""


def _readings(target: str, page: str) -> Iterator[str]:
    """Yield what the target is from the folder of the page, from its address, and from the top."""
    bare = target.lstrip("/")
    if bare == target:
        yield resolved(PurePosixPath(page).parent, bare)
        yield resolved(PurePosixPath(page.removesuffix(".md")), bare)
    yield resolved(PurePosixPath(), bare)


def _forms(path: str) -> Iterator[str]:
    if path:
        stem = path.removesuffix(".html").removesuffix(".htm")
        yield from (path, f"{stem}.md", f"{stem}/index.md")


def _alike(target: str, page: str, there: set[str], nearest: Near) -> str:
    found = resolved(PurePosixPath(page).parent, target)
    name = found.rpartition("/")[2]
    same_name = (
        "" if name == "index.md" else min((path for path in there if path.rpartition("/")[2] == name), default="")
    )
    ending = PurePosixPath(name).suffix.lower() or ".md"
    kind = sorted(path for path in there if path.endswith(ending))
    return same_name or nearest.of(found, kind, 0.7 if ending == ".md" else 0.85, among=f"files {ending}")
