// What a person sends, by their own hand: a text to paste, the file, a letter, a public issue. Nothing is sent from here.

import { el, save } from "./text.js";

const ADDRESS_MOST = 7000; // longer addresses are cut by browsers and GitHub

const link = (text, href) => el("a", { class: "sht-button", href, ...(href.startsWith("http") ? { target: "_blank", rel: "noopener" } : {}) }, text);

/** The text that goes with the file. */
function letter({ answer, unit, newUnit }) {
  const rows = answer.rows.map((row) => `- ${row.indicator}${row.breakdown ? ` (${row.breakdown})` : ""}, ${row.period}: ${row.value}. Nguồn: ${row.source}, ${row.locator}.`);
  const names = [...new Set(answer.rows.map((row) => row.unit))];
  return [
    "Kính gửi Sổ Học Tập,",
    `Xin gửi số liệu của ${names.join("; ") || unit?.name || "đơn vị ghi trong tệp"}.`,
    ...(newUnit ? ["", "Đơn vị chưa có trong sổ:", ...newUnit.lines.map((line) => `- ${line}`)] : []),
    ...(rows.length ? ["", "Các con số:", ...rows] : []),
    ...(answer.corrections.length ? ["", "Sửa hoặc bỏ số đã có:", ...answer.corrections.map((line) => `- ${line}`)] : []),
    "", "Tệp kèm theo đã được kiểm trên trang «Gửi số liệu»: mọi ô đều đúng.",
  ].join("\n");
}

/** The section «Gửi»: everything ready, nothing gone. */
export function sending({ answer, file, unit, newUnit }) {
  const { email, repository } = document.querySelector("[data-desk-address]").dataset;
  const words = letter({ answer, unit, newUnit });
  const subject = `Số liệu của ${unit?.name ?? answer.rows[0]?.unit ?? "đơn vị"}`;
  const text = el("textarea", { readonly: true, rows: "10", "aria-label": "Lời nhắn gửi kèm tệp" });
  text.value = words;
  const copy = el("button", { type: "button", class: "sht-button sht-button--main" }, "Chép lời nhắn");
  copy.addEventListener("click", async () => {
    copy.textContent = await navigator.clipboard.writeText(words).then(() => "Đã sao chép", () => "Không sao chép được");
    setTimeout(() => { copy.textContent = "Chép lời nhắn"; }, 2000);
  });
  const keep = el("button", { type: "button", class: "sht-button" }, `Lưu tệp ${file.name}`);
  keep.addEventListener("click", () => save(file.name, file));
  const ways = [copy, keep];
  if (navigator.canShare?.({ files: [file] })) {
    const share = el("button", { type: "button", class: "sht-button" }, "Gửi qua Zalo hoặc ứng dụng khác");
    share.addEventListener("click", () => navigator.share({ files: [file], title: subject, text: words }).catch(() => null));
    ways.push(share);
  }
  if (email) ways.push(link("Mở thư điện tử", `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(words)}`));
  if (repository) ways.push(link("Mở phiếu công khai", issue(repository, subject, words, newUnit)));
  return el("section", { class: "sht-desk__send" },
    el("h2", { id: "gui" }, "3. Gửi"),
    el("p", {}, email || repository ? "Chép lời nhắn, đính kèm tệp, gửi qua thư điện tử, Zalo hoặc phiếu công khai. Trang không tự gửi gì." : "Trang này chưa có hộp thư nhận số liệu: hãy lưu tệp và lời nhắn rồi hỏi người phụ trách trang. Trang không tự gửi gì."),
    text, el("p", { class: "sht-desk__tools" }, ...ways));
}

/** A new issue with the text filled in; the person puts the file into it. */
function issue(repository, title, words, newUnit) {
  const unit = newUnit ? `\n\n<!-- hoctap new unit ${newUnit.options} -->` : "";
  const body = `${words}\n\nKéo tệp .xlsx vào đây:\n${unit}`;
  const address = `${repository}/issues/new?title=${encodeURIComponent(title)}&body=`;
  return address + encodeURIComponent(body).slice(0, ADDRESS_MOST - address.length).replace(/%[0-9A-F]?$/, "");
}
