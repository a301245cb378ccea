"""Write the plain methods of `src/claude_client/resources/` from the API facts in `scripts/facts/`.

    scripts/generate_resources.py            write the modules
    scripts/generate_resources.py --check    fail, and say what differs, when the committed ones are out of step

A method is written as it would be by hand: its signature, what it says of itself, and one call that describes the
request. Verbs, paths, parameters, betas and what comes back are facts; sentences and exceptions stand in
`operations.toml`. What behaves is written by hand, in a class that extends the generated one.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generate_types import (
    FACTS,
    LAYOUT,
    ROOT,
    Facts,
    Json,
    Operation,
    compare,
    formatted,
    last,
    pascal,
    read_facts,
    singular,
    tomllib,
)

TARGET = ROOT / "src" / "claude_client" / "resources"
MARK = "Written by `scripts/generate_resources.py`."
PAGES = "https://platform.claude.com/docs/en/api/"
LINE = 120

ORDER = ["create", "add", "retrieve", "list", "update", "set", "delete", "remove", "archive"]
"""The order of the methods of a class; others follow."""

TABLE: Json = tomllib.loads((FACTS / "operations.toml").read_text("utf-8"))
"""What is decided here and not in the facts; the file says what each of its tables is for."""


@dataclass
class Resource:
    """One part of the API: its operations, and the parts below it."""

    id: str
    operations: list[Operation] = field(default_factory=list)
    children: list[Resource] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The last part of its id, which it is reached by."""
        return self.id.rpartition(".")[2]

    @property
    def class_name(self) -> str:
        """The name of its class, where no other resource of the module has it."""
        return TABLE["classes"].get(self.id) or pascal(self.name)

    @property
    def area(self) -> str:
        """The area that it belongs to: `sessions`, or `admin.users`."""
        parts = self.id.split(".")
        if self.id.startswith("messages.batches"):
            return "batches"
        return ".".join(parts[:2]) if parts[0] == "admin" else parts[0]

    @property
    def texts(self) -> Json:
        """What it is, in our own words."""
        try:
            return TABLE["resources"][self.id]
        except KeyError:
            sys.exit(f'{FACTS / "operations.toml"} needs a line under [resources]: "{self.id}" = {{ doc = "..." }}')

    @property
    def module(self) -> str:
        """The module of its area, as a path below `resources/`."""
        folder, _, name = self.area.rpartition(".")
        mark = "_" if self.area in TABLE["by_hand"]["extended"] else ""
        return f"{folder}/{mark}{name}.py".lstrip("/")

    @property
    def by_hand(self) -> bool:
        """Whether its module is written by hand as a whole."""
        return self.area in TABLE["by_hand"]["modules"]

    @property
    def base(self) -> str:
        """The class that it extends, by the credential that its calls take."""
        if any(f"{self.id}.".startswith(f"{each}.") for each in TABLE["credentials"]["oauth"]):
            return "OAuthResource"
        return "AdminResource" if self.id.startswith("admin.") else "Resource"


