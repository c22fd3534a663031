"""What happened to the sample's pages after they were translated."""

from home.sample.content_files import read


def make_changes(shelf):
    """Publishes each change, once, on a page that nobody has edited."""
    for row in read("later")["change"]:
        page = shelf.find_page(row["page"])
        if page.revisions.count() == 1:
            setattr(page, row["field"], row["text"])
            page.save_revision(clean=True).publish()
