"""The rules for options of Material in ``mkdocs.yml``: what the site cannot do is refused, instead of doing nothing.

The pages do not load the theme's script, and ask no other host for anything.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from edition.data.mkdocs_settings import Option, Settings
from edition.data.problems import Problem

_FEATURES = frozenset({
    "content.action.edit", "content.action.view", "navigation.expand", "navigation.footer", "navigation.indexes",
    "navigation.path", "navigation.prune", "navigation.sections", "navigation.tabs", "navigation.tabs.sticky",
    "navigation.top", "toc.follow",
})  # fmt: skip
_SCRIPT_FEATURES = frozenset({
    "announce.dismiss", "content.code.annotate", "content.code.copy", "content.code.select",
    "content.footnote.tooltips", "content.lazy", "content.tabs.link", "content.tooltips", "header.autohide",
    "navigation.instant", "navigation.instant.prefetch", "navigation.instant.preview", "navigation.instant.progress",
    "navigation.tracking", "search.highlight", "search.share", "search.suggest", "toc.integrate",
})  # fmt: skip
_NEEDS_SCRIPT = "memerlukan skrip tema, yang tidak dimuat halaman edisi ini; hapuslah"
_PLUGINS = r"(material/)?(search|offline|privacy)"
_NO_PLUGIN = "tidak dipakai: edisi ini punya pencarian dan salinan luring sendiri; hapuslah"
_ASKS_HOST = "meminta berkas dari tuan rumah lain"
# A pattern for paths, a pattern for values, and what is wrong and what would be right.
_REFUSED = (
    (r"theme\.font(\..*)?", r"(?!false$).*", f"{_ASKS_HOST} (fonts.googleapis.com); tulislah font: false"),
    (r"extra_(css|javascript)\.\d+(\.path)?", r"(\w+:)?//.*", f"{_ASKS_HOST}; simpanlah berkasnya di docs/assets/"),
    (r"theme\.(logo|favicon)", r"(\w+:)?//.*", f"{_ASKS_HOST}; simpanlah gambarnya di docs/assets/"),
    (r"extra\.(analytics|consent|polyfills)\b.*", r".*", f"{_ASKS_HOST}, atau menyimpan data pembaca; hapuslah"),
    (r"extra\.(version|annotate|tags|scope)\b.*", r".*", _NEEDS_SCRIPT),
    (r"plugins\.\d+", rf"{_PLUGINS}", _NO_PLUGIN),
    (rf"plugins(\.\d+)?\.{_PLUGINS}\b.*", r".*", _NO_PLUGIN),
)
# Options that must be set, because their defaults would be refused.
_NEEDED = (
    ("theme.font", f"bila tidak ditulis, {_ASKS_HOST} (fonts.googleapis.com); tulislah font: false"),
    ("plugins", "bila tidak ditulis, MkDocs memakai search, yang tidak dipakai edisi ini; tulislah plugins: []"),
)


def features_are_supported(settings: Settings) -> Iterator[Problem]:
    """Every feature in ``theme.features`` is known and works without the theme's script."""
    for option in _options(settings):
        if not re.fullmatch(r"theme\.features\.\d+", option.path) or option.value in _FEATURES:
            continue
        near = get_close_matches(option.value, _FEATURES, 1)
        reason = f'tidak dikenal; mungkin maksudnya "{near[0]}"' if near else f"tidak dikenal; pilihannya: {_choices()}"
        reason = _NEEDS_SCRIPT if option.value in _SCRIPT_FEATURES else reason
        yield Problem(option.where, "E080", f'theme.features: "{option.value}" {reason}')


def options_are_supported(settings: Settings) -> Iterator[Problem]:
    """No option needs the theme's script, and none makes pages load files from other hosts."""
    options = _options(settings)
    for option in options:
        for path, value, reason in _REFUSED:
            if re.fullmatch(path, option.path) and re.fullmatch(value, option.value):
                yield Problem(option.where, "E081", f'{_shown(option.path)}: "{option.value}" {reason}')
    for name, reason in _NEEDED:
        if options and not any(f"{option.path}.".startswith(f"{name}.") for option in options):
            yield Problem(options[0].where, "E081", f"{name}: {reason}")


def color_schemes_have_names(settings: Settings) -> Iterator[Problem]:
    """Each of several color schemes has the name and icon of the button that switches to the next one."""
    schemes: dict[str, list[Option]] = {}
    for option in _options(settings):
        if match := re.fullmatch(r"(theme\.palette\.\d+)\.(.*)", option.path):
            schemes.setdefault(match[1], []).append(option)
    for prefix, options in schemes.items():
        given = {option.path.removeprefix(f"{prefix}.") for option in options}
        for name, example in (("toggle.name", "Ganti ke tampilan gelap"), ("toggle.icon", "material/brightness-4")):
            if name not in given and len(schemes) > 1:
                yield Problem(options[0].where, "E082", f"theme.palette: pilihan ini perlu {name}, misalnya {example}")


def _options(settings: Settings) -> tuple[Option, ...]:
    """Return the options, or none if the site does not use our templates for Material (``custom_dir``)."""
    values = {option.path: option.value for option in settings.options}
    is_ours = values.get("theme.name") == "material" and "theme.custom_dir" in values
    return settings.options if is_ours else ()


def _choices() -> str:
    return ", ".join(sorted(_FEATURES))


def _shown(path: str) -> str:
    """Return a path without numbers of list entries: ``extra_css.0`` → ``extra_css``."""
    return re.sub(r"\.\d+\b", "", path)
