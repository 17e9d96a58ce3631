"""What frictionless itself says of a whole data package, by its own reading of the descriptor and files.

A second pass, for packages that our findings call clean: it trusts the descriptor, so it must not come first.
"""

from pathlib import Path


def frictionless_faults(descriptor: Path) -> list[str]:
    """Return a line for each error that frictionless finds in the package of `descriptor`; empty if it is valid."""
    from frictionless import Package  # noqa: PLC0415 - a second to load

    report = Package(str(descriptor)).validate()
    faults = [f"{descriptor.parent.name}: {error.message}" for error in report.errors]
    for task in report.tasks:
        faults += [f"{descriptor.parent.name}/{task.place}: {error.message}" for error in task.errors]
    return faults
