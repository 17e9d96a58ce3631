// What the build wrote of one unit for a page: its own file, or on sites of very many units a part of a shared one.
// scripts/hoctap/site/unit_files.py writes them.

import { isPacked, jsonAt, packedJsonAt } from "./unpack.js";

const SHARDS = { "so-sanh": 512, "bao-cao": 128 };

/** Which of the files of a folder (`so-sanh`) holds a unit: FNV-1a of its identifier, as the build counts it. */
export function shardOf(id, kind) {
  let found = 0x811c9dc5;
  for (const char of id) found = Math.imul(found ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return found % SHARDS[kind];
}

/** The value of a unit under `folder` (an address that ends with `<kind>/don-vi/`); fails if there is none. */
export async function unitFile(folder, id) {
  if (!isPacked) return jsonAt(new URL(`${encodeURIComponent(id)}.json`, folder));
  const found = await sharedUnitFile(folder, id);
  if (!found) throw new Error(`${id}: not there`);
  return found;
}

/** The same on a site of very many units. */
export async function sharedUnitFile(folder, id) {
  const kind = new URL(folder).pathname.split("/").at(-3);
  return (await packedJsonAt(new URL(`nhom-${shardOf(id, kind)}.json.gz`, folder)))[id];
}
