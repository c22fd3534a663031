"""Stories without any mark: titles that only stand alone, talk with labels, messages."""

from home.importer.document import read_plan

from .helpers import kinds

LEAD = "川べりの小屋に朝から五人が集まり、ゆうべの風で流れた板を一枚ずつ拾い上げていきます。"
TOLD = "板を持つ手が増えるたび、向こう岸が近くなる気がして、つい長居をしてしまいます。"
STORIES = f"""板を拾う朝

{LEAD}

「向こう岸が近くなる」

{TOLD}

船大工
波多野さん

渡し場の夕暮れ

{LEAD}

声をかければ舟が来る

{TOLD}

渡し守　磯貝さん
"""
TALK = """司会：いつから渡し場に。
波多野さん：もう十年になります。
磯貝さん：私はこの春からです。
司会：これからは。
波多野さん：橋の下でも舟を出します。
"""
GOAL = "目標1　橋をかける\n\n社協の取組\n・橋をかけます。\n\n"


def test_a_document_without_any_heading():
    first, second = read_plan(STORIES).stories
    assert [first.title.plain, second.title.plain] == ["板を拾う朝", "渡し場の夕暮れ"]
    assert [words.plain for words in first.lead] == [LEAD]
    assert kinds(first.body) == kinds(second.body) == ["Voice"]
    assert [story.body[0].headline.plain for story in (first, second)] == [
        "「向こう岸が近くなる」",
        "声をかければ舟が来る",
    ]
    assert [person.name.plain for story in (first, second) for person in story.people()] == ["波多野さん", "磯貝さん"]


def test_stories_behind_a_goals_list_are_none_of_its_initiatives():
    document = read_plan(GOAL + STORIES)
    (goal,) = document.goals()
    assert len(goal.initiatives) == 1
    assert [story.goals for story in document.stories] == [[goal], [goal]]


def test_talk_with_labels():
    document = read_plan(f"{GOAL}特集　渡し場の夜\n\n{LEAD}\n\n{TALK}")
    (story,) = document.stories
    first, second = story.body
    assert [first.question.plain, second.question.plain] == ["いつから渡し場に。", "これからは。"]
    assert [words.plain for words in first.answer] == ["もう十年になります。", "磯貝さん：私はこの春からです。"]
    assert first.person is second.person
    assert first.person.name.plain == "波多野さん"
    assert not document.leftovers


def test_messages_alone_are_a_story():
    text = f"{GOAL}## 仲間からのメッセージ\n\n**舟の会**\n毎朝、舟を出しています。（代表　波多野さん）\n\n岸辺の会\n岸に花を植えています。（世話人　磯貝さん）\n"
    (story,) = read_plan(text.replace("目標1", "# 目標1", 1)).stories
    assert kinds(story.body) == ["Message", "Message"]
    assert [part.organisation_name.plain for part in story.body] == ["舟の会", "岸辺の会"]


def test_wishes_over_a_table_are_needs():
    table = "| 舟がほしい | 灯がほしい |\n|---|---|\n| 朝は一艘しか出られず、みな岸で待ちます。 | 夜の渡し場は足もとが見えずに困る。 |\n"
    text = f"# 取組事例\n\n## 板を拾う朝\n\n{LEAD}\n\n{table}"
    (story,) = read_plan(text).stories
    assert kinds(story.body) == ["Needs"]
