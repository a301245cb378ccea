"""The commands, in a pipe: what they write, and how they end."""

from __future__ import annotations

import json
import stat
import sys
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from claude_client.sandbox import Sandbox

Run = Callable[..., Result]

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


# ---- ask


def test_ask_writes_the_text_and_nothing_else(run: Run, sandbox: Sandbox) -> None:
    sandbox.reply("High at 05:12.")

    result = run("ask", "When", "is", "high water?", "--system", "Be brief.", "-m", "claude-haiku-4-5")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "High at 05:12.\n", "")
    assert sandbox.last_request.json["model"] == "claude-haiku-4-5"
    assert sandbox.last_request.json["system"] == "Be brief."
    assert sandbox.last_request.json["messages"][0]["content"] == [{"type": "text", "text": "When is high water?"}]


def test_ask_sends_what_is_piped_in_before_the_words(run: Run, sandbox: Sandbox) -> None:
    run("ask", "Review this.", stdin="- old\n+ new\n")

    texts = [block["text"] for block in sandbox.last_request.json["messages"][0]["content"]]
    assert texts == ["- old\n+ new\n", "Review this."]


def test_ask_sends_files_by_their_content(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "tides.dat").write_text("Galway: 17:38")
    (tmp_path / "pixel").write_bytes(PIXEL)

    result = run("ask", "What is this?", "-f", "tides.dat", "-f", "pixel")

    assert result.exit_code == 0, result.stderr
    assert [block["type"] for block in sandbox.last_request.json["messages"][0]["content"]] == [
        "document",
        "image",
        "text",
    ]


def test_ask_takes_an_image_on_standard_input(run: Run, sandbox: Sandbox) -> None:
    result = run("ask", "What is this?", stdin=PIXEL)

    assert result.exit_code == 0, result.stderr
    assert sandbox.last_request.json["messages"][0]["content"][0]["source"]["media_type"] == "image/png"


def test_ask_writes_the_message_as_json(run: Run) -> None:
    (message,) = lines(run("ask", "Hello", "--json"))

    assert message["type"] == "message"


def test_ask_holds_the_output_to_a_schema(run: Run, tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {"harbour": {"type": "string"}},
        "required": ["harbour"],
        "additionalProperties": False,
    }
    (tmp_path / "schema.json").write_text(json.dumps(schema))

    (found,) = lines(run("ask", "Which harbour?", "--schema", "schema.json"))

    assert isinstance(found["harbour"], str)


@pytest.mark.parametrize(
    ("reason", "told"), [("max_tokens", "cut off at --max-tokens"), ("refusal", "the model refused")]
)
def test_a_message_that_is_not_whole_is_written_and_told(run: Run, sandbox: Sandbox, reason: str, told: str) -> None:
    sandbox.reply("So far", stop_reason=reason)

    result = run("ask", "Hello")

    assert (result.exit_code, result.stdout) == (5, "So far\n")
    assert told in result.stderr


@pytest.mark.parametrize(
    ("fault", "code"),
    [("401", 3), ("403", 3), ("400", 1), ("404", 1), ("429", 4), ("529", 4), ("reset-before-headers", 4)],
)
def test_an_exit_code_tells_what_may_help(run: Run, sandbox: Sandbox, fault: str, code: int) -> None:
    sandbox.fail(fault)

    result = run("--max-retries", "0", "ask", "Hello")

    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("claude-client: ")
    assert "Traceback" not in result.stderr


def test_without_a_key_the_program_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "https://api.invalid")

    result = run("ask", "Hello")

    assert result.exit_code == 3
    assert "claude-client doctor" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask",), "there is no prompt"),
        (("ask", "Hi", "-f", "missing.txt"), "missing.txt: there is no such file"),
        (("ask", "Hi", "-f", "https://example.com/a.txt"), "expected the path of a file"),
        (("ask", "Hi", "--schema", "broken.json"), "broken.json is not JSON"),
        (("ask", "Hi", "-f", "binary"), "binary: expected text in UTF-8, a PDF, or an image"),
        (("--sandbox", "--base-url", "http://127.0.0.1:1", "ask", "Hi"), "exclude each other"),
        (("chat", "--name", "../out"), "invalid name of a conversation '../out'"),
        (("chat", "--resume", "nobody"), "there is no conversation 'nobody'"),
        (("chat", "--continue"), "there is no conversation to continue"),
        (("chat", "--continue", "--name", "a"), "exclude each other"),
        (("batches", "submit", "requests.jsonl"), "line 1 has no request"),
        (("jobs", "run", "broken.json"), "broken.json, line 1 is not JSON"),
        (("cost", "--messages", "requests.jsonl"), "line 1 has no message"),
    ],
)
def test_bad_input_is_named_before_anything_is_sent(
    run: Run, sandbox: Sandbox, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "binary").write_bytes(b"\x00\xff\xfe\x80" * 8)
    (tmp_path / "requests.jsonl").write_text('{"a": 1}\n')

    result = run(*arguments)

    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert sandbox.requests == []


