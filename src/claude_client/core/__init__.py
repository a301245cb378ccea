"""How a call is made: described, sent, retried and read."""
