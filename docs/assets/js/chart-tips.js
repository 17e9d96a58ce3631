// What a mark of a chart stands for (value, period, source), shown under the chart when it is pointed at, tapped or in
// focus. Arrow keys lead from mark to mark, so a chart is one stop for the Tab key. The words stand in the page.

import { el } from "./text.js";

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

for (const drawing of document.querySelectorAll(".sht-chart svg:has(.mark)")) {
  const marks = [...drawing.querySelectorAll(".mark")];
  const tip = el("p", { class: "sht-tip no-print", "aria-hidden": "true", hidden: true }); // screen readers have the title of the mark
  drawing.after(tip);
  const show = (mark) => {
    tip.textContent = mark.querySelector("title").textContent;
    tip.hidden = false;
  };
  for (const mark of marks) {
    for (const event of ["focus", "pointerenter", "click"]) mark.addEventListener(event, () => show(mark));
  }
  drawing.addEventListener("keydown", (event) => {
    const next = marks[marks.indexOf(document.activeElement) + (STEPS[event.key] ?? NaN)];
    if (!next) return;
    event.preventDefault();
    for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
    next.focus();
  });
}
