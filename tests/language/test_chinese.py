"""Chinese is found in either script and with the words of either side, in parts and as a whole."""

import pytest

from council.language.chinese import tokens
from council.language.han import simplified
from tests.language.any_text import any_texts, faults_of
from tests.language.found_by import finds


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("避難所", "避难所设在小学"),
        ("避难所", "避難所設在小學"),
        ("介護保険", "介护保险的服务"),
        ("国民健康保險", "国民健康保险费"),
        ("乾淨", "干净的水"),
        ("拿著", "拿着袋子"),
        ("志工", "招募志愿者"),
        ("計程車", "出租车补助券"),
        ("網路預約", "可以在网络预约"),
        ("垃圾分类", "垃圾的分类方法"),
        ("垃圾的分类", "垃圾分类方法"),
        ("分类方法", "垃圾的分类方法"),
        ("圾的分", "垃圾的分类方法"),
        ("儿童津贴怎么申请", "申请儿童津贴"),
        ("托儿所入园申请", "入园申请：公立托儿所"),
        ("老人 申请", "申请书由老人填写"),
        ("会福", "社会福祉协议会"),
        ("童食堂", "儿童食堂今天开放"),
        ("老人和孩子", "孩子与老人"),
        ("目的", "生活的目的"),
        ("烟", "体验烟雾"),
        ("务", "洗浴和其他任务"),
        ("65岁", "65岁以上"),
        ("jr线", "JR线路"),
        ("服务", "在宅服务员"),
        ("东京", "东京都的最低工资"),
        ("协议会", "社会福祉协议会"),
        ("区议会", "区议会的旁听"),
        ("志愿者培训", "志愿者的培训课程"),
        ("NPO法人", "npo法人"),
    ],
)
def test_finds(question, text):
    assert finds(tokens, question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("京都", "东京都"),
        ("和服", "洗浴和服务"),
        ("议会", "社会福祉协议会"),
        ("福利", "福祉与便利"),
        ("目的", "这是目标"),
        ("食堂儿", "儿童食堂"),
        ("的", "我的家"),
    ],
)
def test_does_not_find(question, text):
    assert not finds(tokens, question, text)


def test_any_piece_of_a_text_finds_it():
    text = "社会福利协会每周二为独居老人送饭并由邻居问候身体情况"
    pieces = {text[start:end] for start in range(len(text)) for end in range(start + 1, start + 9)}
    assert [piece for piece in pieces if tokens(piece) and not finds(tokens, piece, text)] == []


def test_characters_stay_where_they_are():
    text = "護険裡著芸😀𠮷abc"
    assert simplified(text) == "护险里着艺😀𠮷abc"
    assert simplified(simplified(text)) == simplified(text)


def test_words_stand_where_they_are_written():
    text = "坐計程車去醫院"
    assert [text[token.start : token.end] for token in tokens(text)][-1] == "醫院"
    assert "計程車" in [text[token.start : token.end] for token in tokens(text)]


def test_a_question_for_n_characters_asks_for_a_chain_of_pairs():
    assert [(token.forms[0], token.joined) for token in tokens("绢桥纺缘")] == [
        ("绢桥", False),
        ("桥纺", True),
        ("纺缘", True),
    ]


@pytest.mark.parametrize("name", any_texts())
def test_takes_any_text(name):
    assert faults_of(tokens, any_texts()[name]) == []
