// On sites of very many units: the sentences of a unit's figures, to copy, to draw or to report, fetched when asked for.

import { capitalizeFirst, el } from "./text.js";
import { sharedUnitFile } from "./unit-file.js";

function item([which, rival, words], at, report, setUpCopy) {
  const text = el("span", { id: `cau-${at + 1}` }, words);
  const copy = el("button", { class: "sht-button", type: "button" }, "Chép", el("span", { class: "visually-hidden" }, `: ${which}`));
  setUpCopy(copy, () => words);
  const wrong = el("a", { class: "sht-report", href: report }, "Báo sai", el("span", { class: "visually-hidden" }, `: ${which}`));
  const note = rival ? [" ", el("span", { class: "sht-note" }, capitalizeFirst(rival))] : [];
  return el("li", {}, text, ...note, " ", copy, " ", wrong);
}

export function offerSentences(button, setUpCopy) {
  const face = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const unit = await sharedUnitFile(new URL("../../so-sanh/don-vi/", import.meta.url), button.dataset.sentences);
      button.replaceWith(el("ul", { class: "sht-sentences" }, ...unit.sentences.map((one, at) => item(one, at, button.dataset.report, setUpCopy))));
      import("./picture.js");
    } catch (error) {
      button.textContent = error.notice ?? "Chưa tải được, xin thử lại";
      if (!error.notice) setTimeout(() => { button.textContent = face; }, 2000);
      button.disabled = false;
    }
  });
}
