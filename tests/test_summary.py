"""The summary of a pull request shows a stranger's words as they stand: nothing of them links, names or calls anybody.

What Markdown makes of it is asked of a parser of GitHub's dialect; what GitHub itself looks for in the text that comes
of it (people, issues, pictures by name, addresses) has no parser, so these signs must not stand together any more.
"""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from marko.ext.gfm import gfm

from hoctap.contribute.changes import Effect, Odd
from hoctap.contribute.effect_formats import as_markdown
from hoctap.releases.diff import Change, Difference, TableDifference
from hoctap.vietnamese.characters import printable

JOINER = "\u2060"
# Made by somebody: an address, a person or a team, an issue, a commit of a repository, a picture by its name.
FOUND_BY_GITHUB = re.compile(
    r"\w://\S|\bwww\.|\b(?:mailto|xmpp):\w|[\w.+-]@[\w-]|(?<!\w)@\w|#\d|\bGH-\d|:[\w+-]+:", re.IGNORECASE
)
HOSTILE = (
    "## Tiêu đề giả", "# a", "- [ ] việc", "1. một", "> lời", "***", "---", "===", "    mã", "```sh", "~~bỏ~~",
    "**đậm**", "_nghiêng_", "`mã`", "$x$", "$$x$$", "![a](https://evil.example/p.png)",
    "[a](https://evil.example)", "[a]: //x", "<img src=//evil.example/p.png>", "<script>1</script>",
    "<details open>", "</details>", "<!-- a", "&lt;b&gt;", "&#60;b", "a | b | c", "|---|",
    "https://evil.example/x", "HTTP://evil.example", "www.evil.example", "WWW.evil.example",
    "ftp://evil.example/x", "mailto:a@evil.example", "xmpp:a@evil.example/b", "a.b@evil.example", "@everyone",
    "@org/team", "cc @ai-do,", "#1", "GH-12", "gh-12", "owner/repo#1",
    "owner@0123456789abcdef0123456789abcdef01234567", ":tada:", "x :tada", ":+1:", ":-1:", "a:b:c:d", "[^1]",
    "[^1]: chú", "\\*a\\*", "\\", "a\\", "\x1b[31m", "a\u202eb", "a\nb", "a\r\n# b", "a\u2028# b", "\t- a", "",
    " ", "```mermaid", "![[x]]", "{{ a }}", "::warning::a", "> [!WARNING]",
)  # fmt: skip


def _of_everything(words: str) -> Effect:
    key = (words, "2024")
    table = TableDifference(
        words,
        added_columns=(words,),
        removed_columns=(words,),
        redefined_columns=(words,),
        retold_columns=(words,),
        added={key: {"a": words, words: "b"}},
        removed={key: {"a": words}},
        changed=(Change(words, key, words, words, words),),
    )
    return Effect(
        difference=Difference("1.0.0", "1.1.0", (words,), (words,), (table,)),
        columns={words: ("a", "b")},
        titles={words: words},
        odd=(Odd(words, key, words),),
        pages=(words,),
        version="2.0.0",
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_strangers_stand_in_a_summary_as_they_are(words: str) -> None:
    html, plain = gfm(as_markdown(_of_everything(words))), gfm(as_markdown(_of_everything("a")))
    assert re.findall(r"</?\w+", html) == re.findall(r"</?\w+", plain)
    assert [cell for cell in _texts(html) if FOUND_BY_GITHUB.search(cell)] == []
    visible = printable(" ".join(words.split()))
    assert "".join(visible.split()) in "".join(without_joiners(html).split())


def without_joiners(html: str) -> str:
    """Return the text of HTML without the joiners that nobody sees."""
    return " ".join(_texts(html)).replace(JOINER, "")


def _texts(html: str) -> Iterator[str]:
    return (unescape(text) for text in re.split(r"<[^>]*>", html) if text.strip())


@pytest.mark.parametrize("words", ["https://evil.example/x", "@everyone", "#1", ":tada:", "a@evil.example"])
def test_the_look_for_what_github_makes_of_words_finds_it(words: str) -> None:
    assert FOUND_BY_GITHUB.search(words)
