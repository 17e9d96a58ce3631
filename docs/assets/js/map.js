// The tile maps repainted with an indicator chosen by the reader. What each tile says and its class were computed when
// the site was built; without this script the map shows the indicator that covers most.

import { el } from "./text.js";

function paint(side, name, layer) {
  side.querySelector("[data-map-title]").replaceChildren(el("strong", {}, name), `: ${layer.words}`);
  const mark = (step) => el("span", { class: "sht-key__mark", "data-step": String(step), "aria-hidden": "true" });
  side.querySelector("[data-map-key]").replaceChildren(...layer.key.map((words, at) => el("li", {}, mark((at + 1) % layer.key.length), words))); // the last has no class
  for (const tile of side.querySelectorAll("li[data-area]")) {
    const [value, year, step] = layer.tiles[tile.dataset.area] ?? ["", "", 0];
    tile.dataset.step = String(step);
    const link = tile.querySelector("a");
    link.querySelectorAll("span").forEach((span) => span.remove());
    if (value) link.append(el("span", { class: "sht-tile__value" }, value), " ", el("span", { class: "sht-tile__year" }, year));
  }
}

for (const map of document.querySelectorAll("[data-area-map]")) {
  const layers = JSON.parse(map.dataset.layers);
  const address = new URL(location.href);
  const remember = (name, value) => {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    history.replaceState(null, "", address);
  };
  const sides = [...map.querySelectorAll("input[name=ranh-gioi]")];
  for (const choice of sides) {
    choice.checked = choice.value === (address.searchParams.get("ranh-gioi") ?? sides[0].value) || (choice.checked && !layers[address.searchParams.get("ranh-gioi")]);
    choice.addEventListener("change", () => remember("ranh-gioi", choice === sides[0] ? "" : choice.value));
  }
  for (const side of map.querySelectorAll("[data-side]")) {
    const known = layers[side.dataset.side];
    const form = side.querySelector("form");
    if (!form) continue; // one indicator or none: nothing to choose
    const choice = form.querySelector("select");
    form.addEventListener("submit", (event) => event.preventDefault());
    choice.addEventListener("change", () => {
      remember("ban-do", choice.selectedIndex ? choice.value : "");
      paint(side, choice.value, known[choice.value]);
    });
    const asked = address.searchParams.get("ban-do");
    if (known[asked]) {
      choice.value = asked;
      paint(side, asked, known[asked]);
    }
  }
}
