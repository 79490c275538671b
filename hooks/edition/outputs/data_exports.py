"""Output: the data for reuse. Everything is exported as JSON, the timeline also as CSV and iCalendar."""

import csv
import datetime
import io
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from edition.data.note_records import Note
from edition.data.records import Effort, Event, Obstacle, Recommendation
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
    """Return a map from path below the site's root to content, for every file in the site's folder ``data/``."""
    edition, views = build.edition, build.views
    data = edition.dataset
    content: dict[str, Json] = {
        "chapter": data.chapter.model_dump(mode="json"),
        "timeline": _export_records(edition, "timeline", views.timeline),
        "obstacles": {
            "obstacles": _export_records(edition, "obstacles", data.obstacles),
            "efforts": _export_records(edition, "efforts", data.efforts),
        },
        "recommendations": _export_records(edition, "recommendations", data.recommendations),
        "glossary": _export_records(edition, "glossary", data.glossary),
        "notes": _export_records(edition, "notes", views.notes),
        "anchors": [
            {**entry.model_dump(mode="json"), "url": f"{edition.page_url(target.page)}#{target.name}"}
            for entry in data.anchors
            if (target := edition.link_targets[data.current_anchor(entry.anchor)])
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
    """Return the timeline as CSV (RFC 4180), one event per row, in the order in which the page shows the events."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
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
    return buffer.getvalue()


def timeline_ics(views: Views) -> str:
    """Return the dated events as all-day entries in iCalendar format (RFC 5545). If the date of an event is a year or a
    period, the entry lasts from its first to its last day. Undated events are omitted.
    """
    from icalendar import Calendar  # imported here because it is slow to import and not needed for most builds

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
    entry.add("dtend", event.date.end + datetime.timedelta(days=1))  # DTEND is exclusive
    entry.add("summary", event.title.id)
    entry.add("description", event.summary.id)
    entry.add("transp", "TRANSPARENT")
    return entry


def _export_records(
    edition: Edition, kind: str, records: Iterable[Event | Obstacle | Effort | Recommendation | Term | Note]
) -> list[Json]:
    """Return each record as a JSON object: its own fields, its anchor (id), and its URL relative to the site's root.
    ``kind`` is the name of the list that contains the records, such as ``timeline``.
    """
    exports: list[Json] = []
    for record in records:
        anchor = edition.anchor(kind, record.id)
        url = f"{edition.page_url(anchor.page)}#{anchor.name}"
        exports.append({**record.model_dump(mode="json"), "anchor": anchor.name, "url": url})
    return exports
