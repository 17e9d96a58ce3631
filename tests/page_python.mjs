// Runs tests/page_python.py in Pyodide, as the page runs the program: node page_python.mjs PYTHON TESTS PATTERN FILES EVERY OUT
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// The whole source of the runtime, on one line, would stand before the reason.
process.on("uncaughtException", (error) => { console.error(error.message); process.exit(1); });

const [folder, tests, pattern, files, every, out] = process.argv.slice(2);
const { default: names } = await import(pathToFileURL(`${folder}/names.js`));
const { loadPyodide } = await import(pathToFileURL(`${folder}/${names.runtime}pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${folder}/${names.runtime}` });
python.unpackArchive(new Uint8Array(readFileSync(`${folder}/${names.program}`)), "zip", { extractDir: "/program" });
for (const [at, real] of Object.entries({ "/tests": tests, "/pattern": pattern, "/files": files })) {
  python.FS.mkdirTree(at);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: real }, at);
}
python.runPython(`
import sys
from pathlib import Path
sys.path[:0] = ["/program", "/tests"]
sys.dont_write_bytecode = True
import page_python
`);
const said = python.runPython(`'{"findings": ' + page_python.findings_of_the_corpus(Path("/pattern"), Path("/tmp"), ${Number(every)}) + ', "answers": ' + page_python.answers_to_files(Path("/pattern"), Path("/files")) + "}"`);
writeFileSync(out, said);
