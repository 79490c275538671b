"""Show emoji as characters. ``pymdownx.emoji`` makes images of another host of them, which pages may not request."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

_CLASSES = ("twemoji", "emojione", "gemoji")


class EmojiText(Treeprocessor):
    """Replaces each image of an emoji by the character in its ``alt`` attribute. Icons, such as ``:material-map:``, are
    not images and stay as they are.
    """

    def run(self, root: Element) -> None:
        """Replace the images in the page with the tree ``root``."""
        for parent in list(root.iter()):
            for image in [child for child in parent if child.tag == "img" and child.get("class") in _CLASSES]:
                index = list(parent).index(image)
                text = image.get("alt", "") + (image.tail or "")
                if index:
                    parent[index - 1].tail = (parent[index - 1].tail or "") + text
                else:
                    parent.text = (parent.text or "") + text
                parent.remove(image)
