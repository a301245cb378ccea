"""What a notebook shows: HTML in which nothing of the model's does anything."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    ConnectionFailedError,
    OverloadedError,
    RateLimitError,
    tool,
)
from claude_client.core.decoding import decode
from claude_client.core.pages import Page
from claude_client.rendering import as_html
from claude_client.rendering.html import html
from claude_client.rendering.parts import Code, Facts, Folded, Heading, Links, Plain, Table, Text, Warn
from claude_client.sandbox import Sandbox
from claude_client.types import FileMetadata, Message, MessageBatch, MessageBatchIndividualResponse, ModelInfo

HI: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hi there"}],
}
HARMLESS = {
    "a", "blockquote", "br", "code", "del", "details", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img",
    "li", "ol", "p", "pre", "s", "small", "span", "strong", "style", "summary", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
NASTY = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details></div>", "<b onclick=a>", "<!--", "<?", "<![CDATA[",
    "[a](javascript:alert(1))", "[a](<javascript:alert(1)>)", "[a](\njavascript:alert(1))", "[a]: javascript:alert(1)", "[a]",
    "[a]:\njavascript:alert(1)", "[a](&#106;avascript:alert(1))", "[a](java\\script:alert(1))", "[a](data:text/html,<b>)",
    "[a](vbscript:x)", "[a](JaVaScRiPt:alert(1) 'title')", "<javascript:alert(1)>", "![a](https://evil.example/?secret)",
    "![a]", "\\![a](https://evil.example)", "!\\[a](https://evil.example)", "[![a](https://evil.example)](javascript:x)",
    "```", "````", "~~~", "``", "`", "```html\n", "\n", "\n\n", "    ", "- ", "> ", "1. ", "  ", "\\", "$$", "$", "|", "a",
    "\t", "\r\n", "\x0b", "&lt;", "<a href='javascript:x'>", "<svg/onload=x>", "[a]: https://fine.example\n", "---\n", "* ",
)  # fmt: skip


class Elements(HTMLParser):
    """All that a browser would make of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if not self.found or self.found[-1][0] != "style":
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self.found.append(("div", {}))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")

    handle_decl = unknown_decl = handle_pi = handle_comment


def assert_harmless(text: str) -> None:
    for tag, attributes in Elements(text).found:
        assert tag in HARMLESS, tag
        assert not [name for name in attributes if name.startswith("on")], attributes
        assert attributes.keys() <= {"href", "src", "alt", "class", "style", "target", "rel", "title", "start"}, (
            attributes
        )
        if "src" in attributes:
            assert (attributes["src"] or "").startswith("data:image/png;base64,")
        link = "".join((attributes.get("href") or "").split()).lower()
        assert not link.startswith(("javascript:", "vbscript:", "data:", "file:")), link


# ---- nothing of the model's does anything ---------------------------------------------------------------


@given(st.lists(st.sampled_from(NASTY), max_size=12).map("".join))
def test_no_text_of_the_model_begins_html_loads_an_image_or_runs_by_a_link(text: str) -> None:
    parts = [
        Text(text),
        Plain(text),
        Heading(text, text),
        Code(text, "python"),
        Folded(text, [Text(text)]),
        Table((text, "n"), [(text, 1)]),
        Links([(text, text, text), (text, "https://fine.example/?a=1&b=2", text), (text, f"https://{text}", "")]),
        Warn(text),
        Facts([(text, text)]),
    ]

    for part in parts:
        assert_harmless(html([part]))
    assert_harmless(html(parts))


@pytest.mark.parametrize("nasty", NASTY)
def test_no_field_of_a_response_does_anything(make_message: Callable[..., Message], nasty: str) -> None:
    message = make_message(
        {"type": "text", "text": nasty, "citations": [
            {"type": "web_search_result_location", "cited_text": nasty, "encrypted_index": "", "title": nasty, "url": nasty},
            {"type": "char_location", "cited_text": nasty, "document_index": 0, "document_title": nasty,
             "start_char_index": 0, "end_char_index": 1},
        ]},
        {"type": "thinking", "thinking": nasty, "signature": nasty},
        {"type": "tool_use", "id": nasty, "name": nasty, "input": {nasty: nasty, "code": f"{nasty}\n{nasty}"}},
        {"type": "mcp_tool_use", "id": nasty, "name": nasty, "server_name": nasty, "input": {}},
        {"type": "mcp_tool_result", "tool_use_id": nasty, "is_error": True, "content": [{"type": "text", "text": nasty}]},
        {"type": "web_search_tool_result", "tool_use_id": nasty, "content": [
            {"type": "web_search_result", "title": nasty, "url": nasty, "page_age": nasty, "encrypted_content": nasty}]},
        {"type": "code_execution_tool_result", "tool_use_id": nasty, "content": {
            "type": "code_execution_result", "stdout": nasty, "stderr": nasty, "return_code": nasty, "content": [
                {"type": "code_execution_output", "file_id": nasty}]}},
        {"type": "bash_code_execution_tool_result", "tool_use_id": nasty, "content": {
            "type": "bash_code_execution_tool_result_error", "error_code": nasty}},
        {"type": "image", "source": {"type": "base64", "media_type": nasty, "data": nasty}},
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": nasty}},
        {"type": "image", "source": {"type": "url", "url": nasty}},
        {"type": "document", "title": nasty, "source": {"type": "text", "data": nasty, "media_type": "text/plain"}},
        {"type": "compaction", "content": nasty},
        {"type": "fallback", "from": {"model": nasty}, "to": {"model": nasty}, "trigger": {"type": "refusal"}},
        {"type": nasty, nasty: nasty},
        model=nasty,
        stop_reason="refusal",
        stop_details={"type": "refusal", "explanation": nasty},
    )  # fmt: skip

    assert_harmless(message._repr_html_())