# ---- chat


def test_a_chat_is_saved_after_each_turn_and_resumed(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.reply("Galway.").reply("17:38.")

    first = run("chat", "--name", "tides", stdin="Which harbour?\n")
    second = run("chat", "--resume", "tides", stdin="When?\n")

    assert (first.stdout, second.stdout) == ("Galway.\n", "17:38.\n")
    roles = [message["role"] for message in sandbox.last_request.json["messages"]]
    assert roles == ["user", "assistant", "user"]
    assert run("chat", "--list").stdout.split("\t")[0] == "tides"
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "chats" / "tides.json").stat().st_mode) == 0o600


def test_a_chat_continues_the_latest_and_takes_a_turn_back(run: Run, sandbox: Sandbox) -> None:
    sandbox.reply("One.").reply("Two.").reply("Three.")
    run("chat", "--name", "a", stdin="1\n2\n")

    result = run("chat", "--continue", stdin="/undo\n3\n/quit\nnever sent\n")

    assert result.stdout == "Three.\n"
    assert [each["content"] for each in sandbox.last_request.json["messages"]] == ["1", "One.", "3"]


def test_what_came_of_a_message_that_broke_off_is_kept(run: Run, sandbox: Sandbox) -> None:
    sandbox.reply("The tide is high at noon.")
    sandbox.fail("reset-in-body; after_events=6")

    result = run("--max-retries", "0", "chat", "--name", "a", stdin="When?\n")

    assert result.stdout.strip()
    assert "claude-client: " in result.stderr
    sandbox.reset()
    run("chat", "--resume", "a", stdin="Go on.\n")
    assert sandbox.last_request.json["messages"][1]["content"] == result.stdout.rstrip("\n")


def test_a_chat_whose_first_turn_fails_ends_with_its_code_and_saves_nothing(
    run: Run, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.fail("401")

    result = run("chat", "--name", "a", stdin="Hello\n")

    assert result.exit_code == 3
    assert not (tmp_path / "chats" / "a.json").exists()


# ---- models, tokens, cost


def test_models_are_rows_with_tabs_or_lines_of_json(run: Run) -> None:
    rows = [line.split("\t") for line in run("models").stdout.splitlines()]
    objects = lines(run("models", "--json"))

    assert [row[0] for row in rows] == [each["id"] for each in objects]
    assert {len(row) for row in rows} == {5}
    assert lines(run("models", "claude-opus-5"))[0]["id"] == "claude-opus-5"


def test_tokens_are_a_number(run: Run) -> None:
    assert int(run("tokens", "How long is this?").stdout) > 0


def test_cost_is_a_range_or_the_sum_of_messages(run: Run) -> None:
    pytest.importorskip("genai_prices")
    (estimate,) = lines(run("cost", "Hello", "--json", "--max-tokens", "100"))
    message = run("ask", "Hello", "--json").stdout

    (costs,) = lines(run("cost", "--messages", "-", "--json", stdin=message + message))

    assert 0 < float(str(estimate["min_usd"])) < float(str(estimate["max_usd"]))
    assert float(str(costs["usd"])) > 0
    assert run("cost", "--messages", "-", stdin=message * 2).stdout.startswith("claude-opus-5\t2\t")


# ---- files


def test_a_file_is_uploaded_listed_shown_and_deleted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tides.txt").write_text("Galway: 17:38")

    (id,) = run("files", "upload", "tides.txt").stdout.split()

    assert run("files", "list").stdout.split("\t")[:2] == [id, "tides.txt"]
    assert lines(run("files", "show", id))[0]["size_bytes"] == 13
    assert run("files", "delete", id).exit_code == 0
    assert run("files", "list").stdout == ""


def test_a_file_is_downloaded_to_a_path_or_standard_output(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    id = sandbox.generate_file("chart.csv", b"harbour\n")

    assert run("files", "download", id, "-o", "-").stdout == "harbour\n"
    written = run("files", "download", id).stdout.strip()

    assert (tmp_path / written).read_bytes() == b"harbour\n"


# ---- batches and jobs

REQUESTS = (
    '{"id": "a", "prompt": "One"}\n\n{"custom_id": "b", "params": {"messages": [{"role": "user", "content": "Two"}]}}\n'
)


def test_a_batch_is_submitted_waited_for_and_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "requests.jsonl").write_text(REQUESTS)

    id = run("batches", "submit", "requests.jsonl").stdout.strip()
    result = run("batches", "results", id, "--wait", "-o", "results.jsonl")

    assert result.exit_code == 0, result.stderr
    written = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text().splitlines()]
    assert {each["custom_id"] for each in written} == {"a", "b"}
    assert run("batches", "list").stdout.split("\t")[:2] == [id, "ended"]
    assert lines(run("batches", "show", id))[0]["processing_status"] == "ended"
    assert run("batches", "delete", id).exit_code == 0


