"""Every sentence the importer says, by its code. The parts know codes only, so that they need no Django."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "missing": _("There is no file %(path)s."),
    "directory": _("%(path)s is a folder. Name one document in it."),
    "not_a_file": _("%(path)s is not an ordinary file."),
    "unreadable": _("%(path)s can't be read: %(reason)s."),
    "too_large": _("%(path)s is larger than %(limit)s MB. Import the plan in parts."),
    "empty": _("%(path)s is empty."),
    "binary": _("%(path)s is not a text. Save the document as plain text or Markdown and try again."),
    "encoding": _(
        "%(path)s is in no encoding that is known here, or it is damaged (at byte %(position)s). Save it as UTF-8."
    ),
    "no_parent": _("There is no page %(parent)s in Japanese. Give the id or the address of a plan."),
    "parent_type": _(
        "“%(title)s” can't hold a plan. Name a plan, a pillar, the editions of the plan or the front page."
    ),
    "parent_language": _("“%(title)s” is a translation. A plan is imported into the Japanese pages."),
    "pillar_below_pillar": _("The document has pillars of its own, and “%(title)s” is a pillar. Name the plan."),
    "several_plans": _("The site has several plans. Say with --parent which one the document belongs to."),
    "report": _("The report can't be written to %(path)s: %(reason)s. Nothing was imported."),
    "report_is_document": _("--report names the document itself. Give the report a file of its own."),
    "consent_without_publish": _("--consent says where consent is on file for what is published: give --publish too."),
    "consent_too_long": _("--consent may have up to %(limit)s characters."),
}

KINDS = {
    "theme": _("theme"),
    "term": _("term"),
    "organisation": _("organisation"),
    "person": _("person"),
    "plan": _("plan"),
    "pillar": _("pillar"),
    "goal": _("goal"),
    "initiative": _("initiative"),
    "story": _("story"),
}
SIDES = {"community": _("initiative (community)"), "council": _("initiative (council)")}

STATES = {
    "made": _("made"),
    "unchanged": _("unchanged"),
    "renewed": _("renewed"),
    "differs": _("differs: --update renews it"),
    "edited": _("edited since: left alone"),
    "deleted": _("deleted since: not made again"),
    "not_made": _("new in the document: --update makes it"),
    "used": _("was there already: used"),
}

# Notes to check, open questions, and damage.
REMARKS = {
    "title_proposed": _("The title “%(detail)s” is proposed from the sentence. Check it."),
    "title_joined": _("The title “%(detail)s” is joined from several lines. Check it."),
    "title_missing": _("The document gives it no title."),
    "statement_missing": _("Under “%(detail)s” the document does not say what the goal is."),
    "headline_proposed": _("The headline “%(detail)s” is proposed: the document has none."),
    "plan_named_after_file": _("The plan is named “%(detail)s” after the file. Give it its name."),
    "years_missing": _("The document does not say which fiscal years the plan is for."),
    "box_after_text": _("The goal stands after the text that belongs under it. That text was taken to be the goal's."),
    "goal_unsure": _("This stands before any goal and was put under the first. Does it belong there?"),
    "statement_from_text": _("The first paragraph under the goal's name was taken as its statement."),
    "read_as_situation": _("This paragraph stands under the goal without a heading and was taken as its situation."),
    "read_as_goal": _("“%(detail)s” was taken as a goal, because a situation or initiatives stand right below it."),
    "read_as_pillar": _("“%(detail)s” was taken as a pillar, because goals stand below it."),
    "side_assumed": _("Under “%(detail)s” initiatives are taken as the council's."),
    "side_unsure": _("Whose initiative is it, the community's or the council's? The document says “%(detail)s”."),
    "story_goal_unsure": _("Which goal is this story about? The document does not say it clearly."),
    "column_by_place": _("This was taken as an explanatory column, because it stands below signed interviews."),
    "members_joined": _("“%(detail)s” stands in two places of the document. Both went into one section."),
    "members_apart": _(
        "The groups of members stand in two places of the document; the second begins with “%(detail)s”."
    ),
    "organisation_made": _("“%(detail)s” was taken as an organisation with a page of its own."),
    "sentence_joined": _("A broken sentence was joined: “%(detail)s”."),
    "address_unknown": _("The document points at a web site without its address: “%(detail)s”."),
    "website_missing": _("The organisation's web address is not in the document."),
    "organisation_reading_missing": _("The reading of the organisation's name is missing."),
    "reading_missing": _("The reading is missing."),
    "role_missing": _("The document does not say what this person does."),
    "same_name": _("The document has several people named %(detail)s, with different roles. Are they one?"),
    "fact_taken": _("A fact was taken out of the text: %(detail)s. Check its label."),
    "loose_lines": _("These lines stand alone and are no sentence."),
    "question_without_answer": _("The question has no answer."),
    "signature_alone": _("%(detail)s is named without words of theirs."),
    "header_assumed": _("The table has no row of headings; its first row was taken for it."),
    "suspect_character": _("Suspect characters: %(detail)s."),
    "sentence_cut": _("A sentence is cut across lines."),
    "heading_without_content": _("Nothing stands below the heading “%(detail)s”."),
    "letters_apart": _("The letters stand apart. The spaces between them were left out."),
    "combining_marks": _("Voiced sound marks stand apart from their kana."),
    "mixed_brackets": _("A bracket opens in full width and closes in half width, or the other way round."),
    "open_bracket": _("A bracket %(detail)s has no partner."),
    "markup": _("There is HTML in the text: %(detail)s."),
    "table_uneven": _("The rows of the table have different numbers of cells."),
    "table_tail": _("The last cell of the table's row is empty or cut short."),
    "would_not_pass": _("The editor's form would not accept this: %(detail)s"),
    # Why something was left a draft.
    "consent_missing": _("Consent is not on file."),
    "person_not_published": _("%(detail)s is not published."),
    "below_draft": _("It stands below a draft: “%(detail)s”."),
    "edited_since": _("It was edited since the import. Publish it where it was edited."),
    "unpublished_since": _("Somebody took it off the site since."),
    "not_ours": _("It was there before the import."),
}

# Why a line was not placed.
REASONS = {
    "unknown": _("a part of a kind that is not known"),
    "unread": _("in no field"),
    "not_stored": _("too long for its field, or not in it"),
    "before_first_heading": _("before the first heading"),
    "introduction": _("an introduction"),
    "before_story": _("before the first story"),
    "story_without_text": _("a story's title without text"),
    "contents": _("table of contents"),
    "page_number": _("page number"),
    "running_head": _("repeated on every page"),
    "footnote": _("a footnote"),
    "after_list": _("running text after a list"),
    "picture": _("a picture or a comment"),
    "chapter": _("a chapter without goals"),
    "aside": _("about the plan as a book"),
    "imprint": _("whom to ask about the document"),
    "period": _("the plan's years"),
    "plan": _("another plan's title"),
    "philosophy": _("a philosophy without text"),
    "turn_to": _("where to turn, outside any goal"),
    "explainer": _("an explanation outside any goal"),
    "members": _("members outside any story"),
    "messages": _("messages outside any story"),
    "activities": _("activities outside any story"),
    "questions": _("questions outside any story"),
    "level_above": _("a level above the pillars"),
    "pillar_text": _("text of a pillar beyond its statement"),
    "outline_without_text": _("a heading of the outline with nothing below it"),
    "overview": _("named here, told further below"),
    "no_goal": _("no goal to put it under"),
    "above_goals": _("above all goals: it belongs to none of them"),
    "after_statement": _("after the goal's statement"),
    "under_goal": _("under the goal, without a heading"),
    "group": _("a heading over several"),
    "table": _("a table that is not understood"),
    "cell": _("a cell that no field holds"),
    "cell_read": _("a cell that was read, but that no field holds"),
    "plan_has_own": _("the plan has its own"),
    "term_exists": _("the term is explained on the site already"),
}

# What a heading says that follows.
MEANINGS = {
    "statement": _("the goal"),
    "situation": _("situation"),
    "initiatives": _("initiatives"),
    "goal": _("a goal"),
    "pillar": _("a pillar"),
    "chapter": _("a chapter"),
    "philosophy": _("philosophy"),
    "stories": _("stories"),
    "explainer": _("explanations"),
    "turn_to": _("where to turn"),
    "activities": _("activities"),
    "columns": _("columns of a table"),
}


def refusal_sentence(refusal):
    """The one sentence for a document that is refused."""
    return REFUSALS[refusal.code] % refusal.details


def remark_sentence(remark):
    return said(remark.code, remark.detail)


def said(code, detail=""):
    """The sentence of a remark's code, with its detail."""
    sentence = REMARKS.get(code)
    return str(sentence) % {"detail": detail} if sentence else f"{code} {detail}".strip()


def reason_sentence(code):
    return str(REASONS.get(code, code))


def meaning_sentence(code):
    return str(MEANINGS.get(code, code))


def kind_name(draft):
    if draft.kind == "initiative":
        return str(SIDES[draft.part.side])
    return str(KINDS[draft.kind])


def state_name(state):
    return str(STATES[state])


def line_numbers(lines):
    """ "3, 7–9": where in the document."""
    lines = sorted({line for line in lines if line})
    runs = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    text = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)
    if not text:
        return ""
    many = len(lines) > 1
    return (gettext("lines %(numbers)s") if many else gettext("line %(numbers)s")) % {"numbers": text}
