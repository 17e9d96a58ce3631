// What the build wrote of one unit for a page: its own file, or on sites of very many units a part of a shared one.
// scripts/hoctap/site/unit_files.py writes them.

import { isPacked, jsonAt, packedJsonAt } from "./unpack.js";

const SHARDS = 1024;

/** FNV-1a of an identifier, as the build counts it. */
export function shardOf(id) {
  let found = 0x811c9dc5;
  for (const char of id) found = Math.imul(found ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return found % SHARDS;
}

/** The value of a unit under `folder` (an address that ends with `/`); fails if there is none. */
export async function unitFile(folder, id) {
  if (!isPacked) return jsonAt(new URL(`${encodeURIComponent(id)}.json`, folder));
  const found = await sharedUnitFile(folder, id);
  if (!found) throw new Error(`${id}: not there`);
  return found;
}

/** The same on a site of very many units. */
export async function sharedUnitFile(folder, id) {
  return (await packedJsonAt(new URL(`nhom-${shardOf(id)}.json.gz`, folder)))[id];
}
