"""Objects that are only kept: made, read, listed, changed, archived and deleted, in the same way for every area.

A `Kind` says where the API has objects of a kind and what they are called. The rest comes from the package's own types:
which body is taken, which query, and what is returned. What an area does beside that it says in functions of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias, cast

from pydantic import ValidationError

from .call import Call, Endpoint, Handler, Method
from .errors import Refusal, invalid, not_found
from .json_utils import Object, moment, new_id
from .pages import DEFAULT_LIMIT, LARGEST_LIMIT, page_by_token, read_token, token
from .response_shapes import NoValue, field_types, fill, is_nullable, is_plain_container, param_type, response_type
from .state import State
from .validation import path_of

Action: TypeAlias = Literal["create", "list", "retrieve", "update", "archive", "delete"]
ALL: Final[tuple[Action, ...]] = ("create", "list", "retrieve", "update", "archive", "delete")
_PAGING: Final = frozenset({"after_id", "before_id", "limit", "order", "order_by", "page"})
_COMPARE: Final[Mapping[str, Callable[[datetime, datetime], bool]]] = {
    "gt": lambda found, wanted: found > wanted,
    "gte": lambda found, wanted: found >= wanted,
    "lt": lambda found, wanted: found < wanted,
    "lte": lambda found, wanted: found <= wanted,
}
Make: TypeAlias = Callable[[Call, Object], Mapping[str, Any]]
"""Gives fields of a new object that the body does not have in this form."""
Change: TypeAlias = Callable[[Call, Object, Object], Mapping[str, Any]]
"""Gives fields of an object that is changed by a body: the call, the object as it was, the body."""
Show: TypeAlias = Callable[[Call, Object], Object]
"""Gives an object as a response shows it."""


def _nothing(*_: object) -> Mapping[str, Any]:
    return {}


def _as_it_is(_call: Call, found: Object) -> Object:
    return found


@dataclass(frozen=True)
class Kind:
    """A kind of objects, and what can be done with them."""

    type: str
    """What their `type` says."""
    path: str
    """Where they are listed and made; the last parameter in it is the id of their parent."""
    parameter: str
    """The parameter of the path behind that which names one of them."""
    prefix: str
    """How their ids begin."""
    response: str
    """The type of the package that a response is of."""
    params: str
    """How the parameter types of the package begin: `Vault` for `VaultCreateParamsBase` and the others."""
    actions: Sequence[Action] = ALL
    key: str = "id"
    """The field by which one of them is named; empty where none is named by itself."""
    parent: Kind | None = None
    is_scoped: bool = False
    """Whether a workspace does not see those of another."""
    pages: Literal["token", "id"] = "token"
    beta: str = ""
    """The beta without which the API does not know them."""
    unique: str = ""
    """The field whose value no two of them that are not archived may have."""
    omit: Sequence[str] = ()
    """Fields that are left out of a response, and are not null, where they have no value."""
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Values of fields that a body may leave out."""
    make: Make = _nothing
    change: Change = _nothing
    show: Show = _as_it_is
    seeded: Callable[[State], Mapping[str, Any]] = _nothing
    """Gives fields of an object that is seeded."""
    deleted: str = ""
    """What the `type` says of one that was deleted; `<type>_deleted` when left out."""
    missing_code: str | None = None
    """The error code of a call of one that is not there."""
    archived_code: str | None = None
    """The error code of a change of one that is archived."""

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The entries of the table of endpoints."""
        table = {
            "list": self.on_all("GET", self.list_page),
            "create": self.on_all("POST", self.create),
            "retrieve": self.on_one("GET", self.retrieve),
            "update": self.on_one("POST", self.update),
            "archive": self.on_one("POST", self.archive, "/archive"),
            "delete": self.on_one("DELETE", self.delete),
        }
        return tuple(table[action] for action in self.actions)

    def on_all(self, method: Method, handler: Handler, below: str = "") -> Endpoint:
        """An entry of the table of endpoints: what is called on all of them."""
        return Endpoint(method, self.path + below, handler, betas=self.betas)

    def on_one(self, method: Method, handler: Handler, below: str = "") -> Endpoint:
        """An entry of the table of endpoints: what is called on one of them."""
        return self.on_all(method, handler, f"/{{{self.parameter}}}{below}")

    @property
    def betas(self) -> tuple[str, ...]:
        """The betas that every call needs."""
        return (self.beta,) if self.beta else ()

    # ---- handlers

    async def create(self, call: Call) -> Object:
        """Make one of them."""
        self.check_parent_is_open(call)
        body = await call.body(param_type(f"{self.params}CreateParamsBase"))
        with call.state.store.transaction():
            self.check_unique(call, body)
            made = self.new(call, body)
            self.put(call, made)
        return self.show(call, made)

    async def retrieve(self, call: Call) -> Object:
        """One of them."""
        return self.show(call, self.find(call))

    async def update(self, call: Call) -> Object:
        """Change one of them; what the body leaves out stays."""
        found = self.find(call)
        self.check_is_open(found)
        body = await call.optional_body(param_type(f"{self.params}UpdateParamsBase"))
        with call.state.store.transaction():
            found = self.find(call)
            self.check_unique(call, body, found)
            changed = self.fill({**found, **self.changes(found, body), **self.change(call, found, body)})
            if "updated_at" in changed:
                changed["updated_at"] = call.state.timestamp()
            self.put(call, changed)
        return self.show(call, changed)

    async def archive(self, call: Call) -> Object:
        """Archive one of them; once more does nothing."""
        found = self.find(call)
        if not found.get("archived_at"):
            found["archived_at"] = call.state.timestamp()
            self.put(call, found)
        return self.show(call, found)

    async def delete(self, call: Call) -> Object:
        """Forget one of them, with all that is below it."""
        found = self.find(call)
        call.state.store.delete(self.type, str(found[self.key]), self.parent_id(call))
        if self.parent is None:
            call.state.store.delete_children(str(found[self.key]))
        parents = {} if self.key == "id" or self.parent is None else {self.parent.parameter: self.parent_id(call)}
        return {self.key: found[self.key], "type": self.deleted or f"{self.type}_deleted", **parents}

    async def list_page(self, call: Call) -> Object:
        """A page of them, the newest first."""
        self.check_parent(call)
        wanted = self.filters(call)
        order = call.query("order") or "desc"
        if order not in ("asc", "desc"):
            raise invalid("order: Input should be 'asc' or 'desc'")
        order_by = call.query("order_by")
        if order_by not in (None, "created_at"):
            return self._page_by_field(call, wanted, order_by, order)
        limit = call.whole_number("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT)
        if self.pages == "id":
            return self._page_by_id(call, wanted, order, limit)
        after = read_token(call.query("page"), int)
        found = self._behind(call, wanted, after, descending=order == "desc")
        page = [each for each, _ in zip(found, range(limit + 1), strict=False)]
        more = token(page[limit - 1][0]) if len(page) > limit else None
        return {"data": [self.show(call, each) for _, each in page[:limit]], "next_page": more}

    def _page_by_field(self, call: Call, wanted: Callable[[Object], bool], name: str, order: str) -> Object:
        if name not in field_types(response_type(self.response)):
            raise invalid(f"order_by: {self.type.replace('_', ' ').capitalize()}s have no order by {name!r}")
        found = [
            self.show(call, each) for each in call.state.store.all(self.type, self.parent_id(call)) if wanted(each)
        ]
        # Case does not count, and what has no value comes last in either direction.
        with_value = [each for each in found if each[name] is not None]
        with_value.sort(key=lambda each: str(each[name]).lower(), reverse=order == "desc")
        return page_by_token(call, [*with_value, *(each for each in found if each[name] is None)])

    def _page_by_id(self, call: Call, wanted: Callable[[Object], bool], order: str, limit: int) -> Object:
        after, before = call.query("after_id"), call.query("before_id")
        if after and before:
            raise invalid("Only one of after_id and before_id can be given")
        place = None
        if edge := after or before:
            place = call.state.store.position(self.type, edge, self.parent_id(call))
            if place is None:
                raise invalid(f"{'after_id' if after else 'before_id'}: {edge} is not in the list")
        found = self._behind(call, wanted, place, descending=(order == "desc") != bool(before))
        items = [each for (_, each), _ in zip(found, range(limit + 1), strict=False)]
        page = items[:limit][::-1] if before else items[:limit]
        edges = (page[0][self.key], page[-1][self.key]) if page else (None, None)
        return {
            "data": [self.show(call, each) for each in page],
            "has_more": len(items) > limit,
            "first_id": edges[0],
            "last_id": edges[1],
        }

    def _behind(
        self, call: Call, wanted: Callable[[Object], bool], place: int | None, *, descending: bool
    ) -> Iterator[tuple[int, Object]]:
        found = call.state.store.behind(self.type, self.parent_id(call), place, descending=descending)
        return ((position, each) for position, each in found if wanted(each))

    # ---- what handlers consist of

    def parent_id(self, call: Call) -> str:
        """The id of the object that they belong to, or of their workspace; empty where there is none."""
        if self.parent is not None:
            return call.path(self.parent.parameter)
        return call.scope if self.is_scoped else ""

    def check_parent(self, call: Call) -> None:
        """Refuse a call below an object that is not there."""
        if self.parent is not None:
            self.parent.find(call)

    def check_parent_is_open(self, call: Call) -> None:
        """Refuse a call below an object that is not there or is archived."""
        if self.parent is not None:
            self.parent.check_is_open(self.parent.find(call))

    def find(self, call: Call) -> Object:
        """The object that the path names; refuses an unknown one."""
        self.check_parent(call)
        return self.get(call, call.path(self.parameter))

    def get(self, call: Call, id: str) -> Object:
        """The object with this id below the parent that the path names; refuses an unknown one."""
        found = call.state.store.get(self.type, id, self.parent_id(call))
        if found is None:
            raise not_found(f"{self.type.replace('_', ' ').capitalize()} not found: {id}", error_code=self.missing_code)
        return found

    def put(self, call: Call, value: Object) -> None:
        """Keep an object."""
        call.state.store.put(self.type, str(value[self.key]), value, self.parent_id(call))

    def check_is_open(self, found: Object) -> None:
        """Refuse to change an object that is archived."""
        if found.get("archived_at"):
            name = self.type.replace("_", " ").capitalize()
            raise invalid(f"{name} {found[self.key]} is archived", error_code=self.archived_code)

    def check_unique(self, call: Call, body: Object, found: Object | None = None) -> None:
        """Refuse a value that another object has; `found` is the one that is changed."""
        value = body.get(self.unique) if self.unique else None
        if value is None:
            return
        for each in call.state.store.all(self.type, self.parent_id(call)):
            is_other = found is None or each[self.key] != found[self.key]
            if is_other and not each.get("archived_at") and each.get(self.unique) == value:
                raise Refusal(409, f"{self.unique}: there is a {self.type.replace('_', ' ')} with this {self.unique}")

    def new(self, call: Call, body: Object) -> Object:
        """A new object from a body."""
        moment_now = call.state.timestamp()
        parents = {} if self.parent is None else {self.parent.parameter: self.parent_id(call)}
        given = {name: value for name, value in body.items() if value is not None}
        always = {"id": new_id(self.prefix), "created_at": moment_now, "updated_at": moment_now, **parents}
        return self.fill({**self.defaults, **given, **always, **self.make(call, body)})

    def seed(self, state: State, given: Object) -> Object:
        """Keep an object that no call makes; `given` are its fields, and names its parent."""
        known = field_types(response_type(self.response))
        parents = () if self.parent is None else (self.parent.parameter,)
        for name in given:
            if name not in known and name not in parents:
                raise invalid(f"{name}: {self.response} has no such field")
        parent = str(given.get(*parents, "")) if parents else ""
        if self.parent is not None and state.store.get(self.parent.type, parent) is None:
            raise not_found(f"{self.parent.parameter}: there is no {self.parent.type} {parent!r}")
        id = str(given.get(self.key) or new_id(self.prefix))
        always = {self.key: id, "created_at": state.timestamp(), "updated_at": state.timestamp()}
        made = self.fill({**always, **self.defaults, **self.seeded(state), **given})
        try:
            response_type(self.response).model_validate(made)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            raise invalid(f"{path_of(first['loc'])}: {first['msg']}") from None
        state.store.put(self.type, id, made, parent)
        return made

    def fill(self, value: Object) -> Object:
        """`value` in the form of the response; refuses one that lacks what a response has to have."""
        try:
            return fill(response_type(self.response), value, self.omit)
        except NoValue as error:
            raise invalid(f"{error}: Field required") from None

    def changes(self, found: Object, body: Object) -> Object:
        """What a body changes; metadata is merged, and null takes a value away where there may be none."""
        known = field_types(response_type(self.response))
        changes: Object = {}
        for name, value in body.items():
            if name == "metadata" and value is not None:
                merged = {**found.get(name, {}), **value}
                changes[name] = {key: each for key, each in merged.items() if each is not None}
            elif value is not None or name in self.omit or is_nullable(known.get(name)):
                changes[name] = value
            elif is_plain_container(known.get(name)):
                changes[name] = type(found[name])()
        return changes

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for, as a function that says of an object whether it is that."""
        shape = param_type(f"{self.params}ListParamsBase")
        names = set(shape.__annotations__) - _PAGING if shape is not None else set[str]()
        tests: list[Callable[[Object], bool]] = []
        if "archived_at" in field_types(response_type(self.response)) and not (
            "include_archived" in names and call.truth("include_archived")
        ):
            tests.append(lambda each: not each.get("archived_at"))
        known = field_types(response_type(self.response))
        for name in sorted(names - {"include_archived"}):
            test = self._range(call, name) or self._choice(call, name, known)
            if test is not None:
                tests.append(test)
        return lambda each: all(test(each) for test in tests)

    def _range(self, call: Call, name: str) -> Callable[[Object], bool] | None:
        """The test of `created_at[gte]` and its like, which Python calls `created_at_gte`."""
        of, _, comparison = name.rpartition("_")
        text = call.query(f"{of}[{comparison}]") if comparison in _COMPARE else None
        if text is None:
            return None
        try:
            wanted = moment(text)
        except ValueError:
            wanted = None
        if wanted is None or wanted.tzinfo is None:
            raise invalid(f"{of}[{comparison}]: Input should be a valid datetime with a time zone")
        return lambda each: bool(each.get(of)) and _COMPARE[comparison](moment(each[of]), wanted)

    def _choice(self, call: Call, name: str, known: Mapping[str, Any]) -> Callable[[Object], bool] | None:
        """The test of a field that has one of the values given."""
        values = call.queries(name)
        names = (name, name.removesuffix("s"), name.removesuffix("es"), name.removesuffix("_type"))
        of = next((each for each in names if each in known), None)
        return None if not values or of is None else lambda each: _query_value(each.get(of)) in values


def _query_value(value: Any) -> Any:
    """A value as a query says it: objects by their `type`."""
    return cast("Object", value).get("type") if isinstance(value, dict) else value
