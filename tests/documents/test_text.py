"""Reading in every encoding, refusing what is no text, and the sentence around a name."""

from __future__ import annotations

import io
import os
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents import from_text, read, sentence, walk
from glossary.documents.sentences import around
from glossary.errors import EncodingError, InputError, UnreadableError
from glossary.model import Span

CASES = Path(__file__).parents[1] / "cases"
ARTICLES = Path(__file__).parents[2] / "data" / "articles"
ENGLISH = "The head of the firm, {}, opened the new reading room on Friday.\n"
TRADITIONAL = "故宮博物院收藏許多珍貴的文物，每年吸引大批遊客。\n"
SIMPLIFIED = "故宫博物院收藏许多珍贵的文物，每年吸引大批游客。\n"


def from_bytes(data: bytes, encoding: str | None = None) -> str:
    return read("-", encoding=encoding, stdin=io.BytesIO(data)).text


def plain(text: str) -> str:
    for newline in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(newline, "\n")
    return unicodedata.normalize("NFC", text)


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_unicode_encoding_with_its_mark_is_read(encoding: str) -> None:
    assert from_bytes(TRADITIONAL.encode(encoding)) == TRADITIONAL


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\0\0\xfe\xff", "utf-32-be")])
def test_a_big_endian_mark_is_read(mark: bytes, encoding: str) -> None:
    assert from_bytes(mark + SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("big5", TRADITIONAL),
        ("gb18030", SIMPLIFIED),
        ("gb2312", SIMPLIFIED),
        ("gb18030", TRADITIONAL),
        ("cp950", ENGLISH.format("Morris Chang (張忠謀)")),
        ("gb18030", ENGLISH.format("Jensen Huang (黄仁勋)")),
        ("gb18030", ENGLISH.format("Jensen Huang (黃仁勳)")),
        ("cp950", ENGLISH.format("Ang Lee (李安)")),
        ("gb18030", ENGLISH.format("the Shiji (史記)")),
        ("big5hkscs", "香港人喺度食嘢，佢哋好鍾意飲茶。\n"),
        ("gb18030", "–\u00a0" + ENGLISH.format("Café Łódź (黄仁勋)")),
    ],
)
def test_a_chinese_encoding_is_found(encoding: str, text: str) -> None:
    assert from_bytes(text.encode(encoding)) == text


