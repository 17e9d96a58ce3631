"""Files judged once: what was found good is not read again, and nothing else is let through."""

from pathlib import Path

import pytest

from hoctap.site.judge import UnsafePageError
from hoctap.site.judged import Judge, judge_of
from hoctap.site.leaks import LeakError
from hoctap.system.sums import Sums

PHONE = "Gọi 0912 345 678"


def _good(folder: Path) -> Judge:
    folder.mkdir()
    (folder / "a.csv").write_text("x\n1\n")
    (folder / "a.html").write_text("<p>a</p>")
    judge = Judge(folder.parent / "notes" / "good", frozenset())
    judge.remember(judge.refuse(folder).digests)
    held = judge.place.read_bytes()
    return Judge(judge.place, frozenset((held[:32], held[32:])))


def test_what_was_found_good_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = _good(tmp_path / "site")
    read: list[Path] = []
    monkeypatch.setattr("hoctap.site.judged.refuse_leaks", lambda _folder, _own, only: read.extend(only))
    judge.refuse(tmp_path / "site")
    assert read == []
    (tmp_path / "site" / "a.csv").write_text("x\n2\n")
    judge.refuse(tmp_path / "site")
    assert read == [tmp_path / "site" / "a.csv"]


def test_what_is_new_is_judged(tmp_path: Path) -> None:
    judge = _good(tmp_path / "site")
    (tmp_path / "site" / "b.csv").write_text(PHONE)
    with pytest.raises(LeakError, match=r"^b\.csv: số điện thoại$"):
        judge.refuse(tmp_path / "site")
    (tmp_path / "site" / "b.csv").unlink()
    (tmp_path / "site" / "a.html").write_text("<p onclick='x()'>a</p>")
    with pytest.raises(UnsafePageError):
        judge.refuse(tmp_path / "site")


def test_a_name_or_the_address_for_letters_makes_a_file_another(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.js").write_text(f"// {PHONE}")  # code of others names its authors
    (site / "a.csv").write_text("ban@vi-du.vn")
    judge = Judge(tmp_path / "good", frozenset())
    known = Judge(tmp_path / "good", judge.refuse(site, "ban@vi-du.vn").digests)
    known.refuse(site, "ban@vi-du.vn")
    with pytest.raises(LeakError, match=r"^a\.csv"):
        known.refuse(site)
    (site / "a.js").rename(site / "b.txt")
    with pytest.raises(LeakError, match=r"^b\.txt"):
        known.refuse(site, "ban@vi-du.vn")


def test_another_program_or_repository_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoctap.site.judged.CACHE", tmp_path / "notes")
    judge = judge_of(tmp_path, Sums())
    judge.remember(frozenset([b"a" * 32]))
    assert judge_of(tmp_path, Sums()).known == {b"a" * 32}
    assert judge_of(tmp_path.parent, Sums()).known == frozenset()
    changed = tmp_path / "rules.py"
    changed.write_text("x")
    monkeypatch.setattr("hoctap.site.judged.files_of_the_program", lambda: [("rules.py", changed)])
    assert judge_of(tmp_path, Sums()).known == frozenset()
