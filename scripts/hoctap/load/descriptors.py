"""Reads datapackage.json files as typed packages; each fault in them becomes a finding. Reads no CSV."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from hoctap.load.descriptor_format import Fault, faults
from hoctap.load.file_rules import breach
from hoctap.load.json_text import MOST_BYTES, BadJsonError, Json, read_json
from hoctap.model.descriptor import Field, ForeignKey, Licence, Package, Resource
from hoctap.model.figure_row import FIGURE_KEY
from hoctap.model.finding import Finding, Place
from hoctap.model.record import RECORD_OF

FOLDER = "datapackages"
NAME = "datapackage.json"
RULE = "descriptor-is-readable"
# What a descriptor says and what is wrong with its form, and what reads that from its bytes; BadJsonError as there.
Described = tuple[Json, tuple[Fault, ...]]
Describe = Callable[[bytes], Described]


@lru_cache(maxsize=8)
def described(data: bytes) -> Described:
    """Return a descriptor and what is wrong with its form; kept, since data changes a thousand times as often."""
    json = read_json(data)
    return json, tuple(faults(json.value))


def read_packages(root: Path, describe: Describe = described) -> tuple[tuple[Package, ...], tuple[Finding, ...]]:
    """Return the packages under `root`/datapackages in name order; FileNotFoundError without that folder."""
    folder = root / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"no {FOLDER}/ folder under {root}")
    packages: list[Package] = []
    findings: list[Finding] = []
    for path in sorted(child / NAME for child in folder.iterdir() if child.is_dir()):
        relative = path.relative_to(root).as_posix()
        if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
            message = f"thư mục của gói phải có {NAME}, là tệp thường"
            hint = f"lấy lại {NAME} từ bản trước; thư mục không phải là gói dữ liệu thì chuyển đi nơi khác"
            findings.append(breach(RULE, Place(relative), message, hint=hint))
            continue
        try:
            json, wrong = describe(_bytes(path))
        except BadJsonError as error:
            findings.append(breach(RULE, Place(relative, error.line, error.column), str(error)))
            continue
        found = list(_findings(json, wrong, relative, packages)) or list(_lacking(_package(json, relative)))
        findings += found
        if not found:
            packages.append(_package(json, relative))
    # A package that could not be read leaves keys of others leading nowhere: the cause is told, not the consequence.
    findings += [] if findings else _dangling(packages)
    return tuple(map(partial(_without_dangling, packages), packages)), tuple(findings)


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise BadJsonError(f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB", 1)
    return path.read_bytes()


def _without_dangling(packages: Iterable[Package], package: Package) -> Package:
    """Return the package without keys that lead nowhere, which no later step could follow."""
    columns = {resource.name: set(resource.header) for each in packages for resource in each.resources}
    return replace(
        package,
        resources=tuple(
            replace(
                resource,
                foreign_keys=tuple(
                    key for key in resource.foreign_keys if columns.get(key.resource, set()) >= set(key.target_fields)
                ),
            )
            for resource in package.resources
        ),
    )


def _findings(json: Json, wrong: Iterable[Fault], path: str, before: list[Package]) -> Iterator[Finding]:
    for spot, message in wrong:
        field = next((part for part in reversed(spot) if isinstance(part, str)), "")
        yield breach(RULE, Place(path, json.line(spot)), message, field=field)
    folder = path.split("/")[-2]
    if isinstance(json.value, dict) and json.value.get("name") != folder:
        yield breach(RULE, Place(path, json.line(("name",))), f"phải là tên thư mục «{folder}»", field="name")
    used = {resource.name for package in before for resource in package.resources}
    for at, resource in enumerate(_listed(json.value)):
        if isinstance(resource, dict) and str(resource.get("name")) in used:
            place = Place(path, json.line(("resources", at, "name")))
            yield breach(RULE, place, "gói khác đã có bảng này", field="name", value=str(resource["name"]))


def _listed(value: Any) -> list[Any]:
    listed = value.get("resources") if isinstance(value, dict) else None
    return listed if isinstance(listed, list) else []


# A figure is named after these columns in what is published.
_KEYS = {"observations": FIGURE_KEY}


def _dangling(packages: list[Package]) -> Iterator[Finding]:
    """Yield a finding for each key that points at a package, table or column which no descriptor has."""
    columns = {(package.name, resource.name): resource.header for package in packages for resource in package.resources}
    there = {package.name for package in packages}
    keys = [key for package in packages for resource in package.resources for key in resource.foreign_keys]
    for name, count in Counter(key.package for key in keys if key.package and key.package not in there).items():
        message = f"thiếu gói {name}: {count} khóa của các gói khác dẫn tới bảng của nó"
        yield breach(RULE, Place(f"{FOLDER}/{name}/{NAME}"), message, hint="lấy lại thư mục của gói từ bản trước")
    for package in packages:
        for resource in package.resources:
            for key in resource.foreign_keys:
                if key.package and key.package not in there:
                    continue
                known = columns.get((key.package or package.name, key.resource))
                if known is None or not set(known).issuperset(key.target_fields):
                    target = f"{key.resource}.{', '.join(key.target_fields)}"
                    message = "khóa phải dẫn tới bảng và cột có trong các gói"
                    yield breach(RULE, Place(package.path, key.line), message, field="reference", value=target)


def _lacking(package: Package) -> Iterator[Finding]:
    """Yield a finding for each table that lacks a column which the program reads."""
    for resource in package.resources:
        record = RECORD_OF.get(resource.name)
        wanted = [column.name for column in fields(record) if column.name != "place"] if record else []
        lacking = [name for name in wanted if name not in resource.header]
        if lacking:
            message = f"bảng {resource.name} phải có cột {', '.join(lacking)}"
            yield breach(RULE, Place(package.path, resource.line), message, field="fields")
        key = _KEYS.get(resource.name, resource.primary_key)
        if resource.primary_key != key:
            message = f"khóa của bảng {resource.name} phải là {', '.join(key)}: mã của mỗi dòng làm từ các cột ấy"
            value = ", ".join(resource.primary_key)
            yield breach(RULE, Place(package.path, resource.line), message, field="primaryKey", value=value)


def _package(json: Json, path: str) -> Package:
    entry = json.value
    return Package(
        name=entry["name"],
        folder=path.rpartition("/")[0],
        path=path,
        title=entry["title"],
        title_en=entry["title_en"],
        description=entry["description"],
        version=entry["version"],
        resources=tuple(_resource(json, at, entry["name"]) for at in range(len(entry["resources"]))),
        keywords=tuple(entry["keywords"]),
        licence=Licence(**entry["licenses"][0]),
        contributors=tuple(each["title"] for each in entry["contributors"]),
        descriptor=entry,
    )


def _resource(json: Json, at: int, package: str) -> Resource:
    entry = json.value["resources"][at]
    schema, path = entry["schema"], entry["path"]
    paths = (path,) if isinstance(path, str) else tuple(path)
    here = ("resources", at, "path")
    lines = [json.line(here)] if isinstance(path, str) else [json.line((*here, n)) for n in range(len(paths))]
    return Resource(
        package=package,
        name=entry["name"],
        title=entry["title"],
        title_en=entry["title_en"],
        description=entry["description"],
        description_en=entry.get("description_en", ""),
        paths=paths,
        path_lines=tuple(lines),
        line=json.line(("resources", at)),
        fields=tuple(_field(entry) for entry in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=tuple(_foreign_keys(json, at, package)),
    )


def _field(entry: Mapping[str, Any]) -> Field:
    return Field(
        name=entry["name"],
        type=entry["type"],
        title=entry["title"],
        title_en=entry["title_en"],
        description=entry["description"],
        description_en=entry.get("description_en", ""),
        example=entry["example"],
        code_list=entry.get("code_list", ""),
        constraints=entry.get("constraints", {}),
        not_before=entry.get("not_before", ""),
        not_after=tuple(entry.get("not_after", ())),
        descriptor=entry,
    )


def _foreign_keys(json: Json, at: int, package: str) -> Iterator[ForeignKey]:
    schema = json.value["resources"][at]["schema"]
    for kind in ("foreignKeys", "external_keys"):
        for n, entry in enumerate(schema.get(kind, ())):
            reference = entry["reference"]
            yield ForeignKey(
                fields=tuple(entry["fields"]),
                package=reference.get("package", package),
                resource=reference["resource"],
                target_fields=tuple(reference["fields"]),
                line=json.line(("resources", at, "schema", kind, n)),
            )
