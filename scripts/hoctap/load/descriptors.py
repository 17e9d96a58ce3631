"""datapackage.json files into typed packages; what is amiss in them becomes findings. Reads no CSV."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hoctap.load.rules import breach
from hoctap.model.descriptor import Field, ForeignKey, Package, Resource
from hoctap.model.finding import Finding, Place

FOLDER = "datapackages"


def read_packages(root: Path) -> tuple[tuple[Package, ...], tuple[Finding, ...]]:
    """Return the packages under `root`/datapackages in name order; FileNotFoundError without that folder."""
    folder = root / FOLDER
    if not folder.is_dir():
        raise FileNotFoundError(f"no {FOLDER}/ folder under {root}")
    packages: list[Package] = []
    findings: list[Finding] = []
    for path in sorted(folder.glob("*/datapackage.json")):
        relative = path.relative_to(root).as_posix()
        try:
            raw = json.loads(path.read_bytes(), object_pairs_hook=_without_repeats)
            packages.append(_package(raw, relative))
        except json.JSONDecodeError as error:
            place = Place(relative, error.lineno, error.colno)
            findings.append(breach("descriptor-is-readable", place, f"phải là JSON đúng cú pháp ({error.msg})"))
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            message = f"phải có đủ các mục bắt buộc, đang sai ở: {error}"
            findings.append(breach("descriptor-is-readable", Place(relative, 1), message))
    return tuple(packages), tuple(findings)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"mục viết hai lần: {', '.join(repeated)}")
    return dict(pairs)


def _package(raw: Mapping[str, Any], path: str) -> Package:
    name = str(raw["name"])
    return Package(
        name=name,
        folder=path.rpartition("/")[0],
        path=path,
        title=str(raw["title"]),
        title_en=str(raw["title_en"]),
        description=str(raw["description"]),
        version=str(raw["version"]),
        resources=tuple(_resource(entry, name) for entry in raw["resources"]),
        raw=raw,
    )


def _resource(raw: Mapping[str, Any], package: str) -> Resource:
    schema, path = raw["schema"], raw["path"]
    keys = [*schema.get("foreignKeys", ()), *schema.get("external_keys", ())]
    return Resource(
        package=package,
        name=str(raw["name"]),
        title=str(raw["title"]),
        title_en=str(raw["title_en"]),
        description=str(raw["description"]),
        paths=(path,) if isinstance(path, str) else tuple(path),
        fields=tuple(_field(entry) for entry in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=tuple(_foreign_key(entry, package) for entry in keys),
    )


def _field(raw: Mapping[str, Any]) -> Field:
    return Field(
        name=str(raw["name"]),
        type=str(raw["type"]),
        title=str(raw["title"]),
        title_en=str(raw["title_en"]),
        description=str(raw["description"]),
        example=str(raw["example"]),
        code_list=str(raw.get("code_list", "")),
        constraints=raw.get("constraints", {}),
        raw=raw,
    )


def _foreign_key(raw: Mapping[str, Any], package: str) -> ForeignKey:
    reference = raw["reference"]
    return ForeignKey(
        fields=tuple(raw["fields"]),
        package=str(reference.get("package", package)),
        resource=str(reference["resource"]),
        target_fields=tuple(reference["fields"]),
    )
