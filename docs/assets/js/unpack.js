// Packed files of sites of very many units, unpacked in the page: the one file of a zip, and JSON that may be gzip.
// scripts/hoctap/exports/packed.py packs them. Where unpacking fails for the age of the browser, the error holds the
// words for the reader in `notice`.

const GZIP = 0x8b1f, ENTRY = 0x04034b50, DEFLATED = 8, HEAD = 30;

/** Whether the small files of this site are packed; overrides/main.html says so. */
export const isPacked = Boolean(document.querySelector("#noi-dung[data-packed]"));

function inflated(bytes, format) {
  if (!("DecompressionStream" in globalThis)) {
    const notice = "Trình duyệt này cũ quá, không mở được tệp nén của trang; xin dùng bản mới hơn hoặc máy khác.";
    throw Object.assign(new Error("no DecompressionStream"), { notice });
  }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format))).text();
}

/** The text of the only file of a zip, given as a buffer. */
export function unzipped(buffer) {
  const view = new DataView(buffer), at = (place) => view.getUint16(place, true);
  if (view.getUint32(0, true) !== ENTRY || at(8) !== DEFLATED) throw new Error("no zip of one packed file");
  const start = HEAD + at(26) + at(28);
  return inflated(new Uint8Array(buffer, start, view.getUint32(18, true)), "deflate-raw");
}

async function answerOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** The value of a packed JSON file, unpacked or not: some hosts unpack on the way. Fails if there is none. */
export async function packedJsonAt(address) {
  const answer = await answerOf(address);
  const buffer = await answer.arrayBuffer();
  const packed = buffer.byteLength > 2 && new DataView(buffer).getUint16(0, true) === GZIP;
  return JSON.parse(packed ? await inflated(buffer, "gzip") : new TextDecoder().decode(buffer));
}

/** The value of a JSON file that sites of very many units have packed, under its name and `.gz`. */
export async function jsonAt(address) {
  return isPacked ? packedJsonAt(`${address}.gz`) : (await answerOf(address)).json();
}
