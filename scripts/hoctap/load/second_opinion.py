"""What frictionless itself says of a whole data package, by its own reading of the descriptor and files.

A second pass, for packages that our findings call clean: it trusts the descriptor, so it must not come first.
"""

import re
from pathlib import Path


def frictionless_faults(descriptor: Path) -> list[str]:
    """Return a line for each error that frictionless finds in the package of `descriptor`; empty if it is valid.

    What it raises instead of reporting, for a descriptor it cannot read or a pattern that is none, is a line as well.
    """
    from frictionless import FrictionlessException, Package  # noqa: PLC0415 - a second to load

    name = descriptor.parent.name
    try:
        report = Package(str(descriptor)).validate()
    except FrictionlessException as error:
        return [f"{name}: {fault.message}" for fault in (error.reasons or [error.error])]
    except (re.error, OSError, ValueError) as error:
        return [f"{name}: frictionless: {type(error).__name__}: {error}"]
    faults = [f"{name}: {error.message}" for error in report.errors]
    for task in report.tasks:
        faults += [f"{name}/{task.place}: {error.message}" for error in task.errors]
    return faults
