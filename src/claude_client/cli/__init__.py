"""The terminal program: `claude-client`, or `python -m claude_client` (extra `cli`).

`app` puts the commands together; each of the other modules has the commands of one subject. What they have in common is
in `context` (the client), `inputs` (what is read), `output` (what is written) and `failures` (errors and exit codes).
Nothing of the client is imported before a command needs it, so that `--help` and completion are quick.
"""
