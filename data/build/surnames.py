"""Write ``glossary/tables/surnames.tsv``: Chinese surnames and how they are said.

The list is our own (general knowledge: the Hundred Family Surnames and the modern common ones). Readings of surnames
that differ from the ordinary reading are written out here; the others are the ordinary reading from pypinyin (MIT).
"""

from __future__ import annotations

from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

TABLE = Path(__file__).parents[2] / "glossary" / "tables" / "surnames.tsv"
HEADER = """\
# Chinese surnames in both scripts and their readings as surnames.
# source: own list and readings, from general knowledge; ordinary readings of single characters from pypinyin
# licence: MIT
# rebuild: data/build/surnames.py
surname\treading
"""
# Traditional, commonest first.
SINGLE = (
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐"
    "許韓馮鄧曹彭曾蕭肖田董袁潘于於蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔"
    "鍾鐘譚陸汪范金石廖賈夏韋傅付方白鄒孟熊秦邱丘江尹薛閆閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯常溫康施文牛"
    "樊葛邢安齊易喬伍龐顏倪莊庄聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單裴霍涂成苗谷盛曲翁冉駱藍"
    "路游辛靳管柴蒙鮑華喻祁蒲房滕屈饒解牟艾尤陽時穆農司卓古吉繆簡車項連蘆麥褚婁竇戚岑景黨宮費卜冷晏席衛米柏宗瞿桂全佟"
    "應臧閔苟鄔邊卞姬師和仇欒隋商刁沙榮巫寇桑郎甄叢仲虞敖巩鞏明佘池查麻苑遲鄺官封談匡鞠惠荊樂冀郁胥南班儲原栗燕楚鄢勞"
    "諶奚皮粟冼藺樓盤滿聞位厲伊仝區郜海闞花權強帥屠豆朴蓋練廉禹井祖漆巴豐支卿國狄平計索宣晉相初門雲容敬來扈晁芮都闕"
    "浦戈伏鹿薄邸雍辜羊烏母裘亓修邰赫杭況那宿鮮印逯隆茹諾戰慕危玉銀亢嵇公哈湛賓戎勾茅利於居揭干但尉冶斯元束檀衣信展"
    "陰昝智幸奉植衡富尧堯閩由種种洪賴傅游翁粘辛幹鳳苻佴逄過綦隗員令祭宓仉麴曲么洗冼繳召乜蕢殳夙岑羿雒朝甯寧牧山養后缑"
    "折晟秘万鹹咸貫庾閬諸左丘竺權逯蓬郗酆璩濮壽通扶堵宰酈雍卻桑濮牛莘党翟貢姬申冉宰郟別莊柴閻充慕連茹習宦艾魚容古"
    "易慎戈廖庾終暨步耿滿弘匡寇廣祿闕東歐沃利蔚越夔師晁勾冷訾辛那空毋沙乜養須豐巢蒯后紅竺游藺仰"
)
# The Hundred Family Surnames (百家姓, before 1000), for those that are rare today, and a few that it lacks.
HUNDRED = (
    "趙錢孫李周吳鄭王馮陳褚衛蔣沈韓楊朱秦尤許何呂施張孔曹嚴華金魏陶姜戚謝鄒喻柏水竇章雲蘇潘葛奚范彭郎魯韋昌馬苗鳳花方"
    "俞任袁柳酆鮑史唐費廉岑薛雷賀倪湯滕殷羅畢郝鄔安常樂于時傅皮卞齊康伍余元卜顧孟平黃和穆蕭尹姚邵湛汪祁毛禹狄米貝明臧"
    "計伏成戴談宋茅龐熊紀舒屈項祝董梁杜阮藍閔席季麻強賈路婁危江童顏郭梅盛林刁鍾徐邱駱高夏蔡田樊胡凌霍虞萬支柯昝管盧莫"
    "經房裘繆干解應宗丁宣賁鄧郁單杭洪包諸左石崔吉鈕龔程嵇邢滑裴陸榮翁荀羊於惠甄麴家封芮羿儲靳汲邴糜松井段富巫烏焦巴弓"
    "牧隗山谷車侯宓蓬全郗班仰秋仲伊宮寧仇欒暴甘鈄厲戎祖武符劉景詹束龍葉幸司韶郜黎薊薄印宿白懷蒲邰從鄂索咸籍賴卓藺屠蒙"
    "池喬陰鬱胥能蒼雙聞莘黨翟譚貢勞逄姬申扶堵冉宰酈雍郤璩桑桂濮牛壽通邊扈燕冀郟浦尚農溫別莊晏柴瞿閻充慕連茹習宦艾魚容"
    "向古易慎戈廖庾終暨居衡步都耿滿弘匡國文寇廣祿闕東歐殳沃利蔚越夔隆師鞏厙聶晁勾敖融冷訾辛闞那簡饒空曾毋沙乜養鞠須豐"
    "巢關蒯相查后荊紅游竺權逯蓋益桓公嬴揚炎回季丘梅塗"
)
# Rare ones that CC-CEDICT and jieba's personal names attest.
RARE = "鐵歸靖惲禤仵矯勵郅郯邾眭笪羌蹇譙隰雋麋刑渠軒宛承台薩"
# Families of Taiwan that bear two surnames as one.
TAIWAN = "張簡 張廖 范姜"
COMPOUND = (
    "太史 "
    "歐陽 司馬 司徒 司空 上官 諸葛 東方 皇甫 尉遲 公孫 慕容 長孫 宇文 夏侯 令狐 軒轅 端木 鮮于 獨孤 百里 東郭 南宮 "
    "西門 呼延 公羊 澹臺 公冶 宗政 濮陽 淳于 單于 太叔 申屠 仲孫 "
    "鍾離 鐘離 閭丘 亓官 司寇 子車 顓孫 巫馬 公西 漆雕 樂正 "
    "壤駟 公良 拓跋 夾谷 宰父 穀梁 段干 東門 南郭 羊舌 微生 梁丘 左丘 赫連 万俟 聞人 納蘭 耶律 完顏 賀蘭 第五 哥舒 "
    "愛新覺羅 葉赫那拉 步六孤 長孫"
)
READINGS = (
    "單 shan4 曾 zeng1 解 xie4 仇 qiu2 區 ou1 查 zha1 蓋 ge3 朴 "
    "piao2 任 ren2 華 hua4 翟 zhai2 繆 miao4 員 yun4 樂 yue4 "
    "燕 yan1 紀 ji3 葛 ge3 祭 zhai4 宓 mi4 么 yao1 洗 xian3 冼 "
    "xian3 召 shao4 乜 nie4 佴 nai4 逄 pang2 過 guo1 都 du1 "
    "折 she2 令 ling2 黑 he4 秘 bi4 種 chong2 种 chong2 隗 wei3 繳 jiao3 尉 wei4 那 na1 哈 ha1 薄 bo2 柏 bo2 葉 ye4 "
    "滑 hua2 賁 ben1 能 nai4 別 bie2 從 cong2 家 jia1 "
    "葛 ge3 應 ying1 諶 chen2 覃 qin2 瞿 qu2 車 che1 賈 jia3 郗 xi1 晟 cheng2 訾 zi1 "
    "寧 ning4 甯 ning4 沈 shen3 相 xiang4 "
    "盛 sheng4 肖 xiao1 乘 sheng4 長 zhang3 重 chong2 參 shen1 "
    "俞 yu2 於 yu1 於 yu1 强 qiang2 強 qiang2 尹 yin3 呂 lü3 "
    "殷 yin1 石 shi2 洪 hong2 谷 gu3 和 he2 曲 qu1 卜 bu3 費 fei4 鮮 xian1 興 xing1 朝 chao2 宿 su4 牟 mou2 阮 ruan3 "
    "萬 wan4 万 wan4 涂 tu2 余 yu2 粘 nian2 觀 guan4 冠 guan4 揲 die2 隋 sui2 岑 cen2 卓 zhuo2 逯 lu4 麴 qu1 "
    "藉 ji2 適 shi4 夏 xia4 車 che1 行 xing2 率 lü4 莘 shen1 郇 xun2 撒 sa3 塔 ta3 幹 gan4 干 gan1 別 bie2 賁 ben1 "
    "雋 juan4 台 tai2 宛 wan3 薩 sa4 眭 sui1 笪 da2 郯 tan2 "
    "濮 pu2 那 na1 俱 ju1 占 zhan1 應 ying1 教 jiao4 沙 sha1 晁 chao2 褚 chu3 省 xing3 莞 guan3 蔚 yu4 酈 li4 闞 kan4"
)
COMPOUND_READINGS = {
    "尉遲": "yu4 chi2", "万俟": "mo4 qi2", "單于": "chan2 yu2", "諸葛": "zhu1 ge3", "長孫": "zhang3 sun1",
    "令狐": "ling2 hu2", "澹臺": "tan2 tai2", "樂正": "yue4 zheng4", "鮮于": "xian1 yu2", "夾谷": "jia2 gu3",
    "宰父": "zai3 fu3", "亓官": "qi2 guan1", "哥舒": "ge1 shu1", "子車": "zi3 ju1", "穀梁": "gu3 liang2",
    "愛新覺羅": "ai4 xin1 jue2 luo2", "葉赫那拉": "ye4 he4 na4 la1", "呼延": "hu1 yan2", "拓跋": "tuo4 ba2",
    "段干": "duan4 gan1", "淳于": "chun2 yu2", "可汗": "ke4 han2",
}  # fmt: skip


def ordinary(text: str) -> str:
    """The ordinary reading, syllables apart by a space."""
    return " ".join(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True))


def main() -> None:
    """Write the table."""
    simplify = OpenCC("t2s").convert
    words = READINGS.split()
    special = dict(zip(words[::2], words[1::2], strict=True)) | COMPOUND_READINGS
    readings: dict[str, str] = {}
    for surname in (*SINGLE, *HUNDRED, *RARE, *COMPOUND.split(), *TAIWAN.split()):
        reading = special.get(surname) or ordinary(simplify(surname))
        readings.setdefault(surname, reading)
        simplified = simplify(surname)
        readings.setdefault(simplified, special.get(simplified, reading))
    body = "".join(f"{surname}\t{reading}\n" for surname, reading in readings.items())
    TABLE.write_text(HEADER + body, encoding="utf-8")


if __name__ == "__main__":
    main()
