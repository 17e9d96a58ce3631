// A library from npm, fetched when it is needed. The build puts it in under a name that changes with its content
// and writes names.js (scripts/README.md says how to add one).

export async function library(name) {
  const { default: names } = await import("../npm/names.js");
  return import(`../npm/${names[name]}`);
}
