// What a person sends, by their own hand: a text to paste, the file, a letter, a public issue. Nothing is sent from here.

import { el, number, save } from "./text.js";

// Longer addresses are cut by GitHub, and by Windows where it hands a letter to the mail program.
const MOST = { issue: 7000, letter: 1900 };

const link = (text, href) => el("a", { class: "sht-button", href, ...(href.startsWith("http") ? { target: "_blank", rel: "noopener" } : {}) }, text);

/** The lines that go with the file: {head, rows, end}; rows are what may be left to the file. */
function letter({ answer, unit, newUnit }) {
  const rows = answer.rows.map((row) => `- ${row.indicator}${row.breakdown ? ` (${row.breakdown})` : ""}, ${row.period}: ${row.value}. Nguồn: ${row.source}, ${row.locator}.`);
  const names = [...new Set(answer.rows.map((row) => row.unit))];
  return {
    head: [
      "Kính gửi Sổ Học Tập,",
      `Xin gửi số liệu của ${names.join("; ") || unit?.name || "đơn vị ghi trong tệp"}.`,
      ...(newUnit ? ["", "Đơn vị chưa có trong sổ:", ...newUnit.lines.map((line) => `- ${line}`)] : []),
    ],
    rows: [
      ...(rows.length ? ["", "Các con số:", ...rows] : []),
      ...(answer.corrections.length ? ["", "Sửa hoặc bỏ số đã có:", ...answer.corrections.map((line) => `- ${line}`)] : []),
    ],
    end: ["", "Tệp kèm theo đã được kiểm trên trang «Gửi số liệu»: mọi ô đều đúng."],
  };
}

/** The lines as the last part of an address of at most `most` signs: whole lines, and a word on those left out. */
export function fitted(address, { head, rows, end }, most, lineEnd = "\n") {
  for (let kept = rows.length; kept >= 0; kept -= 1) {
    const left = rows.slice(kept).filter((line) => line.startsWith("- ")).length;
    const more = left ? [`… và ${number.format(left)} dòng nữa trong tệp kèm theo.`] : [];
    const whole = address + encodeURIComponent([...head, ...rows.slice(0, kept), ...more, ...end].join(lineEnd));
    if (whole.length <= most || kept === 0) return whole;
  }
  return address;
}

/** The section «Gửi»: everything ready, nothing gone. */
export function sending({ answer, file, unit, newUnit }) {
  const { email, repository } = document.querySelector("[data-desk-address]").dataset;
  const lines = letter({ answer, unit, newUnit });
  const words = [...lines.head, ...lines.rows, ...lines.end].join("\n");
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
  const shared = navigator.canShare?.({ files: [file] }) ? { files: [file] } : {};
  if (navigator.share) {
    // Some browsers share only pictures and text: the file is then attached by hand.
    const share = el("button", { type: "button", class: "sht-button" }, shared.files ? "Gửi qua Zalo hoặc ứng dụng khác" : "Gửi lời nhắn qua Zalo, tệp đính kèm sau");
    share.addEventListener("click", () => navigator.share({ ...shared, title: subject, text: words }).catch(() => null));
    ways.push(share);
  }
  if (email) ways.push(link("Mở thư điện tử", fitted(`mailto:${email}?subject=${encodeURIComponent(subject)}&body=`, lines, MOST.letter, "\r\n")));
  if (repository) ways.push(link("Mở phiếu công khai", issue(repository, subject, lines, newUnit)));
  return el("section", { class: "sht-desk__send" },
    el("h2", { id: "gui" }, "3. Gửi"),
    el("p", {}, email || repository ? "Chép lời nhắn, đính kèm tệp, gửi qua thư điện tử, Zalo hoặc phiếu công khai. Trang không tự gửi gì." : "Trang này chưa có hộp thư nhận số liệu: hãy lưu tệp và lời nhắn rồi hỏi người phụ trách trang. Trang không tự gửi gì."),
    text, el("p", { class: "sht-desk__tools" }, ...ways));
}

/** A new issue with the text filled in; the person puts the file into it. */
function issue(repository, title, { head, rows, end }, newUnit) {
  const unit = newUnit ? ["", `<!-- hoctap new unit ${newUnit.options} -->`] : [];
  const address = `${repository}/issues/new?title=${encodeURIComponent(title)}&body=`;
  return fitted(address, { head, rows, end: [...end, "", "Kéo tệp .xlsx vào đây:", ...unit] }, MOST.issue);
}