def test_a_job_goes_from_file_to_file_and_resumes(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(REQUESTS)
    sandbox.when(question="Two").fail("400")

    first = run("jobs", "run", "in.jsonl", "-o", "out.jsonl", "--ordered")
    after_the_first = len(sandbox.requests)
    sandbox.reset()
    second = run("jobs", "run", "in.jsonl", "-o", "out.jsonl", "--ordered")

    assert (first.exit_code, second.exit_code) == (5, 0), second.stderr
    assert after_the_first == 2
    assert len(sandbox.requests) == 1, "what was done came from the checkpoint"
    written = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [each["id"] for each in written] == ["a", "b"]
    assert all("message" in each for each in written)


def test_a_job_reads_and_writes_pipes(run: Run) -> None:
    result = run("jobs", "run", "-", stdin=REQUESTS)

    assert {each["id"] for each in lines(result)} == {"a", "b"}


def test_a_job_ends_at_its_budget(run: Run) -> None:
    pytest.importorskip("genai_prices")

    result = run("jobs", "run", "-", "--budget", "0.000001", stdin=REQUESTS)

    assert result.exit_code == 5
    assert "budget" in result.stderr


# ---- reports


@pytest.mark.parametrize("by", ["day", "model", "workspace", "key"])
def test_usage_adds_up_to_the_same_however_it_is_told_apart(run: Run, by: str) -> None:
    found = lines(run("usage", "--days", "3", "--by", by, "--json"))[0]
    by_day = lines(run("usage", "--days", "3", "--json"))[0]

    assert isinstance(found, list)
    assert isinstance(by_day, list)
    assert sum(each["input_tokens"] for each in found) == sum(each["input_tokens"] for each in by_day) > 0


@pytest.mark.parametrize("by", ["day", "model", "workspace"])
def test_a_cost_report_has_its_total_last(run: Run, by: str) -> None:
    rows = [line.split("\t") for line in run("cost-report", "--days", "3", "--by", by).stdout.splitlines()]

    assert rows[-1][0] == "total"
    assert sum(float(row[1]) for row in rows[:-1]) == pytest.approx(float(rows[-1][1]), abs=0.05)


def test_a_report_without_an_admin_key_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_ADMIN_API_KEY")

    assert run("usage").exit_code == 3


# ---- doctor


def findings(result: Result) -> dict[str, dict[str, str]]:
    return {each["subject"]: each for each in json.loads(result.stdout)}


def test_the_doctor_finds_nothing_wrong(run: Run, sandbox: Sandbox) -> None:
    result = run("doctor")

    assert result.exit_code == 0, result.stdout
    assert sandbox.api_key not in result.stdout
    assert "agrees with the server's" in result.stdout


@pytest.mark.parametrize(
    ("variable", "value", "subject", "told"),
    [
        ("ANTHROPIC_API_KEY", "sk-ant-admin01-abcdefgh", "key", "belongs in ANTHROPIC_ADMIN_API_KEY"),
        ("ANTHROPIC_API_KEY", '"sk-ant-api03-abcdefgh"', "key", "quotation marks"),
        ("ANTHROPIC_BASE_URL", "no-scheme", "settings", "Correct the option"),
        ("HTTP_PROXY", "ftp://proxy:1", "proxy", "Correct or unset"),
    ],
)
def test_the_doctor_says_what_is_wrong_and_shows_no_key(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, subject: str, told: str
) -> None:
    monkeypatch.setenv(variable, value)
    monkeypatch.delenv("ANTHROPIC_ADMIN_API_KEY")

    result = run("doctor", "--offline", "--json")

    found = findings(result)[subject]
    assert (result.exit_code, found["status"]) == (1, "FAIL")
    assert told in found["advice"]
    assert "abcdefgh" not in result.stdout


def test_the_doctor_tells_of_a_refused_key(run: Run, sandbox: Sandbox) -> None:
    sandbox.fail("401")

    result = run("doctor", "--json")

    assert findings(result)["API"]["status"] == "FAIL"
    assert "Console" in findings(result)["API"]["advice"]


def test_the_doctor_compares_clocks(run: Run) -> None:
    from claude_client.cli.doctor import _check_clock

    (finding,) = _check_clock({"date": "Mon, 30 Nov 2026 12:00:00 GMT"}, lambda: 1796040000.0 + 600)

    assert finding.status == "FAIL"
    assert finding.detail == "600 s ahead of the server's"


# ---- what is given wrong, and what is in the way


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", "Hi", "--schema", "deep.json"), "nested too deeply"),
        (("cost", "--messages", "deep.json"), "nested too deeply"),
        (("jobs", "run", "deep.json"), "nested too deeply"),
        (("batches", "submit", "deep.json"), "nested too deeply"),
        (("chat", "--resume", "deep"), "is not a conversation"),
        (("cost", "--messages", "list.jsonl"), "line 1 has no message"),
        (("cost", "--messages", "result.jsonl"), "line 1 has no message"),
        (("cost", "--messages", "model.jsonl"), "line 1 has no message"),
        (("jobs", "run", "ids.jsonl"), "invalid id ['a']: expected text or a whole number"),
        (("jobs", "run", "late.jsonl"), "late.jsonl, line 2 is not JSON"),
        (("jobs", "run", "twice.jsonl"), "has the id 'a' twice"),
    ],
)
def test_an_invalid_file_ends_with_2_before_anything_is_sent(
    run: Run, sandbox: Sandbox, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "deep.json").write_text(DEEP)
    (tmp_path / "chats").mkdir()
    (tmp_path / "chats" / "deep.json").write_text(DEEP)
    (tmp_path / "list.jsonl").write_text('{"message": []}\n')
    (tmp_path / "result.jsonl").write_text('{"result": []}\n')
    (tmp_path / "model.jsonl").write_text('{"type": "message"}\n')
    (tmp_path / "ids.jsonl").write_text('{"id": ["a"], "prompt": "One"}\n')
    (tmp_path / "late.jsonl").write_text('{"id": "a", "prompt": "One"}\nnone\n')
    (tmp_path / "twice.jsonl").write_text('{"id": "a", "prompt": "One"}\n{"id": "a", "prompt": "Two"}\n')

    result = run(*arguments)

    assert (result.exit_code, sandbox.requests) == (2, []), result.stderr
    assert told in result.stderr


