"""What calls may use: requests and tokens per minute, and money. Pure functions of times and numbers under small locks.

Nothing here sends, sleeps or reads a clock that was not given, so the same objects serve threads, event loops and the
actors of other engines.
"""
