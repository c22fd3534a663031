"""Paragraphs out of XML, read piece by piece: no tree of it is ever held."""

from dataclasses import dataclass, field

from defusedxml.ElementTree import DefusedXMLParser

_PIECE = 64 * 1024


@dataclass(frozen=True)
class Vocabulary:
    """Which elements hold text in a kind of file. Names without namespace: the strict kinds have others.

    Attributes:
        paragraphs: a line each.
        texts: what holds the letters inside a paragraph; empty if all of it does.
        breaks: ``{name: what stands for it}``.
        without: left out with all they hold.
        hidden: from an element's name and attributes to whether it is left out.
    """

    paragraphs: frozenset
    texts: frozenset = frozenset()
    breaks: dict = field(default_factory=dict)
    without: frozenset = frozenset()
    hidden: object = None


def paragraphs(file, vocabulary):
    """The paragraphs of an XML file, in order.

    Raises:
        defusedxml.DefusedXmlException: it declares a document type or entities, which no office file does.
        xml.etree.ElementTree.ParseError: it is no XML.
    """
    target = _Target(vocabulary)
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    while piece := file.read(_PIECE):
        parser.feed(piece)
        yield from target.take()
    parser.close()
    yield from target.take()


class _Target:
    """What the parser tells of elements, as they come."""

    def __init__(self, vocabulary):
        self._vocabulary = vocabulary
        self._done = []
        # One list for each open paragraph: a text box is a paragraph within one.
        self._open = []
        self._in_text = 0
        self._left_out = 0

    def take(self):
        done, self._done = self._done, []
        return done

    def start(self, tag, attributes):
        name = _local(tag)
        words = self._vocabulary
        if self._left_out or name in words.without or (words.hidden and words.hidden(name, attributes)):
            self._left_out += 1
        elif name in words.paragraphs:
            self._open.append([])
        elif name in words.texts:
            self._in_text += 1
        elif name in words.breaks and self._open:
            self._open[-1].append(words.breaks[name])

    def data(self, text):
        if self._open and not self._left_out and (self._in_text or not self._vocabulary.texts):
            self._open[-1].append(text)

    def end(self, tag):
        name = _local(tag)
        if self._left_out:
            self._left_out -= 1
        elif name in self._vocabulary.paragraphs:
            self._done.append("".join(self._open.pop()))
        elif name in self._vocabulary.texts:
            self._in_text -= 1

    def close(self):
        return None


def _local(tag):
    return tag.rpartition("}")[2]
