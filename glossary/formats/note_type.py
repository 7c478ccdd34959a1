"""The note type of the Anki package: its fields, its two cards and how they look. Frozen as version 1.

Anki reports every note as conflicting, and updates none, once the fields of a note type differ from those it has. So
the fields never change: new content goes into a spare field, and other fields need a new ``MODEL_ID`` and name.
Cards and style may change, with a later ``MODEL_MODIFIED``. The numbers were drawn once and stay.
"""

from __future__ import annotations

__all__ = ["CSS", "DECK_ID", "FIELDS", "MODEL_ID", "MODEL_MODIFIED", "NAME", "TEMPLATES"]

NAME = "Glossary English-Chinese"
MODEL_ID = 1_738_264_591
DECK_ID = 1_904_417_723
MODEL_MODIFIED = 1_784_000_000  # seconds since 1970

# Tones is the pinyin with its tones coloured, as HTML; Key tells notes apart in lists; Differs is "1" where the two
# scripts write the name differently, else empty.
FIELDS = (
    "Key",
    "English",
    "Traditional",
    "Simplified",
    "Pinyin",
    "Tones",
    "Zhuyin",
    "Aliases",
    "Kind",
    "Context",
    "Source",
    "Note",
    "Differs",
    "Spare 1",
    "Spare 2",
    "Spare 3",
)

# A front without its name is empty, and Anki makes no card of it. The lang attributes choose the right CJK font.
_ENGLISH = """\
{{#English}}
<div class="english" lang="en">{{English}}</div>
{{#Kind}}<div class="kind" lang="en">{{Kind}}</div>{{/Kind}}
{{/English}}
"""
_CHINESE = """\
{{#Traditional}}<div class="chinese" lang="zh-Hant">{{Traditional}}</div>{{/Traditional}}
{{^Traditional}}<div class="chinese" lang="zh-Hans">{{Simplified}}</div>{{/Traditional}}
{{#Differs}}<div class="chinese other" lang="zh-Hans">{{Simplified}}</div>{{/Differs}}
"""
# The voice is the device's own; it knows no surname readings, so the pinyin is what counts.
_SAID = """\
{{#Tones}}<div class="pinyin" lang="zh-Latn-pinyin">{{Tones}}</div>{{/Tones}}
{{#Zhuyin}}<div class="zhuyin" lang="zh-Bopo">{{Zhuyin}}</div>{{/Zhuyin}}
{{#Traditional}}{{tts zh_TW:Traditional}}{{/Traditional}}
{{^Traditional}}{{tts zh_CN:Simplified}}{{/Traditional}}
"""
_MORE = """\
{{#Aliases}}<div class="aliases">{{Aliases}}</div>{{/Aliases}}
{{#Note}}<div class="note">{{Note}}</div>{{/Note}}
{{#Context}}<blockquote>{{Context}}</blockquote>{{/Context}}
{{#Source}}<div class="source">{{Source}}</div>{{/Source}}
"""
_LINE = '{{FrontSide}}\n<hr id="answer">\n'

TEMPLATES = (
    ("English → Chinese", _ENGLISH, _LINE + _CHINESE + _SAID + _MORE),
    ("Chinese → English", _CHINESE, _LINE + _ENGLISH + _SAID + _MORE),
)

CSS = """\
.card {
  --ink: #1d1d1f; --paper: #ffffff; --faint: #5f6368; --rule: #d0d3d8;
  --tone1: #c62828; --tone2: #9a5700; --tone3: #2e7d32; --tone4: #1565c0; --tone5: #616161;
  background: var(--paper); color: var(--ink);
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font-size: 18px; line-height: 1.5; text-align: center;
  max-width: 40em; margin: 0 auto; padding: 0.5em; overflow-wrap: anywhere;
}
.card.nightMode, .nightMode .card {
  --ink: #e8eaed; --paper: #2c2c2e; --faint: #a8adb4; --rule: #55585e;
  --tone1: #ff8a80; --tone2: #ffcc80; --tone3: #a5d6a7; --tone4: #90caf9; --tone5: #bdbdbd;
}
.english { font-size: 1.6em; }
.chinese { font-size: 2.4em; line-height: 1.3; }
.chinese.other { font-size: 1.5em; color: var(--faint); }
.pinyin { font-size: 1.3em; }
.zhuyin, .kind, .source { color: var(--faint); font-size: 0.85em; }
.aliases, .note { margin-top: 0.5em; }
blockquote { margin: 1em 0 0.25em; padding-left: 0.75em; border-left: 3px solid var(--rule); text-align: left; }
hr { border: 0; border-top: 1px solid var(--rule); margin: 1em 0; }
:lang(zh-Hant) { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC", sans-serif; }
:lang(zh-Hans) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
.tone1 { color: var(--tone1); }
.tone2 { color: var(--tone2); }
.tone3 { color: var(--tone3); }
.tone4 { color: var(--tone4); }
.tone5 { color: var(--tone5); }
"""
