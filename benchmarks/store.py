"""How fast the store takes and finds entries, on a generated glossary of real readings and made-up names."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from glossary.entries import build
from glossary.lang import romanization
from glossary.model import Entry, Form, Kind, Mention, Pair, Reason, Source, Span
from glossary.search import lookup
from glossary.store import Store

SURNAMES = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余葉蔣杜蘇魏程呂丁沈任"
    "姚盧傅鍾姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦白江閻薛尹段雷黎史龍陶賀顧毛郝龔邵萬錢嚴賴覃洪武莫孔"
)
GIVEN = (
    "志明家豪俊傑建宏俊宏志豪志偉文雄承恩宥廷品睿宇翔冠宇淑芬美玲雅婷怡君欣怡詩涵子晴詠晴品妍思妤心怡惠美"
    "春嬌秀英玉蘭麗華國強永康立峰英九清德文哲佳龍昌雄榮輝正雄博文安邦世昌光華中平大同天祥"
)


def name(random_: random.Random) -> tuple[str, str]:
    """A made-up person: characters and a spelling of them."""
    chinese = random_.choice(SURNAMES) + "".join(random_.sample(GIVEN, 2))
    spelt = [min(romanization.spellings(char), key=lambda text: (len(text), text)) for char in chinese]
    return f"{spelt[0].capitalize()} {spelt[1].capitalize()}-{spelt[2]}", chinese


def entries(count: int, *, seed: int = 1) -> list[Entry]:
    """About ``count`` entries with two mentions each and their sentences."""
    random_ = random.Random(seed)
    mentions: list[Mention] = []
    sources: dict[str, Source] = {}
    for number in range(count):
        english, chinese = name(random_)
        for place in range(2):
            source = Source(f"{number // 50 + 100000 * place:024x}", f"articles/{number // 50}.txt", lang="zh-Hant")
            sources[source.id] = source
            sentence = f"The meeting, chaired by {english} ({chinese}), went on until late in the evening of day two."
            start = 24 + 120 * (number % 50)
            mentions.append(
                Mention(
                    Pair(english, chinese, Kind.PERSON), source.id, Form.EN_BRACKET,
                    Span(start, start + len(english)), Span(start + len(english) + 2, start + len(english) + 5),
                    Span(start + len(english) + 1, start + len(english) + 6), 0.9975, sentence,
                    (Reason("gloss", 1.0), Reason("spelt", 5.0), Reason("left-lower", 1.0, "by")),
                )
            )  # fmt: skip
    return list(build.entries(mentions, sources.values()))


def percentile(times: list[float], part: float) -> float:
    """The time, in milliseconds, that ``part`` of the runs stay below."""
    return 1000 * sorted(times)[int(part * (len(times) - 1))]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=20_000)
    options = parser.parse_args()
    began = time.perf_counter()
    made = entries(options.entries)
    rate = len(made) / (time.perf_counter() - began)
    print(f"entries made of mentions, with readings and variants: {rate:,.0f} a second")
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "glossary.db") as store:
        began = time.perf_counter()
        store.merge(made, now=1)
        print(f"taken into an empty store:    {len(made) / (time.perf_counter() - began):8,.0f} entries a second")
        began = time.perf_counter()
        store.merge(made, now=2)
        print(f"taken again, nothing changed: {len(made) / (time.perf_counter() - began):8,.0f} entries a second")
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(f"size: {size / len(made):,.0f} bytes an entry with two mentions ({len(made):,} entries)")
        queries = [entry.terms[0].text for entry in made[:: max(1, len(made) // 500)]]
        queries += [entry.terms[1].text for entry in made[:: max(1, len(made) // 500)]]
        times: list[float] = []
        for query in queries:
            began = time.perf_counter()
            assert lookup(store, query)
            times.append(time.perf_counter() - began)
        middle, slowest = percentile(times, 0.5), percentile(times, 0.99)
        print(f"look-up in process: median {middle:.2f} ms, p99 {slowest:.2f} ms, {len(times)} queries")


if __name__ == "__main__":
    main()
