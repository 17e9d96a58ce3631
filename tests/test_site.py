"""The finished site: every page whole, every link leading somewhere, every file accounted for."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import pytest

from building import Page, pages, tree
from hoctap.check.gate import Checked
from hoctap.views.page_kinds import KINDS

pytestmark = pytest.mark.build

HOME = "http://127.0.0.1:8000/"
LEFT_OVER = re.compile(r"\{\{|\{%|HOCTAP-|hoctap-root:|_shell|<!--hoctap:|data-hoctap-body")
NOT_LISTED = re.compile(r'content="noindex"|http-equiv="refresh"')
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def html(site: Path) -> dict[str, str]:
    return pages(site)


@pytest.fixture(scope="module")
def parsed(html: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in html.items()}


def test_every_data_page_is_there(html: dict[str, str], checked: Checked) -> None:
    wanted = {f"{kind.folder}/{key}/index.html" for kind in KINDS for key in kind.keys(checked.catalog)}
    assert wanted <= set(html)


def test_nothing_of_the_making_is_left_in_any_page(html: dict[str, str]) -> None:
    found = {path: left[0] for path, text in html.items() if (left := LEFT_OVER.search(CODE.sub("", text)))}
    assert found == {}


def test_no_shell_is_published(site: Path) -> None:
    assert [path for path in tree(site) if "_shell" in path] == []


def test_every_page_has_one_heading_a_title_and_a_description(parsed: dict[str, Page], html: dict[str, str]) -> None:
    for path, page in parsed.items():
        assert [tag for tag, _ in page.tags].count("h1") == 1, path
        assert re.search(r"<title>[^<]+</title>", html[path]), path
        metas = [values.get("content", "") for tag, values in page.tags if values.get("name") == "description"]
        assert len(metas) == 1, path
        assert metas[0], path


def test_titles_of_one_kind_of_pages_differ(html: dict[str, str]) -> None:
    kinds = {path: path.removeprefix("en/").partition("/")[0] + path[:3] for path in html}
    titles = [(kinds[path], *re.findall(r"<title>([^<]+)</title>", text)) for path, text in html.items()]
    assert sorted(title for title in set(titles) if titles.count(title) > 1) == []


def test_no_page_has_an_id_twice(parsed: dict[str, Page]) -> None:
    twice = {path: sorted({i for i in page.ids if page.ids.count(i) > 1}) for path, page in parsed.items()}
    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, parsed: dict[str, Page]) -> None:
    links = {(path, address) for path, page in parsed.items() for address in page.addresses}
    assert sorted(link for link in links if not _leads_somewhere(site, parsed, *link)) == []


def _leads_somewhere(site: Path, parsed: dict[str, Page], path: str, address: str) -> bool:
    here = HOME + path.removesuffix("index.html")
    target, anchor = urldefrag(urljoin(here if path != "404.html" or address.startswith("#") else HOME, address))
    if not target.startswith(HOME):
        return True
    file = unquote(target.removeprefix(HOME).partition("?")[0])
    file = f"{file}index.html" if file == "" or file.endswith("/") else file
    return (site / file).is_file() and (not anchor or file not in parsed or unquote(anchor) in parsed[file].ids)


def test_the_sitemap_names_every_page_once(site: Path, html: dict[str, str]) -> None:
    root = ET.fromstring((site / "sitemap.xml").read_bytes())
    addresses = [element.text or "" for element in root.iter() if element.tag.endswith("}loc")]
    listed = [path for path, text in html.items() if path != "404.html" and not NOT_LISTED.search(text)]
    assert sorted(addresses) == sorted(HOME + path.removesuffix("index.html") for path in listed)


def test_a_page_without_figures_is_not_for_search_engines_and_offers_no_file(html: dict[str, str]) -> None:
    thin = {path for path, text in html.items() if '<meta name="robots" content="noindex">' in text}
    assert {"dia-phuong/viet-nam/index.html", "chi-tieu/adults-total/index.html"} <= thin
    assert "don-vi/hoi-khuyen-hoc-tinh-dong-lau/index.html" not in thin
    assert 'class="sht-downloads"' not in html["dia-phuong/viet-nam/index.html"]


def test_a_unit_that_is_a_place_leads_to_the_page_of_the_place(html: dict[str, str]) -> None:
    old, new = html["don-vi/tinh-dong-lau/index.html"], html["dia-phuong/dong-lau/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../dia-phuong/dong-lau/">' in old
    assert '<a href="../../dia-phuong/dong-lau/">' in old
    assert "Mọi số liệu: Tỉnh Đông Lâu" in new
    assert not [path for path, text in html.items() if 'href="../../don-vi/tinh-dong-lau/"' in text]


def test_without_an_address_nothing_quotes_that_of_this_machine(html: dict[str, str]) -> None:
    for path, text in html.items():
        assert "sht-cite" not in text, path
        assert 'class="segno"' not in text, path


def test_canonical_addresses_are_the_pages_own(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        addresses = [values["href"] for tag, values in page.tags if tag == "link" and values.get("rel") == "canonical"]
        moved = [values["content"] for tag, values in page.tags if values.get("http-equiv") == "refresh"]
        own = moved[0].removeprefix("0; url=../../") if moved else path.removesuffix("index.html")
        assert addresses == ([] if path == "404.html" else [HOME + own]), path


def test_manifest_and_checksums_are_true(site: Path) -> None:
    data = site / "data"
    entries = {
        entry["path"]: entry for entry in json.loads((data / "MANIFEST.json").read_text(encoding="utf-8"))["files"]
    }
    there = tree(data)
    assert set(entries) == set(there) - {"MANIFEST.json", "SHA256SUMS"}
    lines = (data / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {path: checksum for checksum, path in (line.split("  ", 1) for line in lines)}
    for path, entry in entries.items():
        assert entry["bytes"] == (data / path).stat().st_size
        assert entry["sha256"] == there[path] == sums[path]


def test_the_combined_descriptor_tells_true_sizes_and_hashes(site: Path) -> None:
    package = json.loads((site / "data/hoctap/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        data = (site / "data/hoctap" / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_every_page_forbids_foreign_and_inline_scripts(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        (policy,) = [values["content"] for _, values in page.tags if "Policy" in values.get("http-equiv", "")]
        assert "default-src 'none'" in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        for tag, values in page.tags:
            assert not [name for name in values if name.startswith("on")], (path, tag)
            assert tag != "script" or values.get("src") or values.get("type", "").endswith("json"), (path, values)


def test_pages_load_nothing_from_elsewhere(parsed: dict[str, Page]) -> None:
    for path, page in parsed.items():
        for tag, values in page.tags:
            loaded = values.get("src") or (values.get("href", "") if tag == "link" else "")
            assert not loaded.startswith(("//", "https:")), (path, loaded)
            assert not loaded.startswith("http:") or loaded.startswith(HOME), (path, loaded)


def test_the_fonts_and_scripts_are_served_from_the_site(site: Path) -> None:
    css = (site / "assets/css/hoctap.css").read_text(encoding="utf-8")
    for address in re.findall(r"url\([\"']?([^\"')]+)", css):
        assert address.startswith("data:") or (site / "assets/css" / address).resolve().is_file(), address
