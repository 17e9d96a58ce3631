"""Which lines of views and render do tests execute? Measured where tracing every test would take too long.

A plugin of pytest for Python 3.11 (`-p measured`): only the fast files named here are traced, and only in these two
rooms, which adds some seconds to `make test`. The interpreter of Python 3.12 and later says it of all without a cost.
"""

from collections.abc import Iterator

import pytest
from coverage import Coverage

MEASURED = frozenset(
    f"test_{name}.py"
    for name in (
        "golden", "macros", "charts", "figures", "english", "explorer", "labels", "due", "gaps", "report", "merged",
        "page_kinds", "statements", "story",
    )
)  # fmt: skip
# Without the settings of pyproject.toml, which trace the processes that tests start too.
_coverage = Coverage(
    config_file=False,
    data_file=".cache/coverage/data",
    data_suffix=True,
    source_pkgs=["hoctap.views", "hoctap.render"],
)
# A worker may get no test of these rooms.
_coverage.set_option("run:disable_warnings", ["module-not-imported", "module-not-measured", "no-data-collected"])
# From here on, so that what is executed while modules are loaded counts.
_coverage.start()


def pytest_collection_finish() -> None:
    _coverage.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    if item.path.name not in MEASURED:
        return (yield)
    _coverage.start()
    try:
        return (yield)
    finally:
        _coverage.stop()


def pytest_sessionfinish() -> None:
    _coverage.stop()
    _coverage.save()