def test_the_check_above_would_find_what_is_not_escaped() -> None:
    for nasty in (*NASTY[:2], '<a href="javascript:alert(1)">', '<img src="https://evil.example">'):
        with pytest.raises(AssertionError):
            assert_harmless(nasty)


def test_what_a_renderer_would_let_through_is_cleaned(make_message: Callable[..., Message]) -> None:
    """With a renderer of Markdown that takes HTML, the page does still nothing: two have to fail, not one."""
    from claude_client.rendering import html as module

    renderer = module._renderer()
    renderer.options["html"] = True
    try:
        page = make_message(
            {"type": "text", "text": "<b>bold</b><img src=x onerror=a>\n\n<script>alert(1)</script>"}
        )._repr_html_()
    finally:
        module._renderer.cache_clear()

    assert_harmless(page)
    assert "bold" in page
    assert "alert(1)" not in page


def test_markdown_is_rendered(make_message: Callable[..., Message]) -> None:
    text = (
        "# Heading\n\n**bold** *em* `code` ~~gone~~ a < b & c\n\n3. three\n\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "```python\nif a < b: pass\n```\n\n[docs](https://example.com/a?b=c 'title') [mail](mailto:a@example.com) ![x](y)"
    )

    page = make_message({"type": "text", "text": text})._repr_html_()

    assert {"h1", "strong", "em", "code", "s", "ol", "blockquote", "table", "td", "pre", "a"} <= {
        tag for tag, _ in Elements(page).found
    }
    assert {"href": "https://example.com/a?b=c", "title": "title", "target": "_blank",
            "rel": "noopener noreferrer nofollow"} in [attributes for _, attributes in Elements(page).found]  # fmt: skip
    assert "if a < b: pass" in words(page)
    assert "img" not in [tag for tag, _ in Elements(page).found]


def test_code_reads_the_same() -> None:
    code = "<b>&amp;</b>\n\n  ![x](y) ``` `"

    for page in (html([Text(f"````html\n{code}\n````")]), html([Code(code)])):
        assert code in "".join(Elements(page).text)


# ---- what is shown --------------------------------------------------------------------------------------


def words(page: str) -> str:
    return " ".join(" ".join(Elements(page).text).split())


def test_a_message_is_rendered_and_its_thinking_folded(make_message: Callable[..., Message]) -> None:
    message = make_message(
        {"type": "thinking", "thinking": "Let me *see*.", "signature": "x"},
        {"type": "text", "text": "It **rains**.", "citations": [
            {"type": "page_location", "cited_text": "Rain in Paris", "document_index": 0, "document_title": "Climate",
             "start_page_number": 3, "end_page_number": 4},
            {"type": "web_search_result_location", "cited_text": "r", "encrypted_index": "", "title": "Météo",
             "url": "https://meteo.example/"},
        ]},
        {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Paris"}},
        stop_reason="tool_use",
    )  # fmt: skip

    page = message._repr_html_()
    found = Elements(page).found
    assert [tag for tag, _ in found if tag in ("details", "strong", "em", "pre", "code")][:3] == [
        "details",
        "em",
        "strong",
    ]
    assert ("a", "https://meteo.example/") in [(tag, attributes.get("href")) for tag, attributes in found]
    text = words(page)
    assert "Thinking (13 characters) Let me see . It rains ." in text
    assert "Climate, page 3" in text
    assert "Rain in Paris" in text
    assert 'Calls weather toolu_1 { "city": "Paris" }' in text
    assert "claude-opus-5 · tokens 1,234 in + 20,000 cached, 5 out" in text


def test_programs_are_shown_as_such_and_images_where_they_are_in_the_content(
    make_message: Callable[..., Message], picture: str
) -> None:
    message = make_message(
        {"type": "server_tool_use", "id": "s1", "name": "code_execution", "input": {"code": "a = 1\nprint(a)"}},
        {"type": "code_execution_tool_result", "tool_use_id": "s1", "content": {
            "type": "code_execution_result", "stdout": "1\n", "stderr": "", "return_code": 0, "content": []}},
        {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": picture}},
        {"type": "image", "source": {"type": "url", "url": "https://pictures.example/1.png"}},
    )  # fmt: skip

    page = message._repr_html_()
    found = Elements(page).found
    assert [a["src"] for tag, a in found if tag == "img"] == [f"data:image/png;base64,{picture}"]
    assert "https://pictures.example/1.png" in [a.get("href") for _, a in found]
    assert "a = 1 print(a)" in words(page)
    assert "return code 0" in words(page)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"stop_reason": "max_tokens"}, "Cut off at max_tokens."),
        (
            {"stop_reason": "refusal", "stop_details": {"type": "refusal", "explanation": "No."}},
            "The model refused. No.",
        ),
        ({"stop_reason": "model_context_window_exceeded"}, "Cut off at the end of the model's context window."),
    ],
)
def test_a_message_that_is_not_what_it_seems_says_so(
    make_message: Callable[..., Message], fields: dict[str, Any], told: str
) -> None:
    page = make_message({"type": "text", "text": "Hi"}, **fields)._repr_html_()
    assert told in words(page)


