"""Documents → parts: one test for each way in which plans are written."""

import pytest

from home.importer.document import read_plan
from home.importer.parts import Explainer, Fact, Members, Message, Needs, Pillar, QuestionAndAnswer, Quote, Voice

from .helpers import kinds, parts_of, statements, text_of


def reasons(document):
    return {each.text.split("\n")[0]: each.reason for each in document.leftovers}


def test_the_damaged_booklet():
    document = parts_of("damaged.md")
    (goal,) = document.goals()
    assert goal.statement.plain == "坂の上でも下でも\n声の届く町がある"
    assert len(goal.situation) == 3
    assert len(statements(goal, "community")) == 2
    assert len(statements(goal, "council")) == 4
    assert goal.stories_heading.plain == "波音区でこんな活動が広がっています"
    assert [remark.code for remark in goal.remarks] == ["box_after_text"]
    assert document.leftovers == []
    assert [story.goals for story in document.stories] == [[goal], [goal]]


def test_the_first_story_of_the_booklet():
    story = parts_of("damaged.md").stories[0]
    assert (story.title.plain, story.subtitle.plain) == ("となりの店が居間になる", "～波音☆縁側サロン～")
    assert len(story.lead) == 2
    assert kinds(story.body) == ["Voice", "Voice", "Explainer", "Explainer"]
    assert [part.headline.plain for part in story.body if isinstance(part, Voice)] == [
        "湯のみの数だけ話がある！",
        "歩いて来られる先が一つ増えました",
    ]
    assert [person.identity for person in story.people()] == [
        ("浜口さん", "商店主", ""),
        ("小松さん", "常連", ""),
    ]
    assert [part.heading.plain for part in story.body if isinstance(part, Explainer)] == [
        "縁側サロンを支える人たち",
        "空き店舗活用助成",
    ]


def test_the_second_story_of_the_booklet():
    story = parts_of("damaged.md").stories[1]
    assert story.kicker.plain == "～結び目がふえて、網になる～"
    assert story.title.plain == "海の子も山の子も あそぶ まなぶ 放課後の応援団"
    assert story.organisation.short_name.plain == "なみねっと"
    assert story.organisation.name.plain == "放課後みんなのネットなみおと"
    (needs,) = [part for part in story.body if isinstance(part, Needs)]
    assert [heading.plain for heading, _ in needs.items] == ["雨の日に遊びたい", "宿題を見てほしい", "仲間に会いたい"]
    assert needs.heading[0].plain == "なみねっとは、親たちのこんなつぶやきから始まりました!"
    assert [part.value.plain for part in story.body if isinstance(part, Fact)] == ["令和3年6月", "34団体"]
    members = [part for part in story.body if isinstance(part, Members)]
    assert [part.theme.plain for part in members] == ["外遊び", "音楽", "食", "居場所", "学び", "子育て"]
    assert [len(part.items) for part in members] == [1, 1, 1, 2, 1, 1]
    messages = [part for part in story.body if isinstance(part, Message)]
    assert [part.organisation_name.plain for part in messages] == ["坂道・ひだまり文庫", "まるた工房", "Ok Musicの会"]
    assert all(part.text[0].plain.startswith(part.organisation_name.plain) for part in messages)
    assert [part.person.identity[0] for part in messages] == ["北原さん", "江口さん", "根本さん"]


def test_chapters_pillars_and_goals():
    document = parts_of("pillars.md")
    first, second = document.outline
    assert isinstance(first, Pillar)
    assert (first.number, first.name.plain) == ("1", "つながりの芽を育てる")
    assert first.statement.plain == "ひとりで抱える前に話せる相手をつくります。"
    assert [goal.number for goal in document.goals()] == ["1-1", "1-2", "2-1"]
    assert [len(goal.situation) for goal in document.goals()] == [2, 1, 1]
    assert [(len(statements(goal, "community")), len(statements(goal, "council"))) for goal in document.goals()] == [
        (2, 2),
        (1, 1),
        (1, 1),
    ]
    assert len(second.goals) == 1
    assert (document.plan.first_fiscal_year, document.plan.last_fiscal_year) == (2024, 2028)
    assert document.plan.philosophy.plain == "となりの灯りが\n見えるまち"


