// «Tải ảnh» beside each sentence: a picture to share, with the whole sentence (caveats, period, source), the page it
// stands on, its address (as a QR code too) and licence. Drawn here, from what the page shows, when it is asked for; nothing is fetched.

import { el, plain, save } from "./text.js";
import { slug } from "./sort.js";

const [WIDTH, HEIGHT, MARGIN, CODE] = [1200, 630, 64, 150];
const INK = { paper: "#fffdf9", bar: "#0f4552", onBar: "#fffdf9", ink: "#1c2b31", faint: "#4b5a60", accent: "#c4561f" };
const FACE = '"Plex vietnamese", "Plex latin", "DejaVu Sans", Arial, sans-serif';

/** The two halves of the site's font, under names of their own: a page that came before its fonts never gets them.
    The half with the Vietnamese letters stands first, or they would be put together from a letter and a mark. */
let faces;
function fonts() {
  faces ??= Promise.allSettled(["latin", "vietnamese"].flatMap((part) => ["400", "600"].map(async (weight) => {
    const file = new URL(`../fonts/ibm-plex-sans-${part}-${weight}-normal.woff2`, import.meta.url);
    document.fonts.add(await new FontFace(`Plex ${part}`, `url("${file}")`, { weight }).load());
  })));
  return faces;
}

/** The words in lines no wider than `width` in the pen's present font; a word too long for a line is cut. */
function broken(pen, words, width) {
  const lines = [""];
  for (const word of words.split(" ").flatMap((part) => (pen.measureText(part).width > width ? part.match(/.{1,40}/gu) : [part]))) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The largest size at which the words fit the room, with their lines. */
function fitted(pen, words, weight, sizes, room, width = WIDTH - 2 * MARGIN) {
  for (const size of sizes) {
    pen.font = `${weight} ${size}px ${FACE}`;
    const lines = broken(pen, words, width);
    if (lines.length * size * 1.4 <= room || size === sizes.at(-1)) return { size, lines };
  }
  return null;
}

function write(pen, { size, lines }, weight, colour, top) {
  pen.font = `${weight} ${size}px ${FACE}`;
  pen.fillStyle = colour;
  lines.forEach((line, at) => pen.fillText(line, MARGIN, top + size + at * size * 1.4));
  return top + lines.length * size * 1.4;
}

/** Where the page is found, if it is on the web; on this machine alone it has no address for others. */
function address() {
  const { host, pathname } = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
  return /^(127\.|localhost)/.test(host) ? "" : `${host}${pathname}`;
}

/** The QR code that the page has for paper, as an image; null where the page has no address for others. */
async function qrCode() {
  const drawn = document.querySelector(".sht-qr svg")?.cloneNode(true);
  if (!drawn) return null;
  for (const side of ["width", "height"]) drawn.setAttribute(side, CODE);
  const image = el("img", { src: `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}` });
  return image.decode().then(() => image, () => null);
}

export async function picture(title, sentence) {
  await fonts();
  const canvas = el("canvas", { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext("2d");
  const block = (colour, y, height) => { pen.fillStyle = colour; pen.fillRect(0, y, WIDTH, height); };
  block(INK.paper, 0, HEIGHT);
  block(INK.bar, 0, 76);
  block(INK.accent, 76, 6);
  write(pen, { size: 30, lines: ["Sổ Học Tập"] }, 600, INK.onBar, 18);
  const code = await qrCode(), width = WIDTH - 2 * MARGIN - (code ? CODE + 24 : 0);
  if (code) pen.drawImage(code, WIDTH - MARGIN - CODE, HEIGHT - 24 - CODE, CODE, CODE);
  const under = write(pen, fitted(pen, title, 600, [40, 34, 28], 120), 600, INK.ink, 108);
  write(pen, fitted(pen, sentence, 400, [38, 34, 30, 27, 24, 21, 18], HEIGHT - 108 - under, width), 400, INK.ink, under + 16);
  const foot = [address(), "giấy phép CC BY 4.0, dùng tự do khi ghi nguồn"].filter(Boolean).join(" · ");
  write(pen, fitted(pen, foot, 400, [22, 18, 15], 30, width), 400, INK.faint, HEIGHT - 62);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const title = plain(document.querySelector("h1"));
for (const copy of document.querySelectorAll(".sht-sentences [data-copy]")) {
  const button = el("button", { type: "button", class: "sht-button no-print" }, "Tải ảnh", el("span", { class: "visually-hidden" }, ` ${plain(copy).replace("Chép", "").trim()}`));
  button.addEventListener("click", async () => {
    const sentence = document.querySelector(copy.dataset.copy).textContent.replace(/\s+/g, " ").trim();
    save(`${slug(title)}.png`, await picture(title, sentence));
  });
  copy.after(" ", button);
}
