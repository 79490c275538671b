"""What a page is given: templates, metadata, linked data."""

from edition.citations.citing import Citing
from edition.citations.control import Control
from edition.model.edition import Edition
from edition.page import metadata, render
from edition.page.policy import policy


def frame_parts(edition: Edition) -> dict[str, object]:
    """What every page says, a missing one too, by the names that the theme's templates know it by: its policy, and as
    HTML what warns of the original, where that is in the site.
    """
    return {"policy": policy(), "original_warning": render.warning() if edition.original else ""}


def page_parts(edition: Edition, name: str, description: str) -> dict[str, object]:
    """What the frame of a page holds beside its text, by the names that the theme's templates know it by: the data of
    the citing control, metadata for the head, and what tells English terms apart. ``name`` is the page's source.
    """
    control, told = edition.kept.of(
        f"page-{name.removesuffix('.md')}",
        lambda: (Control(Citing(edition), name).data(), metadata.of_page(edition, name, description)),
        description,
    )
    return {"citation_control": control, "metadata": told, "english_runs": edition.finder.runs}
