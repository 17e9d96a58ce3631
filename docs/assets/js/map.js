// The tile map coloured by an indicator chosen by the reader. Five steps by rank of value; text keeps its contrast
// because each step has its own ink in the style sheet. Without this script the map is a list of links.

const STEPS = 5;

function paint(map, layers, name) {
  const legend = map.querySelector("[data-map-legend]");
  const figures = layers[name] ?? {};
  const values = Object.values(figures).map(([, value]) => Number(value)).sort((a, b) => a - b);
  for (const tile of map.querySelectorAll("li[data-area]")) {
    const figure = figures[tile.dataset.area];
    const link = tile.querySelector("a");
    const step = figure ? Math.min(STEPS, 1 + Math.floor((values.indexOf(Number(figure[1])) / values.length) * STEPS)) : 0;
    tile.dataset.step = name ? String(step) : "";
    link.querySelector(".sht-tile__value")?.remove();
    if (name) {
      const shown = document.createElement("span");
      shown.className = "sht-tile__value";
      shown.textContent = figure ? figure[0] : "chưa có";
      link.append(" ", shown);
    }
  }
  legend.hidden = !name;
  legend.textContent = name ? `${name}: ${values.length} nơi có số liệu trên ranh giới hiện nay; màu đậm hơn là số lớn hơn. Các nơi có thể khác năm.` : "";
}

for (const map of document.querySelectorAll("[data-area-map]")) {
  const layers = JSON.parse(map.dataset.layers);
  const form = map.querySelector("form");
  if (!form) continue; // no figure on today's borders yet
  const choice = form.querySelector("select");
  const address = new URL(location.href);
  form.addEventListener("submit", (event) => event.preventDefault());
  choice.value = layers[address.searchParams.get("ban-do")] ? address.searchParams.get("ban-do") : "";
  choice.addEventListener("change", () => {
    if (choice.value) address.searchParams.set("ban-do", choice.value);
    else address.searchParams.delete("ban-do");
    history.replaceState(null, "", address);
    paint(map, layers, choice.value);
  });
  if (choice.value) paint(map, layers, choice.value);
}