@pytest.mark.parametrize("name", ["Café Noir", "Çelik", "Αθήνα", "Москва", "naïve façade", "ʃəʊ", "Łódź", "Nguyễn"])
def test_short_text_in_utf_8_stays_utf_8(name: str) -> None:
    assert from_bytes(ENGLISH.format(name).encode()) == ENGLISH.format(name)


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("0*.txt")), ids=lambda path: path.stem[:2])
def test_the_sample_articles_are_read_in_gb18030(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert from_bytes(text.encode("gb18030")) == text


@pytest.mark.parametrize("article", sorted(ARTICLES.glob("0[156]*.txt")), ids=lambda path: path.stem[:2])
def test_the_traditional_sample_articles_are_read_in_big5(article: Path) -> None:
    data = article.read_text(encoding="utf-8").encode("cp950", "ignore")
    assert from_bytes(data) == data.decode("cp950")


def test_the_encoding_named_overrides_the_one_found() -> None:
    assert from_bytes("Müller said".encode("cp1252"), "cp1252") == "Müller said"
    assert from_bytes("張忠謀".encode("cp950"), "gb18030") != "張忠謀"


def test_big5_named_takes_its_wider_forms() -> None:
    assert from_bytes("碁銹".encode("cp950"), "big5") == "碁銹"
    assert from_bytes("喺嘢".encode("big5hkscs"), "big5") == "喺嘢"
    assert from_bytes("黃仁勳".encode("gbk"), "gb2312") == "黃仁勳"


@pytest.mark.parametrize("name", ["klingon", "", "base64", "rot13", "a\0b", "undefined", "x" * 10_000, "\udc80"])
def test_an_unknown_encoding_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(EncodingError, match=r"unknown encoding .* Use a name such as utf-8"):
        from_bytes(b"text", name)


@given(st.text().filter(lambda text: "\0" not in text), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_is_encoded_in_unicode_comes_back(text: str, encoding: str) -> None:
    try:
        found = from_bytes(text.encode(encoding), encoding)
    except UnreadableError:  # white space or control characters only
        return
    assert found.removeprefix("\ufeff") == plain(text).removeprefix("\ufeff").removeprefix("\ufeff")


@given(st.text(alphabet=st.characters(min_codepoint=0x20, exclude_characters="\x7f", codec="utf-8"), min_size=20))
def test_utf_8_is_found_without_being_named(text: str) -> None:
    wanted = "何立峰 " + text + " end"  # a Han name: not UTF-8 by luck
    assert from_bytes(wanted.encode()) == plain(wanted)


@given(st.binary(), st.sampled_from([None, "utf-8", "big5", "gbk", "utf-16", "utf-7", "cp1252", "unicode_escape"]))
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_random_bytes_give_a_document_or_an_input_error(data: bytes, encoding: str | None) -> None:
    try:
        document = read("-", encoding=encoding, stdin=io.BytesIO(data))
    except InputError as error:
        message = str(error)
    else:
        message = ""
        assert not {"\0", "\r"} & set(document.text)
    assert "\n" not in message


# What the text is made into


def test_newlines_and_composition_are_unified() -> None:
    document = from_text("\ufeffCafe\u0301\r\na\rb\u2028c")
    assert document.text == "Café\na\nb\nc"


def test_long_runs_of_combining_marks_are_ordered_as_ever() -> None:
    text = "a" + "\u0301\u0316=\u0344" * 60 + "\u0316\u0301" * 200
    assert from_text(text).text == unicodedata.normalize("NFC", text)


def test_the_id_is_that_of_the_text_whatever_its_encoding_and_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TRADITIONAL.encode("big5"))
    (tmp_path / "b.txt").write_bytes(TRADITIONAL.replace("\n", "\r\n").encode("utf-16"))
    first, second = read(str(tmp_path / "a.txt")), read(str(tmp_path / "b.txt"))
    assert first.id == second.id == first.source.id
    assert len(first.id) == 24
    assert first.id != from_text(SIMPLIFIED).id
    assert first.source.path == str(tmp_path / "a.txt")


def test_a_string_with_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(EncodingError, match=r"^-:2: half a surrogate pair"):
        from_text("a\nb\ud800")


def test_a_very_long_line_is_read() -> None:
    line = ENGLISH.strip().format("何立峰") * 20_000
    assert from_bytes(line.encode()) == line
    assert from_bytes(line.encode("gb18030")) == line


# What is refused


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value) == f"{path}: no such file. Check the path"


@pytest.mark.parametrize("path", ["a\0b", "\ud800"])
def test_an_impossible_path_is_refused(path: str) -> None:
    with pytest.raises(UnreadableError):
        read(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder where a file is wanted"):
        read(str(tmp_path))


def test_a_file_without_permission_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError, match="no permission"):
        read("secret.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\ufeff \u3000\n".encode("utf-16-le")])
