"""The rules that a schema cannot say, as one flat table of small functions by topic.

To add one: write a function in the module of its topic, name it in that module's CHECKS,
and give it a bad and a good example under tests/examples/.
"""

from collections.abc import Iterable, Sequence

from hoctap.check.definition import Check
from hoctap.check.rules import (
    addresses,
    campaigns,
    coded_cells,
    consistency,
    criteria,
    dates,
    documents,
    doubles,
    encoding,
    files,
    hedges,
    menu,
    names,
    official_codes,
    other_names,
    page_files,
    page_form,
    page_links,
    page_macros,
    pages,
    pairs,
    parts,
    peers,
    periods,
    places,
    privacy,
    references,
    released,
    repeated,
    scale,
    scale_words,
    scopes,
    spans,
    statistics,
    targets,
    text,
    unit_names,
    written_dates,
)
from hoctap.check.suspects import suspects
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding, finding_of
from hoctap.system.steps import Steps

# What they judge are the pages under docs/.
OF_PAGES: tuple[Check, ...] = (
    *pages.CHECKS,
    *page_files.CHECKS,
    *page_form.CHECKS,
    *page_links.CHECKS,
    *page_macros.CHECKS,
    *menu.CHECKS,
)
CHECKS: tuple[Check, ...] = (
    *files.CHECKS,
    *text.CHECKS,
    *encoding.CHECKS,
    *references.CHECKS,
    *coded_cells.CHECKS,
    *pairs.CHECKS,
    *addresses.CHECKS,
    *statistics.CHECKS,
    *hedges.CHECKS,
    *scale_words.CHECKS,
    *scopes.CHECKS,
    *periods.CHECKS,
    *consistency.CHECKS,
    *scale.CHECKS,
    *peers.CHECKS,
    *parts.CHECKS,
    *doubles.CHECKS,
    *names.CHECKS,
    *other_names.CHECKS,
    *repeated.CHECKS,
    *dates.CHECKS,
    *written_dates.CHECKS,
    *spans.CHECKS,
    *places.CHECKS,
    *official_codes.CHECKS,
    *unit_names.CHECKS,
    *campaigns.CHECKS,
    *documents.CHECKS,
    *targets.CHECKS,
    *criteria.CHECKS,
    *privacy.CHECKS,
    *OF_PAGES,
    *released.CHECKS,
)


def findings_of(catalog: Catalog, checks: Iterable[Check] = CHECKS, steps: Steps | None = None) -> Sequence[Finding]:
    """Return what every check finds in the catalog, in table order; what follows from unread files is not told."""
    asked = [check for check in checks if not (catalog.unread and check.counts_absence)]
    found: list[Finding] = []
    for done, check in enumerate(asked, 1):
        found += found_by(check, suspects(check, catalog))
        if steps:
            steps.count(done, len(asked))
    return found


def found_by(check: Check, catalog: Catalog) -> list[Finding]:
    """Return what one check finds in a catalog."""
    return [finding_of(problem, check.rule) for problem in check.find(catalog)]
