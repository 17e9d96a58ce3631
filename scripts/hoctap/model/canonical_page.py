"""The one right way to write a prose page; `fix` writes it and a check compares with it.

UTF-8 without BOM, NFC, LF; at the head entries that YAML reads as they were meant, between two lines of ---.
"""

import re
import unicodedata

# What YAML reads as something else than the words: «A: b», a comment, a list, an anchor, a number, yes and no.
_NOT_PLAIN = re.compile(
    r": |:$| #|^[-?!&*|>%@`\[\]{},#:\"']|^(?:true|false|yes|no|on|off|null|~|[-+.\d][\d_.,eE:TZ +-]*)$", re.IGNORECASE
)
_IN_QUOTES = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_ENTRY = re.compile(r"[ \t]*(title|description|keywords)[ \t]*:[ \t]*(.*?)[ \t]*", re.IGNORECASE)
_LIST = re.compile(r"\[([^\[\]{}\"':]*)\]")
_OPENS, _CLOSES = re.compile(r"\s*\Z|---[ \t]*"), re.compile(r"(?:---|\.\.\.)[ \t]*")
_MOST_LINES = 60


def plain_page(text: str) -> str:
    """Return a page without BOM, with LF, in NFC: its words and lines are as they were."""
    return unicodedata.normalize("NFC", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def canonical_page(text: str) -> str:
    """Return a prose page as it should be written; what nobody can tell without judgement stays as it is."""
    lines = plain_page(text).split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip(" \t") != "---":
        return "\n".join(lines)
    lines = lines[start:]
    end = next((at for at, line in enumerate(lines[1:_MOST_LINES], 1) if _CLOSES.fullmatch(line)), 0)
    if not end:
        return "\n".join(lines)
    below = lines[end + 1 :] or [""]
    return "\n".join(["---", *map(_entry, lines[1:end]), "---", *below])


def _entry(line: str) -> str:
    found = _ENTRY.fullmatch(line)
    if not found:
        return line.expandtabs(2) if line.startswith("\t") else line
    name, words = found[1].lower(), found[2]
    if name == "keywords" and (several := _LIST.fullmatch(words)):
        words = ", ".join(filter(None, map(str.strip, several[1].split(","))))
    if not words or _IN_QUOTES.fullmatch(words) or not _NOT_PLAIN.search(words):
        return f"{name}: {words}" if words else line
    if half := _half_quoted(words):
        return _entry(f"{name}: {half}")
    if words in (">", "|", ">-", "|-"):  # the words stand below
        return line
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}: "{escaped}"'


def _half_quoted(words: str) -> str:
    """Return words without the quotation mark that opens them and nothing closes; empty for others."""
    return words[1:].strip() if words[0] in "\"'" and words.count(words[0]) == 1 else ""
