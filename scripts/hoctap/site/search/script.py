"""The search box as one script: its modules are read apart and sent together, in half the bytes."""

from pathlib import Path

from hoctap.site.libraries import joined

FOLDER = Path("assets", "js", "search")
ENTRY = "box.js"
# Every page has loaded the first already; the other is loaded on sites of very many units alone.
OUTSIDE = ("../text.js", "../unpack.js")
# Properties that these modules alone speak of, sent under shorter names. No file of the index has one, nor does the
# browser or another script; tests/test_search.py looks.
_OWN = """
    absent addNames addParts addPlace aliases apart asked away begins best byTarget called changed chips choose
    common complete cost cover covered drops each ends exact filters glued hints hold inNames initials initialsOf
    inside intents isDocument isOfWhole isOther isOwner isYear joined keepRecent keepWhole label late least loading
    long matched means measure missing named namesBeginning near number often only order page pairs parted pattern
    place placeOf places postings precise provincial purpose rare rarity readings rest score settle short
    showFilters showFound showGroup showMore showSentences similar strange takeBefore takePhrase takeSlip terms
    timer turn typed under unheld unless wanted weak weight word written
"""
OWN = tuple(_OWN.split())


def join_search_box(site: Path) -> None:
    """Put one script in place of the modules of the search box that MkDocs has copied into `site`."""
    modules = sorted((site / FOLDER).glob("*.js"))
    script = joined(modules, ENTRY, OUTSIDE, OWN)
    for module in modules:
        module.unlink()
    (site / FOLDER / ENTRY).write_bytes(script)
