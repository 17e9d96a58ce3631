// Search: one dialog for every page and a box inside [data-search-box], both over the Pagefind index.
// The index is built from folded text (lower case, no marks, đ → d), so the query is folded the same way and
// Pagefind's excerpts are never shown; what people read comes from the meta fields title, kind and summary.

const BASE = new URL("../../", import.meta.url); // this file is <base>/assets/js/search.js
const PAGE_SIZE = 10;
const WAIT_MS = 120;
const LISTS = [
  ["Đơn vị", "don-vi/"], ["Địa phương", "dia-phuong/"], ["Chỉ tiêu", "chi-tieu/"], ["Phong trào", "phong-trao/"],
  ["Văn bản", "van-ban/"], ["Danh hiệu", "danh-hieu/"], ["Nguồn", "nguon/"], ["Thuật ngữ", "thuat-ngu/"],
];

export function fold(text) {
  return text.normalize("NFC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").trim();
}

let loading;
/** Load Pagefind once, on first use. A failed load may be tried again. */
function pagefind() {
  loading ??= import(new URL("pagefind/pagefind.js", BASE).href)
    .then(async (engine) => {
      await engine.options({ baseUrl: BASE.pathname });
      await engine.init();
      return engine;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Create an element; text goes in as text, never as markup. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Only addresses of this site are followed. */
function address(url) {
  const target = new URL(url, BASE);
  return target.origin === BASE.origin ? target.href : BASE.href;
}

function resultItem({ url, meta }) {
  const link = el("a", { href: address(meta.target ?? url) }, el("span", { class: "sht-search__title" }, meta.title ?? url));
  if (meta.kind) link.append(" ", el("span", { class: "sht-chip" }, meta.kind));
  if (meta.summary) link.append(el("span", { class: "sht-search__summary" }, meta.summary));
  return el("li", {}, link);
}

function listLinks() {
  const links = LISTS.map(([name, path]) => el("a", { href: new URL(path, BASE).href }, name));
  return el("div", { class: "sht-search__links" }, ...links);
}

class SearchBox {
  constructor({ inline, id }) {
    this.inline = inline;
    this.turn = 0; // answers to older questions are dropped
    this.input = el("input", {
      class: "sht-search__input", type: "search", id, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      enterkeyhint: "search", placeholder: "khuyen hoc, Lạng Sơn, 1373…", "aria-describedby": `${id}-help`,
    });
    this.status = el("p", { class: "sht-search__status", role: "status", "aria-live": "polite" });
    this.list = el("ul", { class: "sht-search__list" });
    this.more = el("button", { class: "sht-search__more", type: "button", hidden: true }, "Xem thêm");
    this.hints = el("div");
    this.panel = el("div", { class: "sht-search__panel", hidden: inline }, this.status, this.list, this.more, this.hints);
    this.root = el(
      "div", { class: `sht-search${inline ? " sht-search--inline" : ""}`, role: "search" },
      el("label", { for: id, class: "visually-hidden" }, "Tìm trong Sổ Học Tập"),
      el("span", { id: `${id}-help`, class: "visually-hidden" }, "Gõ có dấu hay không dấu đều được; phím mũi tên để chọn kết quả."),
      this.input, this.panel,
    );
    this.listen();
  }

  listen() {
    this.input.addEventListener("focus", () => {
      pagefind().catch(() => {});
      if (this.inline && this.input.value.trim()) this.panel.hidden = false;
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), WAIT_MS);
    });
    this.more.addEventListener("click", () => this.showMore(true));
    this.root.addEventListener("keydown", (event) => this.onKey(event));
    if (this.inline) {
      this.root.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget && !this.root.contains(relatedTarget)) this.panel.hidden = true;
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!this.root.contains(target)) this.panel.hidden = true;
      });
    }
  }

  onKey(event) {
    const stops = [this.input, ...this.panel.querySelectorAll("a, button:not([hidden])")];
    const here = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && here >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Enter" && here === 0) {
      event.preventDefault();
      this.openFirst();
    } else if (event.key === "Escape" && this.inline && !this.panel.hidden) {
      event.preventDefault();
      this.input.focus();
      this.panel.hidden = true;
    }
  }

  /** Enter in the input: wait for the answer to what is typed now, then open its first result. */
  async openFirst() {
    clearTimeout(this.timer);
    await this.search();
    this.list.querySelector("a")?.click();
  }

  async search() {
    const query = fold(this.input.value);
    const turn = ++this.turn;
    if (this.inline) this.panel.hidden = query === "";
    if (query === "") return this.clear("");
    try {
      const engine = await pagefind();
      const { results } = await engine.search(query);
      if (turn !== this.turn) return;
      this.clear(results.length ? `${results.length.toLocaleString("vi-VN")} kết quả` : "Không tìm thấy. Hãy thử ít từ hơn, hoặc mở một danh sách:");
      this.results = results;
      if (results.length) await this.showMore(false);
      else this.hints.append(listLinks());
    } catch {
      if (turn !== this.turn) return;
      this.clear("Chưa tải được bộ tìm kiếm. Xin mở một danh sách:");
      this.hints.append(listLinks());
    }
  }

  clear(message) {
    this.results = [];
    this.shown = 0;
    this.more.hidden = true;
    this.list.replaceChildren();
    this.hints.replaceChildren();
    this.status.textContent = message;
  }

  async showMore(moveFocus) {
    const turn = this.turn;
    const next = this.results.slice(this.shown, this.shown + PAGE_SIZE);
    const items = (await Promise.all(next.map((result) => result.data()))).map(resultItem);
    if (turn !== this.turn) return;
    this.list.append(...items);
    this.shown += items.length;
    this.more.hidden = this.shown >= this.results.length;
    if (moveFocus) items[0]?.querySelector("a").focus();
  }
}

let dialog, box;
function openDialog() {
  if (!dialog) {
    box = new SearchBox({ inline: false, id: "sht-search-dialog" });
    const close = el("button", { class: "sht-dialog__close", type: "button" }, "Đóng");
    close.addEventListener("click", () => dialog.close());
    const head = el("div", { class: "sht-dialog__head" }, el("span", { id: "sht-search-name" }, "Tìm kiếm"), close);
    dialog = el("dialog", { class: "sht-dialog", lang: "vi", "aria-labelledby": "sht-search-name" }, head, box.root);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // the backdrop
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // or a search input would first only empty itself
      dialog.close();
    });
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal(); // the browser gives the focus back on close
  box.input.focus();
  box.input.select();
}

function isTyping({ target }) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", openDialog);

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
  const commandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (slash || commandK) {
    event.preventDefault();
    openDialog();
  }
});

document.querySelectorAll("[data-search-box]").forEach((place, index) => {
  const inline = new SearchBox({ inline: true, id: `sht-search-${index}` });
  place.replaceChildren(inline.root);
  const asked = new URLSearchParams(location.search).get("q"); // /?q=khuyen+hoc, for links and browsers' search engines
  if (asked && index === 0) {
    inline.input.value = asked;
    inline.search();
  }
});