def test_a_story_is_about_the_goal_it_stands_with():
    document = parts_of("pillars.md")
    (story,) = document.stories
    assert [goal.number for goal in story.goals] == ["1-1"]
    assert not any(remark.asks for remark in story.remarks)


def test_what_is_unknown_is_listed_with_its_line():
    document = parts_of("pillars.md")
    (unknown,) = [each for each in document.leftovers if each.reason == "unknown"]
    assert (unknown.lines, unknown.text) == ((88, 90), "#### 〈その他〉\n別に定める要綱による。")


def test_what_others_do_is_asked():
    document = parts_of("pillars.md")
    (initiative,) = [each for goal in document.goals() for each in goal.initiatives if each.remarks]
    assert initiative.statement.plain == "活動の保険料を負担します。"
    assert [(remark.code, remark.asks) for remark in initiative.remarks] == [("side_unsure", True)]


def test_plain_text_without_any_markdown():
    document = parts_of("plain.txt")
    (goal,) = document.goals()
    assert goal.statement.plain == "階段の途中で\n立ち話ができる団地"
    assert (len(goal.situation), len(goal.initiatives)) == (2, 3)
    assert goal.stories_heading.plain == "地域の活動紹介"
    assert [story.title.plain for story in document.stories] == [
        "花壇が待ち合わせ場所になった",
        "ベンチを一つ置いてみたら",
    ]
    (voice,) = document.stories[0].body
    assert voice.person.identity == ("大沢さん", "花壇係", "")


def test_items_with_a_title_and_a_text():
    first, second = parts_of("measures.txt").goals()
    assert (first.number, first.statement.plain) == ("1", "見守りの目を増やす")
    assert [(each.number, each.name.plain if each.name else "") for each in first.initiatives] == [
        ("1", "見守り協定の拡大"),
        ("2", "声かけ訓練の実施"),
        ("1", ""),
    ]
    assert first.initiatives[0].statement.plain == "配達や検針の事業所と協定を結び、気づいたことを知らせてもらいます。"
    assert [len(second.situation), len(second.initiatives)] == [1, 2]


def test_tables():
    rows, columns, listed = parts_of("tables.md").goals()
    assert (rows.name.plain, rows.statement.plain) == ("子どもの夜に灯りを", "夕ごはんをひとりで食べる子がいない")
    assert len(rows.situation) == 2
    assert statements(columns, "community") == [
        "得意なことを教え合う講座を開きます。",
        "講座のあとに喫茶の時間を設けます。",
    ]
    assert [(each.side, each.name.plain) for each in listed.initiatives] == [
        ("council", "手すりの貸し出し"),
        ("community", "庭の手入れ"),
        ("council", "空き家の見回り"),
    ]
    assert [remark.code for remark in listed.initiatives[2].remarks] == ["side_unsure"]


def test_a_goal_in_each_row():
    goals = list(parts_of("tabs.txt").goals())
    assert [goal.statement.plain for goal in goals] == ["となりが見える路地", "声が通る集会所"]
    assert [len(goal.initiatives) for goal in goals] == [2, 2]


def test_goals_named_after_their_text():
    goals = list(parts_of("boxes_last.md").goals())
    assert [goal.statement.plain for goal in goals] == ["雪の朝も\n安心して通える道", "春を元気に\n迎えられる冬"]
    assert [len(goal.situation) for goal in goals] == [1, 1]
    assert ["雪" in "".join(statements(goal, "council")) for goal in goals] == [True, False]


def test_only_stories():
    document = parts_of("stories_only.md")
    assert list(document.goals()) == []
    first, second = document.stories
    answers = [part for part in first.body if isinstance(part, QuestionAndAnswer)]
    assert [part.question.plain for part in answers] == ["始めたきっかけは何ですか。", "つづける工夫は。"]
    assert {part.person.identity[0] for part in answers} == {"杉本さん"}
    assert second.people()[0].identity == ("三好 ゆきさん", "会長", "青葉文通の会")
    quotes = [part for part in second.body if isinstance(part, Quote)]
    assert [part.attribution.plain for part in quotes] == ["80代 女性", "70代 男性"]
    assert not any(remark.asks for story in document.stories for remark in story.remarks)