def test_a_message_that_is_none_of_the_api_is_shown_too() -> None:
    broken = decode(Message, b'{"type": "message", "content": {"a": 1}, "usage": null}')

    page = broken._repr_html_()
    assert "content" in words(page)


def test_pages_are_tables_of_what_one_looks_for() -> None:
    model = {"type": "model", "created_at": "2026-01-01T00:00:00Z", "max_input_tokens": 1000000, "lifecycle": "active"}
    page = decode(
        Page[ModelInfo],
        json.dumps(
            {"data": [{**model, "id": f"m{n}", "display_name": f"M {n}"} for n in range(100)], "has_more": True}
        ).encode(),
    )

    text = words(page._repr_html_())
    assert "id display name created at max input tokens" in text
    assert "m0 M 0 2026-01-01 00:00 1,000,000" in text
    assert "40 more on this page" in text
    assert "100 on this page · there are more" in text


def test_a_page_of_anything_has_the_columns_that_say_something() -> None:
    page = decode(Page[Message], b'{"data": [{"id": "msg_1", "type": "message", "shape": "cube"}, {"id": "msg_2"}]}')

    text = words(page._repr_html_())
    assert "id shape msg_1 cube msg_2 -" in text
    assert "2 on this page" in text


def test_a_batch_counts_its_requests() -> None:
    batch = decode(
        MessageBatch,
        b'{"id": "msgbatch_1", "type": "message_batch", "processing_status": "in_progress",'
        b'"created_at": "2026-11-20T10:00:00Z", "expires_at": "2026-11-21T10:00:00Z",'
        b'"request_counts": {"processing": 750, "succeeded": 250, "errored": 0, "canceled": 0, "expired": 0}}',
    )

    text = words(batch._repr_html_())
    assert "Batch in progress msgbatch_1" in text
    assert "processing 750 75% succeeded 250 25% all 1,000" in text


def test_a_file_is_a_table_of_its_fields_and_a_result_what_became_of_it() -> None:
    file = decode(
        FileMetadata,
        b'{"id": "file_1", "type": "file", "created_at": "2026-11-20T10:00:00Z", "filename": "a|b.txt",'
        b'"mime_type": "text/plain", "size_bytes": 12345, "scope": {"id": "s1", "type": "session"}}',
    )
    result: MessageBatchIndividualResponse = decode(
        MessageBatchIndividualResponse,
        b'{"custom_id": "a", "result": {"type": "errored", "error": {"type": "error", "error": '
        b'{"type": "invalid_request_error", "message": "no model"}}}}',
    )

    text = words(file._repr_html_())
    assert "filename a|b.txt mime_type text/plain size_bytes 12,345" in text
    assert "scope.id s1" in text
    text = words(result._repr_html_())
    assert "a errored" in text
    assert "invalid_request_error: no model" in text


