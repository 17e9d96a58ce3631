// On the page for addresses that do not exist: the file of one unit, place, indicator or campaign that is not there (any
// more) leads to the page it was about, which offers its files; any other one to the page of all files. Sites of very
// many units make the first in the page and pack the others.

const DATA = new URL("../../data/", import.meta.url).pathname;
const OF_A_PAGE = /^(?:excel\/)?(don-vi|dia-phuong|chi-tieu|phong-trao)\/([a-z0-9-]+)\.[a-z]+$/;

const file = location.pathname.startsWith(DATA) ? location.pathname.slice(DATA.length) : "";
const [, folder, key] = file.match(OF_A_PAGE) ?? [];
if (file && !key) location.replace(new URL("../../du-lieu/", import.meta.url));
if (key) {
  const page = new URL(`../../${folder}/${key}/`, import.meta.url);
  const found = await fetch(page, { method: "HEAD" }).catch(() => null);
  if (found?.ok) location.replace(new URL("#tai-ve", found.url));
}
