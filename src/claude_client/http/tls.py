"""TLS: the context of this process, made for the first connection that needs one, and TLS without I/O.

The context begins from `ssl.create_default_context()`, with all that it sets: the flags of the verification, and
`SSLKEYLOGFILE`.
`TLSState` turns bytes into records and back, for connections of event loops and for TLS inside the TLS of a proxy.
"""

from __future__ import annotations

import os
import ssl
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx
else:
    from . import late_httpx as httpx

_RECORDS_BYTES: Final = 64 * 1024
"""How much is encrypted or decrypted at a time."""


def default_context() -> ssl.SSLContext:
    """The context of all connections that were given none.

    `SSL_CERT_FILE`, or else `SSL_CERT_DIR`, names the certificates that are trusted, as it does for httpx; otherwise
    they are those of certifi. Reading them takes about 20 ms, which a program that only talks plain HTTP saves.

    Raises:
        httpx.ConnectError: The variable names what cannot be used.
    """
    # The class is part of the key, as a tool that stands in for the network (mocket) replaces it for a while.
    return _make_context(
        ssl.SSLContext,
        os.environ.get("SSL_CERT_FILE"),
        os.environ.get("SSL_CERT_DIR"),
        os.environ.get("SSLKEYLOGFILE"),
    )


@lru_cache(maxsize=8)
def _make_context(_: type[ssl.SSLContext], file: str | None, folder: str | None, __: str | None) -> ssl.SSLContext:
    if file:
        context = _load("SSL_CERT_FILE", file, cafile=file)
    elif folder:
        if not Path(folder).is_dir():
            raise httpx.ConnectError(f"SSL_CERT_DIR={folder} is not a directory: expected one with certificates")
        context = _load("SSL_CERT_DIR", folder, capath=folder)
    else:
        import certifi

        context = ssl.create_default_context(cafile=certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    if ssl.HAS_NEVER_CHECK_COMMON_NAME:
        # A host is verified by the subject alternative name alone. https://www.rfc-editor.org/rfc/rfc9110#section-4.3.4
        context.hostname_checks_common_name = False
    return context


def _load(variable: str, path: str, *, cafile: str | None = None, capath: str | None = None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=cafile, capath=capath)
    except OSError as error:  # of which `ssl.SSLError` is one
        why = "it holds no certificate in PEM format" if isinstance(error, ssl.SSLError) else error.strerror
        raise httpx.ConnectError(f"the certificates of {variable}={path} cannot be read: {why}") from error


class TLSState:
    """One side of a TLS connection, without I/O: it is fed what arrives, and says what is to be sent."""

    __slots__ = ("_incoming", "_outgoing", "_tls")

    def __init__(self, context: ssl.SSLContext, name: str) -> None:
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=name)

    def handshake(self) -> bool:
        """Go on with the handshake; False where more has to arrive first.

        Raises:
            ssl.SSLError: It failed, for instance because the certificate is not trusted.
        """
        try:
            self._tls.do_handshake()
        except ssl.SSLWantReadError:
            return False
        return True

    def feed(self, data: bytes) -> None:
        """Take what arrived."""
        self._incoming.write(data)

    def read(self) -> bytes | None:
        """The next bytes in plain text; empty at their end, None where more has to arrive first.

        Raises:
            ssl.SSLError: What arrived is not TLS.
        """
        try:
            return self._tls.read(_RECORDS_BYTES)
        except ssl.SSLWantReadError:
            return None
        except ssl.SSLZeroReturnError:
            return b""

    def read_all(self, data: bytes) -> bytes | None:
        """Take what arrived, and give all of it in plain text; empty and None as `read` has it."""
        if not data:
            return b""
        self.feed(data)
        texts: list[bytes] = []
        while text := self.read():
            texts.append(text)
        return b"".join(texts) or text

    def write(self, data: memoryview) -> int:
        """Encrypt a part of `data`; gives its length.

        Raises:
            ssl.SSLError: The other side wants other keys first, as TLS 1.2 lets it. Nothing waits for that here.
        """
        return self._tls.write(data[:_RECORDS_BYTES])

    def outgoing(self) -> bytes:
        """What is to be sent now."""
        return self._outgoing.read()

    @property
    def ssl_object(self) -> ssl.SSLObject:
        """What tells of certificates and ciphers."""
        return self._tls

    @property
    def has_unread(self) -> bool:
        """Whether something arrived that was not read, a part of a record included."""
        pending = 1
        with suppress(ValueError):  # no TLS connection yet, or no longer
            pending = self._tls.pending()
        return bool(self._incoming.pending or pending)