def test_an_invalid_line_of_a_pipe_leaves_a_job_incomplete(run: Run) -> None:
    result = run("jobs", "run", "-", stdin='{"id": "a", "prompt": "One"}\nnone\n')

    assert [each["id"] for each in lines(result)] == ["a"]
    assert result.exit_code == 5
    assert "standard input, line 2 is not JSON" in result.stderr


def test_an_id_may_be_a_number_and_zero(run: Run) -> None:
    result = run("jobs", "run", "-", stdin='{"id": 0, "prompt": "One"}\n')

    assert [each["id"] for each in lines(result)] == ["0"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "in.jsonl"),
        ("-o", "linked.jsonl"),
        ("-o", "out.jsonl", "--checkpoint", "in.jsonl"),
        ("-o", "x.db", "--checkpoint", "x.db"),
    ],
)
def test_a_job_writes_over_no_file_that_it_needs(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "in.jsonl").write_text(REQUESTS)
    (tmp_path / "linked.jsonl").hardlink_to(tmp_path / "in.jsonl")

    result = run("jobs", "run", "in.jsonl", *arguments)

    assert (result.exit_code, (tmp_path / "in.jsonl").read_text()) == (2, REQUESTS)
    assert "are the same file" in result.stderr


def test_foreign_files_are_no_conversations_and_in_nobodys_way(run: Run, tmp_path: Path) -> None:
    run("chat", "--name", "tides", stdin="Hello\n")
    chats = tmp_path / "chats"
    (chats / "folder.json").mkdir()
    (chats / "broken.json").symlink_to("nowhere")
    (chats / "bad name.json").write_text("{}")
    for name, text in {
        "deep": DEEP,
        "items": '{"model": "m", "messages": [1]}',
        "no-content": '{"model": "m", "messages": [{"role": "user"}]}',
        "no-model": '{"model": null, "messages": []}',
        "system": '{"model": "m", "system": [1], "messages": []}',
    }.items():
        (chats / f"{name}.json").write_text(text)

    listed = run("chat", "--list")

    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == ["tides"], listed.stderr
    assert run("chat", "--continue", stdin="Go on.\n").exit_code == 0
    for name in ("items", "no-content", "no-model", "system"):
        result = run("chat", "--resume", name, stdin="Hello\n")
        assert result.exit_code == 2
        assert "is not a conversation" in result.stderr


def test_a_chat_that_cannot_be_saved_sends_nothing(run: Run, sandbox: Sandbox, tmp_path: Path) -> None:
    (tmp_path / "chats").write_text("a file in place of the folder")

    result = run("chat", "--name", "a", stdin="Hello\n")

    assert (result.exit_code, sandbox.requests) == (1, [])


def test_a_file_of_results_stays_as_it_was_where_there_are_no_new_ones(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("what was there")

    result = run("batches", "results", "msgbatch_unknown", "-o", "out.jsonl")

    assert (result.exit_code, (tmp_path / "out.jsonl").read_text()) == (1, "what was there")
