"""Where a text comes from: imported when a message first has one.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class CitationCharLocation(Model):
    """A place in a plain text, in characters."""

    cited_text: str
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: int
    document_title: str | None = None
    end_char_index: int
    file_id: str | None = None
    start_char_index: int
    type: Literal["char_location"]


class CitationPageLocation(Model):
    """A place in a PDF, in pages."""

    cited_text: str
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: int
    document_title: str | None = None
    end_page_number: int
    file_id: str | None = None
    start_page_number: int
    type: Literal["page_location"]


class CitationContentBlockLocation(Model):
    """A place in a document made of blocks."""

    cited_text: str
    """The words that are cited. They count neither as input nor as output tokens."""

    document_index: int
    document_title: str | None = None
    end_block_index: int
    file_id: str | None = None
    start_block_index: int
    type: Literal["content_block_location"]


class CitationsWebSearchResultLocation(Model):
    """A place in a result of the web search."""

    cited_text: str
    """The words that are cited. They count neither as input nor as output tokens."""

    encrypted_index: str
    """To be sent back as it came."""

    title: str | None = None
    type: Literal["web_search_result_location"]
    url: str


class CitationsSearchResultLocation(Model):
    """A place in a search result of yours."""

    cited_text: str
    """The words that are cited. They count neither as input nor as output tokens."""

    end_block_index: int
    search_result_index: int
    source: str
    start_block_index: int
    title: str | None = None
    type: Literal["search_result_location"]


TextCitation: TypeAlias = Annotated[
    CitationCharLocation
    | CitationPageLocation
    | CitationContentBlockLocation
    | CitationsWebSearchResultLocation
    | CitationsSearchResultLocation,
    Tagged("type"),
]
"""Where a text comes from; `type` tells in what kind of source."""
