"""Texts from front matter are read as YAML reads them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claude_client.files.front_matter import FrontMatter, FrontMatterError


def front(body: str) -> FrontMatter:
    return FrontMatter(f"---\n{body}\n---\n# Title\n")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("k: plain text", "plain text"),
        ("k:   spaced   ", "spaced"),
        ("k: text # a comment", "text"),
        ("k: a#b", "a#b"),
        ("k: http://x/y", "http://x/y"),
        ("k: it's 5:30", "it's 5:30"),
        ("k: over\n  two lines\n\n  and a break", "over two lines\nand a break"),
        ("k:\n  on the next line", "on the next line"),
        ("k: 'single: it''s'", "single: it's"),
        ("k: 'over\n  two lines'", "over two lines"),
        ("k: 'text' # a comment", "text"),
        ('k: "double: \\"x\\" \\u00e9\\x41\\n"', 'double: "x" éA\n'),
        ('k: "over\n  two lines"', "over two lines"),
        ('k: "no \\\n  break"', "no break"),
        ("k: >\n  folded\n  text\n\n  paragraph", "folded text\nparagraph\n"),
        ("k: >-\n  folded\n  text", "folded text"),
        ("k: >- # a comment\n  folded", "folded"),
        ("k: >\n  text\n    code\n  text", "text\n  code\ntext\n"),
        ("k: |\n  kept\n  lines", "kept\nlines\n"),
        ("k: |-\n  kept: as # it is", "kept: as # it is"),
        ("k: |2-\n   one more space", " one more space"),
        ("k: |-\n  # no comment", "# no comment"),
        ("k: >-\n\n  after an empty line", "\nafter an empty line"),
        ("'k': quoted key", "quoted key"),
        ('"k": quoted key', "quoted key"),
        ("k: first\nk: last", "last"),
        ("# comment\n\nother:\n  - a\n  - b: c\nk: text\nlist:\n- a\n-\n- b\nmap: {a: 1}", "text"),
        ("k: Überblick 概要", "Überblick 概要"),
        ("k: 'a' 'b'\nx: y", FrontMatterError),
        ("k: 'never closed", FrontMatterError),
        ('k: "never closed\\"', FrontMatterError),
        ('k: "\\q"', FrontMatterError),
        ("k: has: a colon", FrontMatterError),
        ("k: ends with one:", FrontMatterError),
        ("k:\n  nested: map", FrontMatterError),
        ("k:\n  - item", FrontMatterError),
        ("k:\n- item", FrontMatterError),
        ("k: [a, b]", FrontMatterError),
        ("k: {a: b}", FrontMatterError),
        ("k: &anchor x", FrontMatterError),
        ("k: !!str x", FrontMatterError),
        ("k: |\n    four\n  two", FrontMatterError),
        ("k:", None),
        ("k: ~", None),
        ("k: null", None),
        ("k: # a comment", None),
        ("other: x", None),
        ("", None),
    ],
)
def test_a_text_is_read(written: str, text: str | type[Exception] | None) -> None:
    if isinstance(text, type):
        with pytest.raises(text, match="has a k that"):
            front(written).text("k")
    else:
        assert front(written).text("k") == text
        assert FrontMatter(f"\ufeff---\n{written}\n---".replace("\n", "\r\n")).text("k") == text


@pytest.mark.parametrize(
    "text",
    ["", "# Title", " ---\nk: v\n---", "---\nk: v\n", "----\nk: v\n---", "---\njust words\n---", "---\n{a: 1}\n---"],
)
def test_what_is_no_front_matter_is_an_error(text: str) -> None:
    with pytest.raises(FrontMatterError):
        FrontMatter(text)


@given(st.text(alphabet="k:-#'\"|>\\ \n\tab0[{&~x", max_size=60))
def test_anything_else_is_a_text_or_an_error_of_ours(body: str) -> None:
    with suppress(FrontMatterError):
        assert isinstance(FrontMatter(f"---\nk: {body}\n---").text("k"), str | None)
