// What the explorer takes of Observable Plot: enough for lines, bars and their axes.
export { axisX, axisY, barX, dot, gridX, gridY, lineY, plot, ruleX, text } from "@observablehq/plot";
