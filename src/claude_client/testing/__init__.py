"""For tests of programs that call Claude: a pytest plugin that brings the sandbox as fixtures. See `plugin`."""
