"""Which machine an address leads to, and whether it is a public one."""

from __future__ import annotations

import ipaddress
import socket

from glossary.errors import UnreadableError

__all__ = ["is_public", "resolve"]

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int, *, where: str, private: bool) -> str:
    """The number of the machine that the host's name stands for, to be connected to as it is.

    A name that stands for several machines is refused if one of them is private, unless ``private`` allows that.

    Raises:
        UnreadableError: an unknown host, or a private machine.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"no such host {host[:80]!r}", where=where, hint="Check the address") from error
    numbers = [str(entry[4][0]) for entry in found]
    for number in numbers:
        if not private and not is_public(number):
            hint = "Give that address itself with --allow-private if you trust it"
            named = number if host == number else f"{host} ({number})"
            raise UnreadableError(f"leads to a private machine, {named}", where=where, hint=hint)
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether the number is that of a machine on the public network, whatever form it is written in.

    >>> is_public("8.8.8.8"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    address = _inner(ipaddress.ip_address(number.partition("%")[0]))
    return address.is_global and not address.is_multicast


def _inner(address: _Address) -> _Address:
    """The IPv4 address that one of IPv6 carries, if it does."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