@dataclass
class Module:
    """The source of one module, and what it has to import."""

    resources: list[Resource]
    facts: Facts
    betas: tuple[str, ...] = ()
    """Those that all of its operations send."""
    names: set[str] = field(default_factory=set)
    """What it imports to run."""
    hints: set[str] = field(default_factory=set)
    """What it imports for type checkers alone."""

    @cached_property
    def classes(self) -> dict[str, str]:
        """The name of each resource's class: the last name of its id, after its parent's where another has it too."""
        classes: dict[str, str] = {}
        # The shorter ids first: what stands higher has the plain name.
        for resource in sorted(self.resources, key=lambda each: each.id.count(".")):
            name = resource.class_name
            if name in classes.values():
                name = pascal(singular(resource.id.split(".")[-2])) + name
            classes[resource.id] = name
        return classes

    def source(self) -> str:
        """The module."""
        bodies = [self._class(resource) for resource in reversed(self.resources)]
        top = self.resources[0]
        page = _page(top.id, all(each.facts.get("x-beta-only") for it in self.resources for each in it.operations))
        doc = f'"""{top.texts["doc"]}\n\nAPI: {page}\n\n{MARK}\n"""\n\nfrom __future__ import annotations\n'
        constant = f"\n_BETAS = {_tuple(self.betas)}\n" if self.betas else ""
        return "\n".join([doc, *self._imports(), constant, *(f"\n\n{body}" for body in bodies)])

    # ---- classes ----

    def _class(self, resource: Resource) -> str:
        name = self.classes[resource.id]
        self.names |= {resource.base, "Mode", "Raw", "Streamed"}
        lines = [f"class {name}({resource.base}[Mode]):", f'    """{resource.texts["doc"]}"""', ""]
        for view, mode, doc in (
            ("with_raw_response", "Raw", "the response."),
            ("with_streaming_response", "Streamed", "a context manager over a response that is not read."),
        ):
            lines += ["    @property", f"    def {view}(self) -> {name}[{mode}[Mode]]:"]
            lines.append(f'        """The same calls, giving {doc}"""')
            lines += [f"        return {name}(self._binding.as_{mode.lower()}())", ""]
        for child in resource.children:
            lines += [*self._child(child), ""]
        for operation in sorted(resource.operations, key=_rank):
            if operation.id not in TABLE["by_hand"]["operations"]:
                lines += [textwrap.indent(self._method(operation), "    "), ""]
        return "\n".join(lines).rstrip()

    def _child(self, child: Resource) -> Iterator[str]:
        self.names.add("cached_property")
        here = child.id in self.classes
        name = self.classes[child.id] if here else child.class_name
        yield "    @cached_property"
        yield f"    def {child.name}(self) -> {name}[Mode]:"
        yield f'        """{child.texts["doc"]}"""'
        if not here:
            # An area of its own is imported when it is first used.
            self.hints.add(f".{child.name}:{name}")
            yield f"        from .{child.name} import {name}\n"
        yield f"        return {name}(self._binding)"

    # ---- methods ----

    def _method(self, operation: Operation) -> str:
        ids = re.findall(r"{(\w+)}", operation.path)
        takes = operation.name if operation.body or operation.parameters else operation.options
        self.hints.add(takes if takes.endswith("Params") else f"options:{takes}")
        given = "params" if takes.endswith("Params") else "options"
        signature = ["self", *(f"{id_}: str" for id_ in ids[-1:])]
        signature += ["*", *(f"{id_}: str" for id_ in ids[:-1])] if len(ids) > 1 else []
        signature.append(f"**{given}: Unpack[{takes}]")
        decorator, result, call = self._call(operation, self._url(operation.path, ids), given)
        self.names.add(decorator)
        return "\n".join(
            [
                f"@{decorator}",
                f"def {operation.id.rpartition('.')[2]}({', '.join(signature)}) -> {result}:",
                textwrap.indent(_documentation(operation), "    "),
                f"    return {call}",
            ]
        )

    def _url(self, path: str, ids: list[str]) -> str:
        if not ids:
            return f'"{path}"'
        self.names.add("path")
        return f'path("{path}", {", ".join(f"{id_}={id_}" for id_ in ids)})'

    def _call(self, operation: Operation, url: str, given: str) -> tuple[str, str, str]:
        """The decorator, what the method gives, and the call that describes the request."""
        content = operation.facts["responses"]["200"].get("content", {})
        kinds = operation.facts["x-body"]
        more = "".join(f", {name}={value}" for name, value in self._more(operation).items())
        if operation.facts["x-page"] != "none":
            item = operation.facts.get("x-page-item") or self._item(last(content["application/json"]["schema"]["$ref"]))
            self.hints |= {"AsyncPage", "Page"}
            call = f"self._list({url}, {self._value(item)}, {given}{more})"
            return "paginated", f"Request[Page[{item}], AsyncPage[{item}]]", call
        if kinds["response"] == "sse":
            event = last(operation.facts["x-stream"]["schema"])
            self.names.add("Events")
            self.hints |= {"AsyncStream", "Stream"}
            call = f'self._request("GET", {url}, Events({self._value(event)}), {given}{more})'
            return "endpoint", f"Request[Stream[{event}], AsyncStream[{event}]]", call
        if kinds["response"] == "binary":
            self.names.add("DownloadResponse")
            self.hints |= {"AsyncDownload", "Download"}
            name = re.findall(r"{(\w+)}", operation.path)[-1]
            call = f'self._request("GET", {url}, DownloadResponse({name}), {given}{more})'
            return "endpoint", "Request[Download, AsyncDownload]", call
        type_, value = self._result(content)
        bodiless = operation.verb == "POST" and kinds["request"] == "none"
        method = "act" if bodiless and not operation.parameters else operation.verb.lower()
        if bodiless and method == "post":
            more += ", bodiless=True"
        return "endpoint", f"Request[{type_}]", f"self._{method}({url}, {value}, {given}{more})"

    def _more(self, operation: Operation) -> dict[str, str]:
        """What is told of a request beyond its path and parameters."""
        more: dict[str, str] = {}
        if operation.facts["x-body"]["request"] == "multipart":
            more["body"] = self._multipart(operation)
        if operation.whole is not None:
            more["whole"] = f'"{operation.whole}"'
        # A name that elsewhere is that of a header is a parameter of the query where the facts say so.
        of_query = {p.get("x-python-name", p["name"]) for p in operation.parameters if p.get("in") == "query"}
        told = of_query if operation.verb == "POST" else of_query & {"workspace_id", "user_profile_id"}
        if told and (operation.verb == "POST" or not operation.id.startswith("admin.")):
            more["query"] = _tuple(sorted(told))
        nested = sorted({p["name"].partition("[")[0] for p in operation.parameters if re.search(r"\[\w+\]", p["name"])})
        if nested:
            more["nested"] = _tuple(nested)
        betas = tuple(operation.facts["x-betas"])
        if betas:
            more["betas"] = "_BETAS" if betas == self.betas else _tuple(betas)
        if variant := operation.facts.get("x-betas-of-beta-variant"):
            more["beta_variant"] = _tuple(variant)
        return more

    def _multipart(self, operation: Operation) -> str:
        body = operation.body or {}
        self.names |= {"MultipartBody"}
        files: list[str] = []
        for name in body["x-file-fields"]:
            part = body.get("x-part-names", {}).get(name, name)
            several = body["properties"][name]["type"] == "array"
            self.names.add("parts" if several else "part")
            files.append(f'*parts("{part}", params["{name}"])' if several else f'part("{part}", params["{name}"])')
        fields = [name for name in body["properties"] if name not in body["x-file-fields"]]
        values = ", ".join(f'"{name}": params.get("{name}")' for name in fields)
        return f"MultipartBody({{{values}}}, [{', '.join(files)}])"

    def _item(self, page: str) -> str:
        return last(self.facts.schemas[page]["properties"]["data"]["items"]["$ref"])

    def _result(self, content: Json) -> tuple[str, str]:
        """The type of what comes back, and the expression for it."""
        schema = content["application/json"]["schema"]
        if "$ref" in schema:
            name = last(schema["$ref"])
            return name, self._value(name)
        name = last(schema["anyOf"][0]["$ref"])
        self.hints.add(name)
        self.names.add("cast")
        return f"{name} | None", f'cast("type[{name} | None]", types.{name} | None)'

    def _value(self, name: str) -> str:
        """The expression for a type. To a type checker a union is no `type[...]`."""
        schema = self.facts.schemas[name]
        name = LAYOUT["renamed"].get(name, name)
        self.hints.add(name)
        if "properties" in schema:
            return f"types.{name}"
        self.names.add("cast")
        return f'cast("type[{name}]", types.{name})'

    # ---- imports ----

    def _imports(self) -> Iterator[str]:
        up = "..." if self.resources[0].id.startswith("admin.") else ".."
        names = self.names
        if "cached_property" in names:
            yield "from functools import cached_property"
        yield f"from typing import {', '.join(['TYPE_CHECKING', *(['cast'] if 'cast' in names else [])])}\n"
        yield f"from {up} import types"
        homes = {
            "core.endpoint": ("Mode", "Raw", "Resource", "Streamed", "endpoint", "paginated"),
            "core.request": ("path",),
            "files.download": ("DownloadResponse",),
            "files.multipart": ("MultipartBody", "part", "parts"),
            "streaming": ("Events",),
        }
        for home, there in homes.items():
            if found := [name for name in there if name in names]:
                yield f"from {up}{home} import {', '.join(found)}"
        if found := sorted(names & {"AdminResource", "OAuthResource"}):
            yield f"from ._resource import {', '.join(found)}"
        yield "\nif TYPE_CHECKING:"
        yield from (f"    {line}" for line in self._hints(up))

    def _hints(self, up: str) -> Iterator[str]:
        homes = {
            "core.pages": ("AsyncPage", "Page"),
            "files.download": ("AsyncDownload", "Download"),
            "streaming": ("AsyncStream", "Stream"),
        }
        ours = {name for there in homes.values() for name in there}
        if any(not hint.startswith(".") for hint in self.hints):
            yield "from typing_extensions import Unpack\n"
            yield f"from {up}core.request import Request"
        for home, there in homes.items():
            if found := [name for name in there if name in self.hints]:
                yield f"from {up}{home} import {', '.join(found)}"
        if found := sorted(hint for hint in self.hints - ours if ":" not in hint):
            yield f"from {up}types import {', '.join(found)}"
        if found := sorted(hint.removeprefix("options:") for hint in self.hints if hint.startswith("options:")):
            yield f"from {up}types.request_options import {', '.join(found)}"
        for hint in sorted(hint for hint in self.hints if hint.startswith(".")):
            module, _, name = hint.partition(":")
            yield f"from {module} import {name}"