def test_no_stories():
    assert parts_of("measures.txt").stories == []


def test_parts_that_no_page_holds():
    assert reasons(parts_of("unknown.md")) == {
        "会長のあいさつに代えて、ひとこと申し上げます。": "introduction",
        "## 予算の見通し": "unknown",
        "## 数値目標": "unknown",
        "![畑の写真](photo.jpg)": "picture",
        "# 資料編": "aside",
        "## アンケートの結果": "aside",
        "- 12 -": "page_number",
        "# お問い合わせ": "imprint",
    }


def test_terms_and_where_to_turn():
    document = parts_of("terms.md")
    assert [term.word.plain for term in document.terms] == ["ささえあい会議", "伴走支援", "見守り協力員"]
    (goal,) = document.goals()
    (turn,) = goal.where_to_turn
    assert turn.phone == "03-0000-0000"


@pytest.mark.parametrize("name", ["damaged.md", "pillars.md", "plain.txt", "measures.txt", "tables.md"])
def test_line_ends_and_digits_do_not_matter(name):
    text = text_of(name)
    wide = text.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert outline(text.replace("\n", "\r\n")) == outline(text.replace("\n", "\r")) == outline(text)
    assert [row[:3] for row in outline(wide)] == [row[:3] for row in outline(text)]


def outline(text):
    return [
        (goal.number, len(goal.situation), len(goal.initiatives), goal.statement.plain)
        for goal in read_plan(text).goals()
    ]


def test_a_chapter_right_above_its_parts_is_a_goal():
    text = "第２章　灯りを絶やさない\n〈現状〉\n夜道が暗いままです。\n〈主な取組〉\n①灯りを増やします。\n第３章　声を絶やさない\n〈現状〉\n声が届きません。\n〈主な取組〉\n①声をかけます。\n"
    assert [row[:3] for row in outline(text)] == [("2", 1, 1), ("3", 1, 1)]


def test_a_number_alone_names_a_goal():
    text = "## 1-1 みんなの縁側\n\n### 〈現状〉\n\n縁側が減りました。\n\n## 1-2 みんなの足\n\n### 〈現状〉\n\n足がありません。\n"
    goals = list(read_plan(text).goals())
    assert [(goal.number, goal.statement.plain) for goal in goals] == [("1-1", "みんなの縁側"), ("1-2", "みんなの足")]
    assert {remark.code for goal in goals for remark in goal.remarks} == {"read_as_goal"}


def test_parts_before_the_first_of_several_goals_are_asked_about():
    text = "## 現状\n\n- 冬が長い町です。\n\n## 目標1 雪をわける\n\n### 社協の取組\n\n- 道具を貸します。\n\n## 目標2 春をむかえる\n\n### 社協の取組\n\n- 花を植えます。\n"
    first, second = read_plan(text).goals()
    assert len(first.situation) == 1
    assert [(remark.code, remark.asks) for remark in first.remarks] == [("goal_unsure", True)]
    assert second.remarks == []


def test_parts_without_any_goal_are_listed():
    document = read_plan("## 現状\n\n- 冬が長い町です。\n")
    assert [each.reason for each in document.leftovers] == ["no_goal"]
    assert document.is_empty()


def test_stories_apart_from_several_goals_are_asked_about():
    text = "# 目標1 雪をわける\n\n## 現状\n\n- 雪が深い。\n\n# 目標2 春をむかえる\n\n## 現状\n\n- 春が遅い。\n\n# 第4章 取組事例\n\n## 雪の学校\n\n雪の日だけ開く学校があります。\n"
    (story,) = read_plan(text).stories
    assert story.goals == []
    assert [(remark.code, remark.asks) for remark in story.remarks] == [("story_goal_unsure", True)]


