// The index of this site, read over the network; one for all search boxes of a page.

import { Files } from "./files.js";

export const BASE = new URL("../../../", import.meta.url); // this file is <base>/assets/js/search/store.js

export const store = new Files(async (path) => {
  const address = new URL(`search/${path}`, BASE);
  if (path.endsWith(".gz")) return (await import("../unpack.js")).packedJsonAt(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
});