def test_an_empty_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="is empty"):
        from_bytes(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\0", "a zip file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG"),
        (b"\x1f\x8b\x08\0", "a gzip file"),
        (b"plain text with one \0 in it", "looks binary"),
        ("何立峰\0".encode("utf-16"), "looks binary"),
        (bytes(range(1, 127)) * 3, "looks binary"),
        (b"\x7fELF\2\1\1" + bytes(9) + b"\3\0>\0" * 30 + bytes(40), "looks binary"),  # half-empty pairs
        (b"MZ\x90\0" + b"\1\0\2\0" * 20 + bytes(16), "looks binary"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError, match=name):
        from_bytes(data)


def test_utf_16_without_a_mark_is_told_how_to_be_read() -> None:
    data = ENGLISH.format("何立峰").encode("utf-16-le")
    with pytest.raises(EncodingError, match="--encoding utf-16-le"):
        from_bytes(data)
    assert from_bytes(data, "utf-16-le") == ENGLISH.format("何立峰")


@pytest.mark.parametrize("text", ["one\ntwo\nMüller, Düsseldorf", "one\r\ntwo\r\nthe ‘façade’"])
def test_bytes_that_are_no_plausible_chinese_are_refused_with_their_line(text: str) -> None:
    with pytest.raises(EncodingError, match=r"^-:3: byte 0x.* --encoding cp1252$"):
        from_bytes(text.encode("cp1252"))


def test_a_bad_byte_in_the_encoding_named_is_refused_with_its_line() -> None:
    with pytest.raises(EncodingError, match=r"^-:2: byte 0xbb is not utf-8"):
        from_bytes("a\n黄".encode("gb18030"), "utf-8")


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_mixed_encodings_are_refused_with_the_line_where_they_change(first: str, second: str) -> None:
    data = (SIMPLIFIED * 2).encode(first) + b"plain\n" + SIMPLIFIED.encode(second)
    with pytest.raises(EncodingError, match=r"^-:4: "):
        from_bytes(data)


def test_utf_16_with_an_unpaired_surrogate_is_refused_with_its_line() -> None:
    data = b"\xff\xfe" + "a\n".encode("utf-16-le") + b"\x00\xd8b\x00"
    with pytest.raises(EncodingError, match=r"^-:2: "):
        from_bytes(data)


# Folders


def test_a_folder_gives_its_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.png", ".hidden.txt", "d/e.markdown", "d/.f/g.txt", ".git/h.txt", "d.text"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "d" / "loop").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    found = [os.path.relpath(path, tmp_path) for path in walk([str(tmp_path)])]
    assert found == ["a.MD", "b.txt", "d/e.markdown", "d.text"]


def test_files_are_given_as_they_are() -> None:
    assert list(walk(["-", "none.pdf", "./x.txt"])) == ["-", "none.pdf", "./x.txt"]


def test_a_file_of_the_folder_here_has_its_own_name(tmp_path, monkeypatch) -> None:
    for name in ("b.txt", "a/c.md", "./a/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert list(walk(["."])) == list(walk(["./"])) == ["a/c.md", "a/d.txt", "b.txt"]
    assert list(walk(["./a"])) == list(walk(["a"])) == ["a/c.md", "a/d.txt"]


def test_a_folder_without_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    with pytest.raises(UnreadableError, match="holds no text file"):
        list(walk([str(tmp_path)]))


# Sentences


def sentence_cases() -> list[list[str]]:
    lines = (CASES / "sentences.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines[2:] if line]


@pytest.mark.parametrize(("origin", "name", "wanted", "text"), sentence_cases(), ids=lambda value: value[:20])
def test_the_sentence_around_a_name(origin: str, name: str, *, wanted: str, text: str) -> None:
    whole = text.replace("\\n", "\n")
    start = whole.index(name)
    assert sentence(whole, Span(start, start + len(name))).of(whole) == wanted


@given(
    text=st.text(alphabet="aB 。.!()（）\n何"),
    start=st.integers(0, 50),
    length=st.integers(0, 400),
    times=st.integers(1, 20),
)
def test_a_sentence_holds_its_span_and_is_short(text: str, start: int, *, length: int, times: int) -> None:
    whole = (text or "a") * times
    start = min(start, len(whole))
    span = Span(start, min(len(whole), start + length))
    found = sentence(whole, span)
    assert 0 <= found.start <= span.start
    assert found.end - found.start <= 300
    assert found.end >= span.end or span.end - span.start >= 300


@given(
    text=st.text(alphabet='aB 。.!()（）"”\n何', max_size=60),
    times=st.integers(1, 20),
    cuts=st.lists(st.integers(0, 1200), min_size=2, max_size=12),
)
def test_the_sentences_of_neighbours_are_those_of_each(text: str, times: int, *, cuts: list[int]) -> None:
    whole = text * times
    places = sorted(min(cut, len(whole)) for cut in cuts)
    stretches = list(pairwise(places))[:: 1 + len(places) % 2]
    assert around(whole, stretches) == [sentence(whole, Span(*stretch)).of(whole) for stretch in stretches]


def test_a_long_sentence_is_cut_between_words_around_the_span() -> None:
    text = "word " * 200 + "何立峰" + " word" * 200
    found = sentence(text, Span(1000, 1003))
    words = found.of(text).split()
    assert set(words) == {"word", "何立峰"}
    assert 280 < found.end - found.start <= 300


def test_only_the_neighbourhood_of_the_span_matters() -> None:
    inner = "x" * 700 + " 何立峰 " + "y" * 700
    far = "a. (" * 1000
    near = sentence(inner, Span(701, 704)).of(inner)
    assert sentence(far + inner + far, Span(4701, 4704)).of(far + inner + far) == near
