"""JSON schemas as the API takes them, for structured output and tools that are written by hand."""

from __future__ import annotations

from .core.schemas import transform_schema as transform_schema
