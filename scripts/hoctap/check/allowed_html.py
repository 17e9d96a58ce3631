"""Every element and attribute that our pages may hold. The one place to add what a new template or script needs.

PROSE is what writers of pages may make, in Markdown or by hand; PAGE is what templates make around and from data.
What is not here is refused when a site is built, whatever made it.
"""

from collections.abc import Mapping

Elements = Mapping[str, frozenset[str]]


def _elements(listed: str) -> dict[str, frozenset[str]]:
    """Return the table told as lines of `elements: attributes`."""
    table: dict[str, frozenset[str]] = {}
    for line in listed.strip().splitlines():
        names, _, attributes = line.partition(":")
        table |= {name: frozenset(attributes.split()) for name in names.split()}
    return table


# What any element may carry. Attributes that begin with data- or aria- may stand anywhere: they run nothing.
EVERYWHERE = frozenset(["class", "id", "lang", "title", "role", "hidden", "tabindex", "dir"])
PROSE = _elements("""
    h1 h2 h3 h4 h5 h6 p ul li dl dt dd div span blockquote pre hr br em strong b i code kbd sub sup abbr cite q mark:
    section summary noscript figure figcaption small s del ins:
    a: href hreflang
    img: src alt width height loading
    ol: start
    details: open
    table thead tbody tr caption:
    th td: style colspan rowspan scope
""")
PAGE = PROSE | _elements("""
    html head body header main footer nav article aside title output button fieldset legend template dialog:
    li: style value
    a: href hreflang rel download aria-current
    details dialog: open
    meta: charset name property content http-equiv
    link: rel href type sizes title hreflang
    script: src type
    form: method action
    button: type value
    input: type name value min max step inputmode placeholder autocomplete accept checked required list maxlength
    select: name multiple
    option: value selected disabled
    optgroup: label
    datalist progress meter: value min max low high optimum
    textarea: name rows cols placeholder
    label output: for
    fieldset: disabled
    th td: style colspan rowspan scope headers
    time: datetime
    svg: xmlns viewBox width height fill stroke focusable preserveAspectRatio
    g defs symbol title desc marker clipPath: transform fill stroke
    path: d transform fill stroke stroke-width stroke-linecap stroke-linejoin fill-rule clip-rule
    rect: x y width height rx ry fill stroke transform
    circle: cx cy r fill stroke
    ellipse: cx cy rx ry fill stroke
    line: x1 y1 x2 y2 stroke stroke-width
    polyline polygon: points fill stroke
    text tspan: x y dx dy text-anchor dominant-baseline transform
    use: href
    col colgroup: span
    wbr:
""")
# Elements without an end.
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]  # what the HTML standard calls void
)
# In prose, only classes of these names: others are of the frame and could cover it.
PROSE_CLASSES = frozenset(
    [
        "sht-hero",
        "sht-doors",
        "sht-door",
        "sht-lead",
        "headerlink",
        "footnote",
        "footnote-ref",
        "footnote-backref",
        "admonition",
        "admonition-title",
        "note",
        "tip",
        "warning",
        "danger",
        "info",
        "example",
        "question",
        "quote",
        "success",
        "failure",
        "bug",
        "abstract",
        "task-list-item",
    ]
)
# The whole of a style attribute: alignment that Markdown gives to cells of tables, and places on the map of tiles.
STYLES = r"text-align: (?:left|right|center);|--[a-z]+:\d{1,4}(?:\.\d{1,4})?(?:;--[a-z]+:\d{1,4}(?:\.\d{1,4})?)*"
META_NAMES = frozenset(
    [
        "description",
        "viewport",
        "keywords",
        "format-detection",
        "theme-color",
        "twitter:card",
        "color-scheme",
        "robots",
        "generator",
    ]
)
LINK_RELATIONS = frozenset(
    ["alternate", "apple-touch-icon", "canonical", "icon", "search", "stylesheet", "license", "prev", "next", "preload"]
)
INPUT_TYPES = frozenset(["checkbox", "radio", "number", "text", "search", "file", "range", "date", "hidden"])
SCRIPT_TYPES = frozenset(("", "module", "application/json", "application/ld+json"))