def _rank(operation: Operation) -> int:
    verb = operation.id.rpartition(".")[2]
    return ORDER.index(verb) if verb in ORDER else len(ORDER)


def _tuple(values: Iterable[str]) -> str:
    texts = [f'"{value}"' for value in values]
    return f"({texts[0]},)" if len(texts) == 1 else f"({', '.join(texts)})"


def _page(id_: str, beta: bool = False) -> str:
    """The address of the API's page; what is in beta only has its pages below `beta`, the Admin API apart."""
    return f"{PAGES}{'beta/' if beta and not id_.startswith('admin.') else ''}{id_.replace('.', '/')}"


def _documentation(operation: Operation) -> str:
    """The docstring of a method."""
    texts: Json = TABLE["operations"].get(operation.id, {})
    resource: Json = TABLE["resources"][operation.resource]
    verb = operation.id.rpartition(".")[2]
    doc = texts.get("doc") or _sentence(TABLE["verbs"][verb], resource)
    beta = bool(operation.facts.get("x-beta-only"))
    if beta and not doc.endswith("Beta."):
        doc += " Beta."
    raises = texts.get("raises", {})
    if "raises" not in texts and operation.path.endswith("}") and verb in ("retrieve", "update", "delete", "archive"):
        raises = {"NotFoundError": f"There is no such {resource['one'].partition(' of ')[0]}."}
    paragraphs = ["\n".join(textwrap.wrap(part, LINE - 8)) for part in doc.split("\n\n")]
    for heading, entries in (("Args", texts.get("args", {})), ("Raises", raises)):
        if entries:
            lines = [
                textwrap.fill(f"{name}: {text}", LINE - 8, initial_indent="    ", subsequent_indent="        ")
                for name, text in entries.items()
            ]
            paragraphs.append("\n".join([f"{heading}:", *lines]))
    paragraphs.append(f"API: {PAGES}{texts['page']}" if "page" in texts else f"API: {_page(operation.id, beta)}")
    text = "\n\n".join(paragraphs)
    return f'"""{text}\n"""'


