"""What the API takes, one module a subject."""
