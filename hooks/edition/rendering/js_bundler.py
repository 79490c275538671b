"""Bundle the ES modules in ``docs/assets/js`` into the classic scripts that pages load.

Browsers do not load modules from ``file:``, where offline copies are read. So an entry module and all its direct and
indirect imports are concatenated into one function, in the order in which a browser would run them. The modules share
the scope of that function; therefore no two of them may declare the same name at top level.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence

from edition.data.problems import Problem, Where
from edition.rendering.js_parser import Module, parse_module


class ScriptError(Exception):
    """Raised if modules cannot be bundled; ``problems`` lists all reasons, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def bundle(entry: str, sources: Mapping[str, str], exported_as: str = "") -> str:
    """Bundle the module ``entry`` and all its imports into one classic script, and return the script.

    ``sources`` maps the paths of all modules (below ``docs/assets/js``) to their texts. If ``exported_as`` is given,
    the script sets a global variable of that name to an object with the exports of ``entry``. Raises ScriptError for a
    missing module or export, an import cycle, a name declared twice, or a syntax error.
    """
    modules, problems = _collect(entry, sources)
    problems += [problem for module in modules.values() for problem in module.problems]
    problems += [*_check_exports(modules), *_check_names(modules)]
    if problems:
        raise ScriptError(problems)
    code = "\n".join(module.code for module in modules.values())
    if not exported_as:
        return f"(() => {{\n{code}\n}})();\n"
    exports = ", ".join(sorted(modules[entry].exports))
    return f"var {exported_as} = (() => {{\n{code}\nreturn {{ {exports} }};\n}})();\n"


def modules_of(entry: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paths of the module ``entry`` and of all its direct and indirect imports, in execution order."""
    return tuple(_collect(entry, sources)[0])


def _collect(entry: str, sources: Mapping[str, str]) -> tuple[dict[str, Module], list[Problem]]:
    """Parse the module ``entry`` and all its direct and indirect imports. Return two values: a map from path to module,
    in execution order; and a list with a problem for each missing file and each import cycle.
    """
    modules: dict[str, Module] = {}
    problems: list[Problem] = []

    def visit(path: str, importers: Sequence[str]) -> None:
        module = parse_module(path, sources[path])
        chain = [*importers, path]
        for each in module.imports:
            if each.target not in sources:
                message = f'modul "{each.target}" tidak ada{_suggest(each.target, sources)}'
                problems.append(Problem(each.where, "E070", message))
            elif each.target in chain:
                cycle = " → ".join([*chain[chain.index(each.target) :], each.target])
                problems.append(Problem(each.where, "E070", f"impor melingkar: {cycle}; hapus salah satunya"))
            elif each.target not in modules:
                visit(each.target, chain)
        modules[path] = module

    visit(entry, ())
    return modules, problems


def _check_exports(modules: Mapping[str, Module]) -> list[Problem]:
    """Return a problem for each imported name that the imported module does not export."""
    return [
        Problem(where, "E070", f'"{name}" tidak diekspor oleh {each.target}{_suggest(name, target.exports)}')
        for module in modules.values()
        for each in module.imports
        if (target := modules.get(each.target))
        for name, where in each.names
        if name not in target.exports
    ]


def _check_names(modules: Mapping[str, Module]) -> list[Problem]:
    """Return a problem for each top-level name that two modules declare: all modules share one scope in the bundle."""
    problems = []
    owners: dict[str, Where] = {}
    for module in modules.values():
        for name, where in module.declared.items():
            if name in owners:
                message = f'nama "{name}" sudah dideklarasikan di {owners[name]}; pilih nama lain'
                problems.append(Problem(where, "E070", message))
            owners.setdefault(name, where)
    return problems


def _suggest(wanted: str, known: Iterable[str]) -> str:
    matches = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f'; mungkin maksudnya "{matches[0]}"' if matches else "; periksa ejaannya"
