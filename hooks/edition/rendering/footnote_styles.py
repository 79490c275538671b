"""CSS that shows the footnotes of a page in the margin on wide screens, each level with its reference.

The footnotes stay where they are in the page, after the text, and browsers without CSS anchor positioning show them
there. The rules depend on the page, because each footnote needs the name of its own reference.
"""

from lxml import html

from edition.rendering.renderer import css_string

_REFERENCE = "//a[@class='footnote-ref'][@href=$target]"
_HIDDEN = "ancestor::*[self::details or contains(@class, 'tabbed-block')]"


def mark(page: html.HtmlElement) -> None:
    """Mark each footnote that can be shown in the margin with the attribute ``data-beside``. A footnote is not marked
    if its reference is in collapsed text or in a content tab, and so may be hidden.
    """
    for note in page.xpath("//*[@class='footnote']/ol/li[@id]"):
        references = page.xpath(_REFERENCE, target=f"#{note.get('id')}")
        if references and not references[0].xpath(_HIDDEN):
            note.set("data-beside", "")


def rules(page: html.HtmlElement) -> str:
    """Return the rules that position the marked footnotes of a page, as CSS; "" if it has none. A footnote is level
    with its reference, or lower if the previous footnote or the editors' notes on the same paragraph need the space.
    """
    texts = []
    for number, note in enumerate(page.xpath("//li[@data-beside]"), 1):
        [reference] = page.xpath(_REFERENCE, target=f"#{note.get('id')}")[:1]
        tops = [f"anchor(--reference-{number} top)"]
        tops += [f"anchor(--footnote-{number - 1} bottom)"] if number > 1 else []
        for paragraph in reference.xpath("ancestor::section[*[@class='notes']]"):
            tops.append(f"anchor(--notes-{number} bottom)")
            texts.append(f"#{paragraph.get('id')}>.notes>.notes-beside>:last-child{{anchor-name:--notes-{number}}}")
        texts.append(f"{_by_id(reference.getparent())}{{anchor-name:--reference-{number}}}")
        texts.append(f"{_by_id(note)}{{anchor-name:--footnote-{number};top:max({','.join(tops)})}}")
    return f"@media screen and (min-width:76.25em){{{''.join(texts)}}}" if texts else ""


def _by_id(element: html.HtmlElement) -> str:
    """Return an attribute selector for the id of an element. Ids of footnotes contain whatever an editor wrote, so
    quotation marks are escaped, and "<", which could end the style element.
    """
    name = css_string(str(element.get("id"))).replace("<", r"\3c ")
    return f"[id={name}]"
