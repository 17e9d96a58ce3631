// On the page for addresses that do not exist: the file of one unit, place, indicator or campaign that is not there (any
// more) leads to the page it was about, which offers its files. Sites of very many units make them in the page.

const FILE = /\/data\/(?:excel\/)?(don-vi|dia-phuong|chi-tieu|phong-trao)\/([a-z0-9-]+)\.[a-z]+$/;

const [, folder, key] = location.pathname.match(FILE) ?? [];
if (key) {
  const page = new URL(`../../${folder}/${key}/`, import.meta.url);
  const found = await fetch(page, { method: "HEAD" }).catch(() => null);
  if (found?.ok) location.replace(new URL("#tai-ve", found.url));
}
