// Runs the program that guards the repository, over a copy of its data, apart from the page. Speaks with desk-python.js:
// {id, request, file} in, {id, answer, file} out, and {step, bytes} while it starts.

const BASE = new URL("../py/", import.meta.url); // this file is <base>/assets/js/desk-worker.js

let bytes = 0;
let of = 0; // how many there will be
const plainFetch = self.fetch;
// Pyodide fetches its own parts: what comes in is counted for the progress bar.
self.fetch = async (...asked) => {
  const answer = await plainFetch(...asked);
  if (!answer.ok || !answer.body) return answer;
  const counter = new TransformStream({
    transform(chunk, out) {
      bytes += chunk.byteLength;
      self.postMessage({ bytes, of });
      out.enqueue(chunk);
    },
  });
  return new Response(answer.body.pipeThrough(counter), { status: answer.status, headers: answer.headers });
};

const read = async (name) => {
  const answer = await self.fetch(new URL(name, BASE));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

async function start() {
  const { default: names } = await import(new URL("names.js", BASE));
  of = names.bytes;
  const archives = Promise.all([read(names.program), read(names.data)]);
  const { loadPyodide } = await import(new URL(`${names.runtime}pyodide.mjs`, BASE));
  const python = await loadPyodide({ indexURL: new URL(names.runtime, BASE).href });
  const [program, data] = await archives;
  self.postMessage({ step: "open" });
  python.unpackArchive(program, "zip", { extractDir: "/program" });
  python.unpackArchive(data, "zip", { extractDir: "/data" });
  python.FS.mkdirTree("/sent");
  python.runPython('import sys; sys.path.insert(0, "/program")\nfrom pathlib import Path\nfrom hoctap.contribute.desk import Desk\ndesk = Desk(Path("/data"))');
  self.postMessage({ step: "ready", names });
  return { python, desk: python.globals.get("desk") };
}

const started = start();
started.catch((error) => self.postMessage({ step: "failed", error: String(error.message ?? error) }));

self.addEventListener("message", async ({ data: { id, request, file } }) => {
  try {
    const { python, desk } = await started;
    if (file) python.FS.writeFile(request.file, file);
    const answer = JSON.parse(desk.answer(JSON.stringify(request)));
    const out = request.out && !answer.refused ? python.FS.readFile(request.out) : null;
    self.postMessage({ id, answer, file: out }, out ? [out.buffer] : []);
  } catch (error) {
    self.postMessage({ id, error: String(error.message ?? error) });
  }
});
