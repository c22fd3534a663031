"""Where headings are broken: read by a person who sets type, one by one."""

import pytest

from council.language.line_edges import NOT_FIRST, NOT_LAST
from council.language.phrases import phrases_of

# Of the sample, and of what other councils might write.
OF_THE_SAMPLE = """
水曜日は、/カレーの/においがする
だれもが/気軽に/立ち寄れる/場所が、/歩いて行ける/ところにある
食べものと、/ひと息つく/時間を/分け合う
断らない/窓口と、/7地区の/コーディネーターを/置く
災害ボランティア/センターを、/3時間で/開けるようにする
こども・/若者の/企画に、/小さなお金と/仲間をつける
ふとん店の/シャッターが、/また上がった
回覧板が、/わたしのところで/止まらなくなった
冷蔵庫の/明かりで/11日/暮らした、/梅原さん/88歳
林の/土曜日/（2分10秒）
最初の/集まりは、/なぜ/糸電話だったのですか。
「えらいね」で、/話が/終わって/しまうんです
10数えるのも、/ひとつの/方法
第5次 /糸川区/地域福祉活動計画/「つむぎプラン」
木登りも、/たき火も、/のこぎりもある。/危なくないのですか。
"""
OF_OTHERS = """
はじめての/子育てサロンに/ようこそ
車いすで行ける/公園を/さがして
七十歳から/はじめた/ギターの/会
お父さんのための/料理教室を/開きました
ヤングケアラーの/声を/聞いてください
認知症カフェで/過ごす/日曜日の/午後
ひとり暮らしの/冬を/あたたかく/過ごすために
雪かきを/手伝ってくれる/人を/さがしています
令和7年度の/活動報告が/まとまりました
4月1日から/相談の/電話番号が/変わります
子どもの/居場所は、/学校と/家の/あいだにある
「また来てね」と/言われて、/また行った
言えなかった/「ありがとう」を/届けに
外国に/ルーツのある/子どもたちの/学習支援
手話で/おしゃべりできる/喫茶店
防災訓練に/参加した/中学生に/インタビュー
車がなくても/買い物に行ける/まちへ
第2層/生活支援/コーディネーターの/仕事
介護保険について/知っておきたい/こと
町内会に/入らなければ/いけないの？
地域包括支援/センターとは/どんな/ところですか
だれにも/見られていないと/思っていた
母の/介護を終えて、/いま/思うこと
世話をする/人にも、/休む/日が/必要です
食べることは、/生きること
空き家を/活用した/多世代交流/拠点づくり
ボランティア保険の/申し込み方法
権利擁護支援/センターが/開設10周年を/迎えました
お盆休みの/お知らせ
災害時/要配慮者の/避難を/考える/勉強会
福祉の/しごとを/見てみよう、/聞いてみよう
失敗してもいい、と/言ってくれる/大人がいた
朝6時半、/ラジオ体操から/始まる/一日
おひさま公園の/ベンチを直した/日
もう一度/歩きたいと願って
困っていることを/話せる/場所がほしい
スマートフォンの/使い方を/高校生に/教わる
生活困窮者/自立支援制度を/ご存じですか
となりの/席の/人と/話してみませんか
ここに来れば、/だれかがいる
見えにくい/人のための/点字と/音声の/本
障がい者/スポーツ大会で/ボッチャに/挑戦
よくある/ご質問
計画を/つくった/人たち
お金がなくても、/遊びに行ける
わたしたちの/まちを、/わたしたちの/手で
みんなで /たのしく /おどりましょう
こまったときに /そうだんできる /ところ
サロンに/来られなくなった/人へ/手紙を/書く
聞こえない/人と/聞こえる/人が/いっしょに/作る/舞台
"""
HEADINGS = f"{OF_THE_SAMPLE}{OF_OTHERS}".split("\n")
HEADINGS = [each for each in HEADINGS if each]


def broken(text, *names):
    places = [(text.index(name), text.index(name) + len(name)) for name in names]
    return "/".join(phrases_of(text, "ja", places))


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_broken_between_phrases(heading):
    assert broken(heading.replace("/", "")) == heading


@pytest.mark.parametrize("heading", HEADINGS)
def test_no_piece_begins_or_ends_with_a_sign_that_no_line_does(heading):
    pieces = phrases_of(heading.replace("/", ""), "ja-simple")
    assert [piece for piece in pieces[1:] if piece[0] in NOT_FIRST] == []
    assert [piece for piece in pieces[:-1] if piece[-1] in NOT_LAST] == []


def test_there_are_enough_headings():
    assert len(set(HEADINGS)) == len(HEADINGS) >= 60


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("歩いて居場所の地図をつくる", "居場所", "歩いて/居場所の/地図を/つくる"),
        ("糸川区民生児童委員協議会", "糸川区", "糸川区/民生児童委員協議会"),
        ("市民後見の会いとかわと歩む", "市民後見の会いとかわ", "市民後見の会いとかわと/歩む"),
        ("たき火と木登りの林で遊ぶ", "たき火と木登りの林", "たき火と木登りの林で/遊ぶ"),
    ],
)
def test_a_name_is_not_cut(text, name, expected):
    assert broken(text, name) == expected
    assert broken(text) != expected


def test_where_a_writer_has_put_spaces_short_pieces_are_phrases():
    assert broken("みんなで つくる まちの けいかく") == "みんなで /つくる /まちの /けいかく"
    assert broken("こまった ときの てびき") == "こまった /ときの /てびき"
    assert broken("大雨の 夜、となりの 戸を") == "大雨の /夜、/となりの /戸を"


@pytest.mark.parametrize("text", ["", " ", "。", "（", "ーーー", "👪", "A", "１２３", "か\u3099", "𠮟る", "ａ b　ｃ"])
def test_whatever_is_typed_stays_whole_when_joined(text):
    assert "".join(phrases_of(text, "ja")) == text
