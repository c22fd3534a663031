"""What is written into finished pages: which answers are such, whose page they are, and how they are changed."""


def is_finished_html(response):
    """Whether an answer is HTML that can still be read and changed: not sent in pieces, not compressed."""
    is_html = response.get("Content-Type", "").startswith("text/html") and not response.streaming
    return is_html and bool(response.content) and not response.has_header("Content-Encoding")


def page_of(response):
    """The page an answer was made of, or ``None``."""
    return (getattr(response, "context_data", None) or {}).get("page")


def change_html(response, change):
    """Puts what a function makes of an answer's HTML in its place."""
    response.content = change(response.content.decode(response.charset))
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
