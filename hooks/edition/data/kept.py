"""Costly results, kept from one build to the next in a folder that may be thrown away, or spoilt, at any time."""

import hashlib
import json
import uuid
from pathlib import Path


def read(path: Path) -> object | None:
    """What ``write`` left at ``path``; ``None`` where nothing is, or not the whole of it."""
    try:
        digest, _, text = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if digest != _digest(text):
        return None
    found: object = json.loads(text)
    return found


def write(path: Path, value: object) -> None:
    """Keep a value that JSON can hold. The file is whole or not there; where none can be written, none is kept."""
    text = json.dumps(value)
    draft = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(f"{_digest(text)}\n{text}", encoding="utf-8")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
