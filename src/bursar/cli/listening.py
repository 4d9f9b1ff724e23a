"""The socket that the API is served on, bound before anything else is started."""

import errno
import socket
from typing import Final

from bursar.cli.terminal import CommandFailed

BACKLOG: Final = 2048


def listen(host: str, port: int) -> socket.socket:
    """Bind the address, so that a port that is taken is known before anything else is started."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except socket.gaierror as error:
        raise CommandFailed(f"{host} is no address of this machine: {error.strerror}") from error
    except OSError as error:
        raise CommandFailed(_why_not(host, port, error)) from error


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} on {host} is in use, perhaps by another Bursar; stop that, or choose another with "
            "--port or BURSAR_PORT (0 takes a free one)"
        )
    return f"cannot listen on {host} port {port}: {error.strerror}"


def url_of(listening: socket.socket) -> str:
    """Return the address under which a browser on this machine reaches the socket."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104 - replaced here, bound nowhere.
    return f"http://{shown}:{port}"