def test_a_goal_listed_first_and_told_later_is_one_goal():
    text = "# 重点目標1 雪をわける\n# 重点目標2 春をむかえる\n\n# 重点目標1 雪をわける\n\n## 現状\n\n- 雪が深い。\n\n# 重点目標2 春をむかえる\n\n## 現状\n\n- 春が遅い。\n"
    document = read_plan(text)
    assert [goal.number for goal in document.goals()] == ["1", "2"]
    assert [each.reason for each in document.leftovers] == ["overview", "overview"]


def test_measures_below_a_goal_with_its_own_situation_are_its_initiatives():
    text = "# 基本目標1 雪をわける\n\n## 現状と課題\n\n- 雪が深い。\n\n## 施策1 道具の貸し出し\n\n各班に道具を貸し出します。\n\n## 施策2 当番\n\n当番表をつくります。\n"
    (goal,) = read_plan(text).goals()
    assert [(each.number, each.name.plain) for each in goal.initiatives] == [("1", "道具の貸し出し"), ("2", "当番")]


def test_lists_within_lists_stay_with_their_item():
    text = "# 目標1 灯り\n\n## 社協の取組\n\n- 相談を受けます\n  - 電話で\n  - 訪問で\n- 場所を貸します\n"
    (goal,) = read_plan(text).goals()
    assert statements(goal, "council") == ["相談を受けます\n電話で\n訪問で", "場所を貸します"]


def test_voices_below_one_heading_are_one_story():
    first, second = parts_of("voices.md").stories
    assert first.title.plain == "地域の声"
    assert [part.headline.plain for part in first.body] == ["体操が目覚まし時計", "見ているだけの日もある"]
    assert [person.identity for person in first.people()] == [
        ("森下さん", "代表", "体操の会"),
        ("野口さん", "参加者", ""),
    ]
    assert [[goal.number for goal in story.goals] for story in (first, second)] == [["1"], ["2"]]


def test_a_speaker_introduced_before_the_questions():
    story = parts_of("voices.md").stories[1]
    answers = [part for part in story.body if isinstance(part, QuestionAndAnswer)]
    assert [part.person.identity for part in answers] == [("古川さん", "代表", "寺子屋みなと")] * 2
    messages = [part for part in story.body if isinstance(part, Message)]
    assert [part.organisation_name.plain for part in messages] == ["寺子屋みなと", "学習支援の会"]
    assert [part.heading.plain for part in story.body if isinstance(part, Explainer)] == ["寺子屋みなと"]


def test_lines_broken_at_the_margin_are_joined_and_told():
    document = parts_of("wrapped.txt")
    (goal,) = document.goals()
    assert goal.situation[1].plain == "商店が閉まり、立ち話の場もなくなりました。"
    assert [remark.lines for remark in document.damage] == [(7, 8, 9), (10, 11)]
    (story,) = document.stories
    assert [words.plain[:7] for words in story.lead] == ["椅子は二十脚。"]
    (voice,) = story.body
    assert (voice.headline.plain, voice.person.identity[0]) == ("椅子を磨く人", "田村さん")


def test_the_side_in_brackets_beside_the_word():
    text = "# 目標1 頼り合える\n\n## 取り組み【地域】\n\n- 名簿をつくります。\n\n## 取り組み【社協】\n\n- 用紙を配ります。\n"
    (goal,) = read_plan(text).goals()
    assert [each.side for each in goal.initiatives] == ["community", "council"]


def test_a_heading_that_names_who_speaks():
    text = "# 取組事例\n\n## 坂の文庫\n\n絵本を積んだ車です。\n\n### 民生委員・山野さんに聞く\n\n坂の途中で待つ子がいます。\n"
    (story,) = read_plan(text).stories
    (voice,) = story.body
    assert (voice.headline.plain, voice.person.identity) == ("民生委員・山野さんに聞く", ("山野さん", "民生委員", ""))


def test_a_goal_that_says_nothing_is_asked_about():
    (goal,) = read_plan("# 目標1\n\n## 現状\n\n- 夜道が暗い。\n").goals()
    assert goal.statement.plain == "目標1"
    assert [(remark.code, remark.asks) for remark in goal.remarks] == [("statement_missing", True)]
