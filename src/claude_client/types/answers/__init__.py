"""What the API answers, one module a subject."""
