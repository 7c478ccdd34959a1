"""Addresses given by a user: fetched within limits, from public machines, and nothing but what was asked for."""

from __future__ import annotations

import json
import time

import pytest

from glossary.documents import Limits, Options, read
from glossary.errors import UnreadableError
from glossary.web.fetch import fetch
from tests.command import Command
from tests.web.server import serving


@pytest.fixture
def server():
    with serving() as running:
        yield running


def get(url: str, **limits: int):
    return fetch(url, allow_private=True, **limits)


def test_a_page_is_a_document_and_nothing_in_it_is_fetched(server) -> None:
    found = read(server.url("/moved"), options=Options(allow_private=True))
    assert "He Lifeng (何立峰)" in found.text
    assert (found.source.title, found.source.url) == ("Talks", server.url("/page"))
    assert found.source.path == server.url("/moved")
    assert server.asked == [("127.0.0.1", "/moved"), ("127.0.0.1", "/page")]


def test_a_text_is_in_the_encoding_that_the_server_says(server) -> None:
    assert read(server.url("/plain"), options=Options(allow_private=True)).text == "何立峰（He Lifeng）"


def test_a_packed_answer_is_unpacked(server) -> None:
    assert get(server.url("/zipped")).data == get(server.url("/page")).data


PRIVATE = (
    "127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
    "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]",
    "[fe80::1]", "224.0.0.1", "100.64.0.1", "[2002:7f00:1::]",
)  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private_machines_are_not_asked(host: str, server) -> None:
    with pytest.raises(UnreadableError, match=r"leads to a private machine.*--allow-private|no such host"):
        fetch(server.url(host=host), seconds=5)
    assert server.asked == []


@pytest.mark.parametrize("user", ["user:secret", "user", ":secret", "a@b:secret"])
def test_a_password_in_an_address_is_neither_sent_nor_kept(user: str, server) -> None:
    url = server.url("/page").replace("://", f"://{user}@")
    with pytest.raises(UnreadableError, match=r"are not sent\. Give http://127\.0\.0\.1:\d+/page, or a file") as told:
        get(url)
    assert server.asked == []
    assert "secret" not in str(told.value)


def test_a_redirect_to_another_private_machine_is_not_followed_even_if_the_first_may_be_one(server) -> None:
    with pytest.raises(UnreadableError, match=r"leads to a private machine, 127\.0\.0\.2"):
        get(server.url("/other"))
    assert server.asked == [("127.0.0.1", "/other")]


BAD = {
    "/file": "redirects to 'file:///etc/passwd', which is no address of a web page",
    "/loop": "redirects more than 5 times",
    "/nowhere": "redirects more than 5 times",
    "/missing": "answered 404",
    "/garbage": "cannot be fetched",
    "/flood": "is bigger than 1 MB.*--limit download=4",
    "/huge": "is bigger than 1 MB",
    "/bomb": "is bigger than 1 MB",
    "/drip": "took more than 1 seconds.*--limit seconds=4",
    "/headers": "took more than 1 seconds",
    "/silent": "took more than 1 seconds",
}


@pytest.mark.parametrize(("path", "message"), BAD.items(), ids=BAD)
def test_what_misbehaves_is_given_up(path: str, message: str, server) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableError, match=message) as caught:
        get(server.url(path), megabytes=1, seconds=1)
    assert str(caught.value).startswith(f"{server.url(path)}: ")
    assert time.monotonic() - began < 15  # not for ever


@pytest.mark.parametrize("path", ["/empty", "/picture"])
def test_what_is_no_text_is_refused(path: str, server) -> None:
    with pytest.raises(UnreadableError, match=r"is empty|PNG"):
        read(server.url(path), options=Options(allow_private=True))


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "http://[::1", "http://a:b/"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(UnreadableError, match="no address"):
        read(url)


def test_nobody_listening_is_one_clear_line(server) -> None:
    with pytest.raises(UnreadableError, match="cannot be fetched"):
        get("http://127.0.0.1:9/")
    with pytest.raises(UnreadableError, match=r"cannot be fetched|certificate"):
        get(server.url().replace("http:", "https:"), seconds=5)
    with pytest.raises(UnreadableError, match="no such host"):
        get("http://no-such-host.invalid/")


def test_limits_reach_the_fetch(server) -> None:
    options = Options(allow_private=True, limits=Limits(download=1, seconds=1))
    with pytest.raises(UnreadableError, match="is bigger than 1 MB"):
        read(server.url("/flood"), options=options)


# The command


def test_the_command_reads_an_address_it_is_given_and_no_other(tmp_path, server) -> None:
    glossary = Command(tmp_path)
    found = glossary("extract", "--allow-private", server.url())
    assert [json.loads(line)["chinese"] for line in found.out.splitlines()] == ["何立峰"]
    assert glossary("extract", server.url()).refused("private machine", "--allow-private")
    asked = len(server.asked)
    text = glossary.write("a.txt", f"See {server.url()} and {server.url('/moved')} on He Lifeng (何立峰).")
    page = glossary.write(
        "a.html", f"<p>See <a href='{server.url()}'>He Lifeng</a> (何立峰) <img src='{server.url()}'></p>"
    )
    assert glossary("extract", "--allow-private", text, page).code == 0
    assert len(server.asked) == asked


def test_the_command_says_its_limits(tmp_path, server) -> None:
    glossary = Command(tmp_path)
    limited = glossary("collect", "--allow-private", "--limit", "download=1", server.url("/flood"))
    assert limited.refused("bigger than 1 MB", "--limit download=4")
    assert glossary("extract", "--limit", "cheese=1", "x").refused("is no limit", "download, unpacked, pages, seconds")
