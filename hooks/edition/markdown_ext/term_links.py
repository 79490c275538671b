"""Link the first use of each glossary term on a page, and mark every use of an English term with ``lang``."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, STX

from edition.data.vocabulary import Term
from edition.model.edition import Edition
from edition.model.term_matcher import Match
from edition.rendering import renderer

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_LINKS = _HEADINGS | {"a", "button", "summary", "label"}
_NO_TERMS = frozenset({"code", "pre", "kbd", "samp", "script", "style", "svg", "math", "textarea"})
_SPECIAL = _NO_LINKS | _NO_TERMS


@dataclass(frozen=True)
class _Context:
    """What is done with the terms in a text, as the elements around it determine. ``anchor``: the id of the paragraph
    or record that contains the text. ``lang``: the language of the text; English terms in other texts are put in
    ``<i lang="en">``. ``may_link``: terms may become links. ``is_use``: each term is recorded as used at ``anchor``.
    ``ignored``: nothing is done, as in ``<code>``.

    An element with ``data-terms="off"``, such as a list of labels, makes ``may_link`` and ``is_use`` false.
    """

    anchor: str = ""
    lang: str = ""
    may_link: bool = True
    is_use: bool = True
    ignored: bool = False

    def inside(self, element: Element) -> "_Context":
        """Return the context of the texts inside ``element``; ``self`` is the context of those around it."""
        if not element.attrib and element.tag not in _SPECIAL:
            return self
        is_use = self.is_use and element.get("data-terms") != "off"
        return _Context(
            anchor=element.get("data-anchor", self.anchor),
            lang=element.get("lang", self.lang),
            may_link=self.may_link and is_use and element.tag not in _NO_LINKS,
            is_use=is_use,
            ignored=self.ignored or element.tag in _NO_TERMS,
        )


class TermLinker(Treeprocessor):
    """Links the first use of each term on a page, and marks English terms, in one pass over the page's tree. A term is
    not linked in its own glossary entry. ``usage`` is a map from term id to anchors, to which each use is added.
    """

    def __init__(self, md: Markdown, edition: Edition, usage: dict[str, list[str]]) -> None:
        super().__init__(md)
        self.edition = edition
        self.usage = usage
        self.linked: set[str] = set()
        self.raw_links = 0  # number of open raw HTML links, which Markdown keeps out of the tree

    def run(self, root: Element) -> None:
        """Link and mark the terms of the page whose tree has the root ``root``."""
        self.linked, self.raw_links = set(), 0
        self._visit(root, _Context())

    def _visit(self, element: Element, context: _Context) -> None:
        context = context.inside(element)
        if context.ignored:
            return
        content: list[Element] = []
        element.text = self._replace(content, element.text, context)
        for child in element:
            self._visit(child, context)
            content.append(child)
            child.tail = self._replace(content, child.tail, context)
        if len(content) > len(element):
            element[:] = content

    def _replace(self, content: list[Element], text: str | None, context: _Context) -> str | None:
        """Replace terms in ``text`` by elements: append these to ``content``, each with the text after it as its tail.
        Return the text before the first element, or if there are no elements, the whole text.
        """
        if not text or not (self.edition.term_matcher.find(text) or STX in text):
            return text
        text_before: str | None = None
        end = 0
        last: Element | None = None
        for match, element in self._term_elements(text, context):
            between = text[end : match.start]
            if last is None:
                text_before = between
            else:
                last.tail = between
            content.append(element)
            last, end = element, match.end
        if last is None:
            return text
        last.tail = text[end:]
        return text_before

    def _term_elements(self, text: str, context: _Context) -> Iterator[tuple[Match, Element]]:
        """Yield (match, element) for each term in ``text`` that becomes a link or is marked as English; ``element``
        replaces the term. Also record the uses of all terms in ``text``.
        """
        tags = deque(HTML_PLACEHOLDER_RE.finditer(text))
        for match in self.edition.term_matcher.find(text):
            self._count_raw_links(tags, match.start)
            term = match.term
            is_own_entry = context.anchor == self.edition.anchor("glossary", term.id).name
            if context.anchor and context.is_use and not is_own_entry:
                self.usage.setdefault(term.id, []).append(context.anchor)
            lang = "en" if match.label.is_english and context.lang != "en" else None
            words = text[match.start : match.end]
            if context.may_link and not self.raw_links and not is_own_entry and term.id not in self.linked:
                self.linked.add(term.id)
                yield match, self._link(term, words, lang)
            elif lang:
                italic = Element("i", {"lang": lang})
                italic.text = words
                yield match, italic
        self._count_raw_links(tags, len(text))

    def _count_raw_links(self, tags: deque[re.Match[str]], end: int) -> None:
        """Set ``raw_links`` to the number of raw HTML ``<a>`` elements that are open at ``end``, an offset in a text.
        ``tags`` are matches of the placeholders that Markdown puts in that text for raw HTML tags. Those before ``end``
        are counted, and removed from ``tags``.
        """
        while tags and tags[0].start() < end:
            tag = str(self.md.htmlStash.rawHtmlBlocks[int(tags.popleft()[1])]).lower()
            name = tag.strip("<>").partition(" ")[0]
            self.raw_links = max(self.raw_links + {"a": 1, "/a": -1}.get(name, 0), 0)

    def _link(self, term: Term, words: str, lang: str | None) -> Element:
        return fromstring(renderer.term_link(self.edition, term, words, lang))
