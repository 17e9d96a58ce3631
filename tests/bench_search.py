"""Search beside two known libraries, and how it grows: `python bench_search.py SITE [QUERIES.csv …]`.

All answer the same queries over the same pages and figures of a built site: how often a right page stands first, among
three and among ten, what a reader's device loads for an answer, and how long it works. The copies of units at larger
sizes are invented as in many_units.py; times are those of Node on this machine.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hoctap.site.libraries import joined
from hoctap.site.npm import installed
from hoctap.site.search.columns import address_from_title
from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.site.search.index import write_index
from hoctap.site.search.script import ENTRY, OUTSIDE, OWN
from hoctap.system.reuse import anew
from searching import SCRIPTS, place_of, run_in_node

HERE = Path(__file__).parent
QUERIES = [HERE / "site" / f"{name}_queries.csv" for name in ("own", "more", "later")]
UNIT, SOURCE = "Đơn vị", "Nguồn"
# Units a site of today has; so many times more are measured.
GROWN = (("mười lần", 10), ("10.000 đơn vị", 24), ("50.000 đơn vị", 120))

_OURS = """
import { Files } from "JS/search/files.js";
import { find } from "JS/search/find.js";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
let asked = [];
const texts = new Map();
const read = async (path) => {
  asked.push(path);
  if (!texts.has(path)) texts.set(path, readFileSync(`${folder}/${path}`));
  return JSON.parse(path.endsWith(".gz") ? gunzipSync(texts.get(path)) : texts.get(path));
};
const warm = new Files(read);
await find("hoi khuyen hoc", {}, warm); // the engine compiles
for (const query of queries) await find(query, {}, warm);
const made = [];
for (const query of queries) {
  asked = [];
  const began = performance.now();
  const { figures, pages } = await find(query, {}, new Files(read));
  const cold = performance.now() - began;
  const files = asked;
  const again = performance.now();
  await find(query, {}, warm);
  const found = [...figures.map(({ target }) => target), ...pages.map(({ page }) => page.target)].slice(0, 10);
  made.push({ found, cold, warm: performance.now() - again, files });
}
console.log(JSON.stringify(made));
"""
_THEIRS = """
import MiniSearch from "minisearch";
import lunr from "lunr";
import { fold } from "JS/text.js";
import { readFileSync, writeFileSync } from "node:fs";
const { documents, queries, engine } = JSON.parse(readFileSync(0, "utf8"));
const fields = ["title", "names", "summary", "words"];
const boost = { title: 4, names: 3, summary: 1, words: 1 };
const options = { fields, storeFields: ["title", "summary"], idField: "target" };
if (engine !== "MiniSearch") options.processTerm = (word) => fold(word);
const search = { boost, prefix: true, fuzzy: 0.2 };
function build() {
  if (engine.startsWith("MiniSearch")) {
    const made = new MiniSearch(options);
    made.addAll(documents);
    return JSON.stringify(made);
  }
  const made = lunr(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref("target");
    for (const field of fields) this.field(field, { boost: boost[field] });
    const plain = ([key, text]) => [key, key === "target" ? text : fold(text)];
    for (const one of documents) this.add(Object.fromEntries(Object.entries(one).map(plain)));
  });
  const shown = documents.map(({ target, title, summary }) => [target, title, summary]);
  return JSON.stringify({ index: made, shown });
}
const text = build();
writeFileSync("index.json", text);
function open() {
  if (engine.startsWith("MiniSearch")) {
    const index = MiniSearch.loadJSON(text, options);
    return (query) => index.search(query, engine === "MiniSearch" ? {} : search).map(({ id }) => id);
  }
  const index = lunr.Index.load(JSON.parse(text).index);
  return (query) => {
    const words = lunr.tokenizer(fold(query)).map(String);
    return index.query((one) => {
      for (const word of words) one.term(word, { boost: 10 });
      for (const word of words) one.term(word, { wildcard: lunr.Query.wildcard.TRAILING });
      for (const word of words) if (word.length > 3) one.term(word, { editDistance: 1 });
    }).map(({ ref }) => ref);
  };
}
const began = performance.now();
const ask = open();
ask(queries[0]);
const cold = performance.now() - began;
for (const query of queries) ask(query);
console.log(JSON.stringify(queries.map((query) => {
  const again = performance.now();
  const found = ask(query).slice(0, 10);
  return { found, cold, warm: performance.now() - again, files: ["index.json"] };
})));
"""


def main(site: Path, sets: list[Path]) -> None:
    """Print both tables for a built site."""
    rows = [row for path in sets for row in _read(path)]
    _say(f"{len(rows)} câu hỏi\n")
    _say(
        f"{'':22} {'đầu':>6} {'3':>6} {'10':>6} {'kB giữa':>8} {'kB nhất':>9} {'nguội ms':>9} {'ấm ms':>7} {'95 %':>8}"
    )
    with TemporaryDirectory() as name:
        work = Path(name)
        ours = _ours(site / "search", rows, work)
        _line("Sổ Học Tập", rows, ours, site, _weigher(site / "search", _scripts()))
        documents = list(_documents(site / "search"))
        (work / "node_modules").symlink_to(installed(), target_is_directory=True)
        for engine in ("MiniSearch", "MiniSearch, không dấu", "lunr, không dấu"):
            given = {"documents": documents, "queries": [row["query"] for row in rows], "engine": engine}
            library = "minisearch/dist/es/index.js" if engine.startswith("Mini") else "lunr/lunr.min.js"
            found = run_in_node(_THEIRS, given, work)
            _line(engine, rows, found, site, _weigher(work, _compressed(work / "node_modules" / library)))
        entries, figures = _entries(site / "search")
        for label, times in GROWN:
            folder = work / str(times)
            common = json.loads((site / "search" / "common.json").read_bytes())
            copies = list(_copies(entries, times)), list(_figure_copies(figures, times))
            write_index(*copies, common["kinds"], common["lists"], anew(folder).put, SOURCE)
            _line(label, rows, _ours(folder, rows, work), site, _weigher(folder, _scripts()))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _ours(folder: Path, rows: list[dict[str, str]], work: Path) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = run_in_node(
        _OURS, {"folder": str(folder), "queries": [row["query"] for row in rows]}, work
    )
    return answers


def _line(name: str, rows: list[dict[str, str]], answers: list[dict[str, Any]], site: Path, weigh: Any) -> None:
    places = [place_of(one["found"], row["expected"], site) for one, row in zip(answers, rows, strict=True)]
    shares = [100 * sum(place <= most for place in places) / len(places) for most in (1, 3, 10)]
    weights = sorted(weigh(one["files"]) / 1000 for one in answers)
    warm = sorted(one["warm"] for one in answers)
    cold = sum(one["cold"] for one in answers) / len(answers)
    _say(
        f"{name:22} {shares[0]:6.1f} {shares[1]:6.1f} {shares[2]:6.1f} {weights[len(weights) // 2]:8.0f}"
        f" {weights[-1]:9.0f} {cold:9.0f} {sum(warm) / len(warm):7.1f} {warm[len(warm) * 95 // 100]:8.1f}"
    )


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _scripts() -> int:
    return len(gzip.compress(joined(sorted((SCRIPTS / "search").glob("*.js")), ENTRY, OUTSIDE, OWN), 9))


def _weigher(folder: Path, scripts: int) -> Any:
    return lambda files: scripts + sum(_compressed(folder / name) for name in dict.fromkeys(files))


@cache
def _compressed(path: Path) -> int:
    return (
        (path.stat().st_size if path.suffix == ".gz" else len(gzip.compress(path.read_bytes(), 9)))
        if path.is_file()
        else 0
    )


def _parts(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted((folder / name).glob("*.json*")):
        yield json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())


def _entries(folder: Path) -> tuple[list[Entry], list[FigureEntry]]:
    """Return what the index was made from, read back from its files."""
    common = json.loads((folder / "common.json").read_bytes())
    texts = {key: words for part in _parts(folder, "texts") for key, words in part.items()}
    articles = [columns for part in _parts(folder, "articles") for columns in part.values()]
    known = [
        link or address_from_title(common["folders"][kind], title)
        for link, kind, title in zip(common["target"], common["kind"], common["title"], strict=True)
    ]
    entries = {}
    for columns in [common, *articles]:
        for at, link in enumerate(columns["target"]):
            target = link or address_from_title(common["folders"][columns["kind"][at]], columns["title"][at])
            address, _, anchor = target.partition("#")
            flags = columns["flags"][at]
            entries[target] = Entry(
                address,
                columns["title"][at],
                common["kinds"][columns["kind"][at]],
                columns["summary"][at],
                texts.get(target, ()),
                anchor,
                columns["names"][at].split("|") if columns["names"][at] else (),
                columns["provinces"][columns["province"][at]],
                bool(flags & 1),
                [known[number] for number in columns["indicators"][at]],
                bool(flags & 2),
            )
    numbers: dict[str, list[str]] = {}
    for part in _parts(folder, "numbers"):
        for key, rows in part.items():
            for row in rows:
                numbers.setdefault("|".join(map(str, row)), []).append(key)
    figures = [
        _figure(row, numbers.get("|".join(map(str, row)), []))
        for part in _parts(folder, "figures")
        for rows in part.values()
        for row in rows
    ]
    return list(entries.values()), figures


def _figure(row: list[Any], numbers: list[str]) -> FigureEntry:
    page, _, anchor = row[0].partition("#")
    return FigureEntry(page, anchor, *row[1:8], numbers, row[8] if len(row) > 8 else 0)


def _copies(entries: Iterable[Entry], times: int) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        for n in range(1, times if entry.kind == UNIT else 1):
            names = [f"{name} {n}" for name in entry.names]
            yield replace(entry, address=f"{entry.address[:-1]}-x{n}/", title=f"{entry.title} {n}", names=names)


def _figure_copies(figures: Iterable[FigureEntry], times: int) -> Iterator[FigureEntry]:
    for figure in figures:
        yield figure
        for n in range(1, times if figure.page.startswith("don-vi/") else 1):
            yield replace(figure, page=f"{figure.page[:-1]}-x{n}/", owner=f"{figure.owner} {n}")


def _documents(folder: Path) -> Iterator[dict[str, str]]:
    """Yield every page and every figure as a document of another library."""
    entries, figures = _entries(folder)
    for entry in entries:
        names, words = " ".join(entry.names), " ".join(entry.words)
        yield {"target": entry.target, "title": entry.title, "names": names, "summary": entry.summary, "words": words}
    titles = {entry.address: entry.title for entry in entries}
    for at, figure in enumerate(figures):
        title = f"{titles.get(figure.indicator, '')} {figure.owner}"
        target = f"{figure.page}#{figure.anchor}-{at}"
        yield {"target": target, "title": title, "names": figure.words, "summary": figure.more, "words": figure.source}


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), [Path(name) for name in sys.argv[2:]] or QUERIES)
