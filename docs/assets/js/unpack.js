// Packed files of sites of very many units, unpacked in the page: the one file of a zip, and JSON that may be gzip.
// scripts/hoctap/exports/packed.py packs them.

const GZIP = 0x8b1f, ENTRY = 0x04034b50, DEFLATED = 8, HEAD = 30;

function inflated(bytes, format) {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))).text();
}

/** The text of the only file of a zip, given as a buffer. */
export function unzipped(buffer) {
  const view = new DataView(buffer), at = (place) => view.getUint16(place, true);
  if (view.getUint32(0, true) !== ENTRY || at(8) !== DEFLATED) throw new Error("no zip of one packed file");
  const start = HEAD + at(26) + at(28);
  return inflated(new Uint8Array(buffer, start, view.getUint32(18, true)), "deflate-raw");
}

/** The JSON of an answer, packed or not: some hosts unpack on the way. */
async function unpacked(answer) {
  const buffer = await answer.arrayBuffer();
  const packed = buffer.byteLength > 2 && new DataView(buffer).getUint16(0, true) === GZIP;
  return JSON.parse(packed ? await inflated(buffer, "gzip") : new TextDecoder().decode(buffer));
}

/** The value of a packed JSON file; fails if there is none. */
export async function packedJsonAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpacked(answer);
}

let isPacked = false; // what was found once holds for the whole site

/** The value of a JSON file that sites of very many units have packed, under its name and `.gz`. */
export async function jsonAt(address) {
  if (!isPacked) {
    const answer = await fetch(address);
    if (answer.ok) return answer.json();
  }
  const value = await packedJsonAt(`${address}.gz`);
  isPacked = true;
  return value;
}