def _sentence(template: str, resource: Json) -> str:
    one = resource["one"]
    article = resource.get("a") or ("an" if one[0] in "aeiouAEIOU" and not one.startswith(("user", "uni")) else "a")
    return template.format(a=article, one=one, many=resource.get("many", f"{one}s"))


def resources(facts: Facts) -> dict[str, Resource]:
    """Every resource by its id, those above others included, with their operations and children."""
    found: dict[str, Resource] = {}

    def resource(id_: str) -> Resource:
        if id_ not in found:
            found[id_] = Resource(id_)
            above = id_.rpartition(".")[0]
            if above == "admin" and id_ != "admin.organization":
                above = "admin.organization"
            if above and above != "admin":
                resource(above).children.append(found[id_])
        return found[id_]

    for operation in facts.operations:
        resource(operation.resource).operations.append(operation)
    return found


def generate() -> dict[str, str]:
    """The source of each module by its path under `resources/`, formatted."""
    facts = read_facts()
    modules: dict[str, list[Resource]] = {}
    for resource in sorted(resources(facts).values(), key=lambda each: each.id):
        if not resource.by_hand:
            modules.setdefault(resource.module, []).append(resource)
    files: dict[str, str] = {}
    for path, those in modules.items():
        operations = [operation for resource in those for operation in resource.operations]
        betas = {tuple(operation.facts["x-betas"]) for operation in operations}
        files[path] = Module(those, facts, betas.pop() if len(betas) == 1 else ()).source()
    return formatted(files, fix="I,UP,F401")


def main() -> int:
    """Run the command line."""
    files = generate()
    if "--check" in sys.argv:
        return compare(files, TARGET, MARK, Path(__file__).name)
    for path, source in files.items():
        (TARGET / path).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / path).write_text(source, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
