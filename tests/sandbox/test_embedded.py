"""The sandbox behind `base_url="sandbox:"`, and the sandbox as a process."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import textwrap

import httpx
import pytest

from claude_client.sandbox import API_KEY, FAULTS, resolve

HEADERS = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process in which every warning is shown."""
    command = [sys.executable, "-W", "always", "-c", textwrap.dedent(script)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_process_has_one_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve("sandbox:") == resolve("sandbox:")
    assert httpx.get(f"{resolve('sandbox:')}/v1/models", headers=HEADERS).status_code == 200


def test_each_path_has_a_sandbox_of_its_own(tmp_path: object) -> None:
    first, second = resolve(f"sandbox:{tmp_path}/a.db"), resolve(f"sandbox:{tmp_path}/b.db")

    assert first != second
    assert resolve(f"sandbox:{tmp_path}/./a.db") == first


def test_it_starts_while_an_event_loop_runs() -> None:
    async def status() -> int:
        async with httpx.AsyncClient(base_url=resolve("sandbox:"), headers=HEADERS) as client:
            return (await client.get("/v1/models")).status_code

    assert asyncio.run(status()) == 200


def test_it_stops_with_the_process_and_leaves_nothing_open() -> None:
    done = run(
        """
        import httpx
        from claude_client.sandbox import API_KEY, FAULTS, resolve
        headers = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}
        client = httpx.Client(base_url=resolve("sandbox:"), headers=headers)
        print(client.get("/v1/models").status_code)
        client.close()
        """
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "200\n", "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_starts_its_own() -> None:
    done = run(
        """
        import os, sys, warnings
        warnings.simplefilter("ignore", DeprecationWarning)  # fork beside threads
        import httpx
        from claude_client.sandbox import API_KEY, FAULTS, resolve
        headers = {"x-api-key": API_KEY, "anthropic-version": "2023-06-01"}
        before = resolve("sandbox:")
        child = os.fork()
        status = httpx.get(resolve("sandbox:") + "/v1/models", headers=headers).status_code
        os.write(1, f"{status}\\n".encode())  # at once, as the other process writes too
        if child == 0:
            print("another" if resolve("sandbox:") != before else "the same", flush=True)
        else:
            assert os.waitpid(child, 0)[1] == 0
            print(httpx.get(before + "/v1/models", headers=headers).status_code)
        """
    )

    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == ["200", "200", "200", "another"]
    assert done.stderr == ""


def test_the_client_works_without_the_packages_of_the_sandbox() -> None:
    done = run(
        """
        import sys
        sys.modules["uvicorn"] = None
        import claude_client.sandbox
        print(claude_client.sandbox.API_KEY)
        claude_client.sandbox.resolve
        """
    )

    assert done.stdout == f"{API_KEY}\n"
    assert "pip install 'claude-client[sandbox]'" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_the_command_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "claude_client.sandbox", "--port", "0", "--api-key", "one-key"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = next(word for word in process.stdout.readline().split() if word.startswith("http")).rstrip(",")

        response = httpx.get(f"{url}/v1/models", headers=HEADERS | {"x-api-key": "one-key"})
        process.send_signal(signal.SIGINT)
        log = process.stdout.read()

    assert response.status_code == 200
    assert process.returncode == 0
    assert "GET    /v1/models  200" in log
    assert "one-key" not in log


def test_the_command_takes_faults() -> None:
    command = [sys.executable, "-m", "claude_client.sandbox", "--port", "0", "--fault", "529; times=2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = next(word for word in process.stdout.readline().split() if word.startswith("http")).rstrip(",")

        statuses = [httpx.get(f"{url}/v1/models", headers=HEADERS).status_code for _ in range(3)]
        process.terminate()
        log = process.stdout.read()

    assert statuses == [529, 529, 200]
    assert "fault: 529; times=2" in log


def test_the_command_tells_which_faults_there_are() -> None:
    command = [sys.executable, "-m", "claude_client.sandbox"]

    listed = subprocess.run([*command, "--faults"], capture_output=True, text=True, timeout=60, check=True).stdout
    wrong = subprocess.run(
        [*command, "--port", "0", "--fault", "gone"], capture_output=True, text=True, timeout=60, check=False
    )

    assert all(name in listed for name in FAULTS)
    assert wrong.returncode == 1
    assert wrong.stderr.startswith("--fault: unknown fault 'gone'")
