"""Nobody turns a translation into an alias: it would show Japanese text as a page of another language."""

from wagtail import hooks


@hooks.register("construct_page_action_menu")
def offer_no_alias(menu_items, request, context):
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