def test_errors_say_what_happened_what_helps_and_whom_to_ask() -> None:
    request = httpx.Request("POST", "https://user:pw@api.example/v1/messages?beta=1", headers={"x-api-key": "sk-ant-1"})
    response = httpx.Response(
        529,
        headers={"request-id": "req_1", "retry-after": "3"},
        json={"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}},
        request=request,
    )
    error = OverloadedError.from_response(response)

    text = words(error._repr_html_())
    assert "OverloadedError 529 overloaded_error" in text
    assert "Overloaded 529: the API is overloaded for everyone. Waiting helps" in text
    assert "POST https://api.example/v1/messages · request req_1 · try again after 3 s" in text
    assert "sk-ant" not in text
    assert "pw" not in text


def test_an_error_shows_its_attempts_and_what_had_been_received(on_sandbox: Both, told: Sandbox) -> None:
    told.fail(529, retry_after=0.01, times=2)

    def body(client: Any) -> Any:
        try:
            yield client.messages.create(**HI)
        except OverloadedError as error:
            overloaded = error
        with pytest.raises(APIConnectionError) as caught:
            stream = yield entered(client.messages.stream(**HI, extra_headers={"x-sandbox-fault": "close-in-body"}))
            yield items(stream)
        return overloaded, caught.value

    overloaded, interrupted = on_sandbox.run(body, max_retries=1)

    text = words(overloaded._repr_html_())
    assert "attempt status error after 1 529 OverloadedError 0.0 s 2 529 OverloadedError 0.0 s" in text
    page = interrupted._repr_html_()
    assert "What had been received You wrote:" in words(page)
    assert "details" in [tag for tag, _ in Elements(page).found]


def test_other_errors_are_shown_too() -> None:
    for error in (ConnectionFailedError("no route"), RateLimitError("slow", response=httpx.Response(
        429, request=httpx.Request("GET", "https://api.example")), body=None)):  # fmt: skip
        text = words(error._repr_html_())
        assert type(error).__name__ in text


def test_a_stream_shows_what_has_come_of_its_message(on_sandbox: Both) -> None:
    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**HI))
        before = stream._repr_html_()
        yield items(stream)
        return before, stream._repr_html_(), stream.current_message_snapshot._repr_html_()

    before, after, message = on_sandbox.run(body)

    assert "Nothing has come yet" in words(before)
    assert after == message
    assert 'You wrote: "Hi there".' in words(after)


def test_a_message_that_is_still_coming_says_so() -> None:
    class MessageStream:
        current_message_snapshot = decode(
            Message,
            b'{"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "content": [{"type": "text", "text": "It"}],'
            b'"usage": {"input_tokens": 1, "output_tokens": 1}}',
        )

    page = words(as_html(MessageStream()))

    assert "It m" in page
    assert "Still coming" in page


def test_a_run_of_tools_shows_its_conversation(on_sandbox: Both, picture: str) -> None:
    @tool
    def camera() -> list[Any]:
        """Takes a picture."""
        return [{"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": picture}}]

    def body(client: Any) -> Any:
        call = {"role": "assistant", "content": [{"type": "tool_use", "id": "toolu_1", "name": "camera", "input": {}}]}
        runner = client.messages.run_tools(**{**HI, "messages": [*HI["messages"], call]}, tools=[camera])
        yield runner.until_done()
        return runner._repr_html_()

    page = on_sandbox.run(body)
    text = words(page)

    assert "user Hi there assistant Calls camera toolu_1 {} user Result toolu_1" in text
    assert [a["src"] for tag, a in Elements(page).found if tag == "img"] == [f"data:image/png;base64,{picture}"]


# ---- when it is made ------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["markdown_it", "nh3"])
def test_without_the_extra_text_is_shown_as_it_came(
    make_message: Callable[..., Message], monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    from claude_client.rendering import html as module

    module._renderer.cache_clear()
    monkeypatch.setitem(sys.modules, missing, None)

    page = make_message({"type": "text", "text": "**Hi** <b>\n  you</b>"})._repr_html_()

    assert_harmless(page)
    assert "**Hi** <b>\n  you</b>" in "".join(Elements(page).text)


def test_no_front_end_gets_markdown_of_the_model(make_message: Callable[..., Message]) -> None:
    for value in (make_message({"type": "text", "text": "Hi"}), ConnectionFailedError("no route")):
        assert not hasattr(value, "_repr_markdown_")


def test_nothing_of_it_is_loaded_before_somebody_looks() -> None:
    code = (
        "import sys; from claude_client import Client; c = Client(base_url='sandbox:');"
        "m = c.messages.create(model='claude-opus-5', max_tokens=9, messages=[{'role': 'user', 'content': 'Hi'}]);"
        "print([n for n in sys.modules if n.startswith('claude_client.rendering')]); repr(m);"
        "print([n for n in sys.modules if n.startswith('claude_client.rendering.')])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["[]", "['claude_client.rendering.lines']"]


def test_each_kind_of_part_is_written() -> None:
    parts = [Text("t"), Plain("p"), Code("c"), Heading("h"), Folded("f", [Plain("i")]), Table(("a",), [("b",)]),
             Links([("l", "", "")]), Warn("w"), Facts([("x", None), ("y", True), ("z", 1000)])]  # fmt: skip
    page = words(html(parts))

    for letters in ("t", "p", "c", "h", "f i", "a b", "l", "w", "x - · y yes · z 1,000"):
        assert letters in page
