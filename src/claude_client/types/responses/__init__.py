"""What the API returns, one module a subject."""
