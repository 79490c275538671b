"""The data for reuse: JSON of every file, and the timeline as CSV and iCalendar."""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from edition.data.records import Effort, Event, Note, Obstacle, Recommendation
from edition.data.vocabulary import Term
from edition.model.anchors import Anchor
from edition.model.build_context import BuildContext
from edition.model.edition import Edition
from edition.model.views import Views

if TYPE_CHECKING:
    import icalendar

PATHS: tuple[str, ...] = (
    *(f"data/{name}.json" for name in ("chapter", "timeline", "obstacles", "recommendations", "glossary", "notes")),
    "data/anchors.json",
    "data/timeline.csv",
    "data/timeline.ics",
)
Json = Mapping[str, "Json"] | list["Json"] | str | int | None


def files(build: BuildContext) -> dict[str, bytes]:
    """Path below the site's root → content, for every file of ``data/`` that is published."""
    edition, views = build.edition, build.views
    data = edition.dataset
    content: dict[str, Json] = {
        "chapter": data.chapter.model_dump(mode="json"),
        "timeline": _records(edition, "timeline", views.timeline),
        "obstacles": {
            "obstacles": _records(edition, "obstacles", data.obstacles),
            "efforts": _records(edition, "efforts", data.efforts),
        },
        "recommendations": _records(edition, "recommendations", data.recommendations),
        "glossary": _records(edition, "glossary", data.glossary),
        "notes": _records(edition, "notes", views.notes),
        "anchors": [
            {**entry.model_dump(mode="json"), "url": f"{edition.page_url(place.page)}#{place.name}"}
            for entry in data.anchors
            if (place := edition.link_targets[data.current_anchor(entry.anchor)])
        ],
    }
    texts = {
        **{
            f"data/{name}.json": json.dumps(value, ensure_ascii=False, indent=1) + "\n"
            for name, value in content.items()
        },
        "data/timeline.csv": timeline_csv(views),
        "data/timeline.ics": timeline_ics(views),
    }
    return {path: text.encode() for path, text in texts.items()}


def timeline_csv(views: Views) -> str:
    """The timeline, one event a row, in the order of the page; RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["id", "anchor", "date", "after", "before", "basis", "kind", "title_id", "title_en", "summary_id", "summary_en",
         "actors", "sources"]
    )  # fmt: skip
    edition = views.edition
    for event in views.timeline:
        writer.writerow([
            event.id, edition.anchor("timeline", event.id).name, event.date.text if event.date else "",
            " ".join(event.after), " ".join(event.before), event.basis or "", event.kind,
            event.title.id, event.title.en, event.summary.id, event.summary.en,
            " ".join(event.actors), " ".join(event.sources),
        ])  # fmt: skip
    return out.getvalue()


def timeline_ics(views: Views) -> str:
    """The dated events as all-day entries (RFC 5545); a year or a period spans its days. Undated ones
    have no place in a calendar.
    """
    from icalendar import Calendar  # like the grammar of dates: long to import, mostly not needed

    edition = views.edition
    imprint = edition.dataset.edition
    stamp = datetime.datetime.fromtimestamp(edition.timestamp, datetime.UTC)
    calendar = Calendar()
    calendar.add("prodid", f"-//{imprint.responsible}//{imprint.title.id} {imprint.version}//ID")
    calendar.add("version", "2.0")
    for event in views.timeline:
        if event.date:
            calendar.add_component(_calendar_event(edition.anchor("timeline", event.id), event, stamp))
    return str(calendar.to_ical().decode("utf-8"))


def _calendar_event(anchor: Anchor, event: Event, stamp: datetime.datetime) -> "icalendar.Event":
    import icalendar

    assert event.date
    entry = icalendar.Event()
    entry.add("uid", f"{anchor.name}@kota-kembar")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", event.date.start)
    entry.add("dtend", event.date.end + datetime.timedelta(days=1))  # the end is the first day after
    entry.add("summary", event.title.id)
    entry.add("description", event.summary.id)
    entry.add("transp", "TRANSPARENT")
    return entry


def _records(
    edition: Edition, kind: str, records: Iterable[Event | Obstacle | Effort | Recommendation | Term | Note]
) -> list[Json]:
    """Each record with the anchor that cites it and its address from the site's root."""
    found: list[Json] = []
    for record in records:
        anchor = edition.anchor(kind, record.id)
        url = f"{edition.page_url(anchor.page)}#{anchor.name}"
        found.append({**record.model_dump(mode="json"), "anchor": anchor.name, "url": url})
    return found
