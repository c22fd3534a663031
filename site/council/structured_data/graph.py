"""All that a page says, in one graph."""

from council.structured_data.nodes import Around, breadcrumb_node, council_node
from council.structured_data.script import data_block


def structured_data(page, frame, context):
    """The data block of a page; nothing where it has no address yet, as in a preview of a new page."""
    if not page or not page.pk or not frame.canonical or not frame.council:
        return ""
    around = Around(frame, context)
    nodes = [*page.schema_org(around), breadcrumb_node(page, around), council_node(around)]
    return data_block({"@context": "https://schema.org", "@graph": [node for node in nodes if node]})
