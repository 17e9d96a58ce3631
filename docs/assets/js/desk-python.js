// The program behind the page «Gửi số liệu», started when it is first asked for something. Nothing of it is loaded before.

const BASE = new URL("../../", import.meta.url);
const PAGE = new URL("gui-so-lieu/", BASE);

export class Python {
  /** `report({step, bytes})` hears how far the start has come. */
  constructor(report) {
    Object.assign(this, { report, waiting: new Map(), count: 0, worker: null });
  }

  static canRun() {
    return typeof WebAssembly === "object" && typeof Worker === "function";
  }

  /** What the program answers to a request, and the file it made, if any. */
  async ask(request, file = null) {
    this.worker ??= this.start();
    const worker = await this.worker;
    const id = (this.count += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request, file });
    });
  }

  async start() {
    this.report({ step: "load" });
    this.keeper = await keeper();
    // A worker made here is under the policy of this page, one fetched by its address would be under none: so the
    // browser itself sees to it that the program can send nothing anywhere else.
    const line = `import ${JSON.stringify(new URL("assets/js/desk-worker.js", BASE).href)};`;
    const worker = new Worker(URL.createObjectURL(new Blob([line], { type: "text/javascript" })), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.hear(data));
    worker.addEventListener("error", (event) => this.fail(event.message || "worker"));
    return worker;
  }

  hear({ id, answer, file, error, ...progress }) {
    if (!id) {
      this.report({ ...progress, error });
      if (progress.step === "ready") keep(this.keeper, progress.names);
      return;
    }
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve({ ...answer, bytes: file });
  }

  fail(message) {
    this.report({ step: "failed", error: message });
    for (const { reject } of this.waiting.values()) reject(new Error(message));
    this.waiting.clear();
  }
}

/** The service worker of this page; null where there can be none (a private window, a file). */
async function keeper() {
  if (!navigator.serviceWorker) return null;
  try {
    await navigator.serviceWorker.register(new URL("sw.js", PAGE), { scope: PAGE.pathname });
    const { active } = await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
        setTimeout(resolve, 1500);
      });
    }
    return active;
  } catch {
    return null;
  }
}

/** Let everything this page has used be kept, so that it opens without a network. */
function keep(active, names) {
  if (!active) return;
  const used = performance.getEntriesByType("resource").map(({ name }) => name.split(/[?#]/)[0]);
  const files = [...new Set([PAGE.href, ...used.filter((url) => url.startsWith(BASE.href)), new URL("assets/py/names.js", BASE).href])];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { document.documentElement.dataset.deskKept = "yes"; };
  active.postMessage({ files, names: Object.values(names).filter((name) => typeof name === "string") }, [port2]);
}
