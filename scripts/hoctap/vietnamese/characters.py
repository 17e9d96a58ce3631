"""Characters that do not belong in Vietnamese text: what nobody sees, and letters of other scripts that look like ours.

The same for cells, descriptors, pages and finished HTML.
"""

import re
import unicodedata

# Control, bidi, zero-width and tag characters, selectors, fillers, replacement characters, private use, halves of
# surrogate pairs, and code points that are no characters. Tabs and line ends are not here: files are made of lines.
_NO_CHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f"
    "\u2000-\u2006\u2008\u200a\u205f\u3000"  # spaces of other widths than people type
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff"
    f"\uffa0\ufff0-\uffff\U0001d173-\U0001d17a\U000e0000-\U0010ffff{_NO_CHARACTERS}]"
    # Marks piled on a letter run into the lines above and below.
    "|[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)
# What is often typed for a Vietnamese letter and is another letter: Ð ð (Icelandic), Ɖ ɖ (African), clicks, IPA,
# small and raised letters, Roman numerals in one sign, Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu, Deseret,
# letterlike signs, ligatures, full-width and mathematical forms, letters in circles and squares, digits of other
# scripts.
LOOK_ALIKE = re.compile(
    "[\u00d0\u00f0\u0131\u0189\u01c0-\u01c3\u0250-\u02b8\u02e0-\u02e4\u0370-\u0481\u048a-\u058f\u13a0-\u13ff\u1c80-\u1c8f"
    "\u1d00-\u1d2b\u1f00-\u1fff\u2102\u210a-\u2113\u2115\u2119-\u211d\u2124\u2128\u212a-\u2131\u2133\u2134\u2160-\u2188\u2071\u207f\u2090-\u209c"
    "\u249c-\u24e9\u2c80-\u2cff\u2d00-\u2d2f\u2de0-\u2dff\ua4d0-\ua4ff\ua640-\ua69f\uab30-\uabbf\ufb00-\ufb06"
    "\uff01-\uff5e\U00010400-\U0001044f\U0001d400-\U0001d7ff\U0001f110-\U0001f189]"
    "|(?![0-9])\\d"
)
# Digits and signs of full width, as some keyboards type them, to those of ASCII.
FULL_WIDTH = {0xFF01 + n: chr(0x21 + n) for n in range(94)}


def described(char: str) -> str:
    """Return a character as people can look it up: `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(char[0]):04X} {unicodedata.name(char[0], '')}".strip()


def printable(text: str) -> str:
    """Return `text` with every hidden character told by its number, fit for any terminal, log or page."""
    return HIDDEN.sub(lambda found: "".join(f"⟨U+{ord(char):04X}⟩" for char in found[0]), text)
