"""Sessions: runs of an agent in an environment.

API: https://platform.claude.com/docs/en/api/beta/sessions

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import (
        DeletedSession,
        DeleteSessionResource,
        EventListParams,
        EventSendParams,
        FileResource,
        ResourceAddParams,
        ResourceListParams,
        ResourceRetrieveResponse,
        ResourceUpdateParams,
        ResourceUpdateResponse,
        SendSessionEvents,
        Session,
        SessionCreateParams,
        SessionEvent,
        SessionListParams,
        SessionResource,
        SessionThread,
        SessionUpdateParams,
        ThreadEventListParams,
        ThreadListParams,
    )
    from ..types.request_options import WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class ThreadEvents(Resource[Mode]):
    """The events of one thread."""

    @property
    def with_raw_response(self) -> ThreadEvents[Raw[Mode]]:
        """The same calls, giving the response."""
        return ThreadEvents(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ThreadEvents[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ThreadEvents(self._binding.as_streamed())

    @paginated
    def list(
        self, thread_id: str, *, session_id: str, **params: Unpack[ThreadEventListParams]
    ) -> Request[Page[SessionEvent], AsyncPage[SessionEvent]]:
        """The events of a thread. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/threads/events/list
        """
        return self._list(
            path("/v1/sessions/{session_id}/threads/{thread_id}/events", session_id=session_id, thread_id=thread_id),
            cast("type[SessionEvent]", types.SessionEvent),
            params,
            betas=_BETAS,
        )


class Threads(Resource[Mode]):
    """The threads of a session with several agents."""

    @property
    def with_raw_response(self) -> Threads[Raw[Mode]]:
        """The same calls, giving the response."""
        return Threads(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Threads[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Threads(self._binding.as_streamed())

    @cached_property
    def events(self) -> ThreadEvents[Mode]:
        """The events of one thread."""
        return ThreadEvents(self._binding)

    @endpoint
    def retrieve(
        self, thread_id: str, *, session_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[SessionThread]:
        """One thread of a session. Beta.

        Raises:
            NotFoundError: There is no such thread.

        API: https://platform.claude.com/docs/en/api/beta/sessions/threads/retrieve
        """
        return self._get(
            path("/v1/sessions/{session_id}/threads/{thread_id}", session_id=session_id, thread_id=thread_id),
            types.SessionThread,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, session_id: str, **params: Unpack[ThreadListParams]
    ) -> Request[Page[SessionThread], AsyncPage[SessionThread]]:
        """The threads of a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/threads/list
        """
        return self._list(
            path("/v1/sessions/{session_id}/threads", session_id=session_id), types.SessionThread, params, betas=_BETAS
        )

    @endpoint
    def archive(
        self, thread_id: str, *, session_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[SessionThread]:
        """Archive a thread of a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/threads/archive
        """
        return self._act(
            path("/v1/sessions/{session_id}/threads/{thread_id}/archive", session_id=session_id, thread_id=thread_id),
            types.SessionThread,
            options,
            betas=_BETAS,
        )


class Resources(Resource[Mode]):
    """What a session can reach: files, repositories, memory stores."""

    @property
    def with_raw_response(self) -> Resources[Raw[Mode]]:
        """The same calls, giving the response."""
        return Resources(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Resources[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Resources(self._binding.as_streamed())

    @endpoint
    def add(self, session_id: str, **params: Unpack[ResourceAddParams]) -> Request[FileResource]:
        """Give a session something more that it can reach. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/resources/add
        """
        return self._post(
            path("/v1/sessions/{session_id}/resources", session_id=session_id), types.FileResource, params, betas=_BETAS
        )

    @endpoint
    def retrieve(
        self, resource_id: str, *, session_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[ResourceRetrieveResponse]:
        """One resource of a session. Beta.

        Raises:
            NotFoundError: There is no such resource.

        API: https://platform.claude.com/docs/en/api/beta/sessions/resources/retrieve
        """
        return self._get(
            path("/v1/sessions/{session_id}/resources/{resource_id}", session_id=session_id, resource_id=resource_id),
            cast("type[ResourceRetrieveResponse]", types.ResourceRetrieveResponse),
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, session_id: str, **params: Unpack[ResourceListParams]
    ) -> Request[Page[SessionResource], AsyncPage[SessionResource]]:
        """The resources of a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/resources/list
        """
        return self._list(
            path("/v1/sessions/{session_id}/resources", session_id=session_id),
            cast("type[SessionResource]", types.SessionResource),
            params,
            betas=_BETAS,
        )

    @endpoint
    def update(
        self, resource_id: str, *, session_id: str, **params: Unpack[ResourceUpdateParams]
    ) -> Request[ResourceUpdateResponse]:
        """Change a resource of a session; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such resource.

        API: https://platform.claude.com/docs/en/api/beta/sessions/resources/update
        """
        return self._post(
            path("/v1/sessions/{session_id}/resources/{resource_id}", session_id=session_id, resource_id=resource_id),
            cast("type[ResourceUpdateResponse]", types.ResourceUpdateResponse),
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, resource_id: str, *, session_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[DeleteSessionResource]:
        """Take a resource away from a session. Beta.

        Raises:
            NotFoundError: There is no such resource.

        API: https://platform.claude.com/docs/en/api/beta/sessions/resources/delete
        """
        return self._delete(
            path("/v1/sessions/{session_id}/resources/{resource_id}", session_id=session_id, resource_id=resource_id),
            types.DeleteSessionResource,
            options,
            betas=_BETAS,
        )


class SessionEvents(Resource[Mode]):
    """The events of a session: what it is told, and what it does."""

    @property
    def with_raw_response(self) -> SessionEvents[Raw[Mode]]:
        """The same calls, giving the response."""
        return SessionEvents(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> SessionEvents[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return SessionEvents(self._binding.as_streamed())

    @paginated
    def list(
        self, session_id: str, **params: Unpack[EventListParams]
    ) -> Request[Page[SessionEvent], AsyncPage[SessionEvent]]:
        """The events of a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/events/list
        """
        return self._list(
            path("/v1/sessions/{session_id}/events", session_id=session_id),
            cast("type[SessionEvent]", types.SessionEvent),
            params,
            nested=("created_at",),
            betas=_BETAS,
        )

    @endpoint
    def send(self, session_id: str, **params: Unpack[EventSendParams]) -> Request[SendSessionEvents]:
        """Send events to a session: messages, results of tools, confirmations, interrupts. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/events/send
        """
        return self._post(
            path("/v1/sessions/{session_id}/events", session_id=session_id),
            types.SendSessionEvents,
            params,
            betas=_BETAS,
        )


class Sessions(Resource[Mode]):
    """Sessions: runs of an agent in an environment."""

    @property
    def with_raw_response(self) -> Sessions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Sessions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Sessions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Sessions(self._binding.as_streamed())

    @cached_property
    def events(self) -> SessionEvents[Mode]:
        """The events of a session: what it is told, and what it does."""
        return SessionEvents(self._binding)

    @cached_property
    def resources(self) -> Resources[Mode]:
        """What a session can reach: files, repositories, memory stores."""
        return Resources(self._binding)

    @cached_property
    def threads(self) -> Threads[Mode]:
        """The threads of a session with several agents."""
        return Threads(self._binding)

    @endpoint
    def create(self, **params: Unpack[SessionCreateParams]) -> Request[Session]:
        """Create a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/create
        """
        return self._post("/v1/sessions", types.Session, params, betas=_BETAS)

    @endpoint
    def retrieve(self, session_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Session]:
        """One session. Beta.

        Raises:
            NotFoundError: There is no such session.

        API: https://platform.claude.com/docs/en/api/beta/sessions/retrieve
        """
        return self._get(path("/v1/sessions/{session_id}", session_id=session_id), types.Session, options, betas=_BETAS)

    @paginated
    def list(self, **params: Unpack[SessionListParams]) -> Request[Page[Session], AsyncPage[Session]]:
        """The sessions. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/list
        """
        return self._list("/v1/sessions", types.Session, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def update(self, session_id: str, **params: Unpack[SessionUpdateParams]) -> Request[Session]:
        """Change a session; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such session.

        API: https://platform.claude.com/docs/en/api/beta/sessions/update
        """
        return self._post(path("/v1/sessions/{session_id}", session_id=session_id), types.Session, params, betas=_BETAS)

    @endpoint
    def delete(self, session_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedSession]:
        """Delete a session, for good. Beta.

        Raises:
            NotFoundError: There is no such session.

        API: https://platform.claude.com/docs/en/api/beta/sessions/delete
        """
        return self._delete(
            path("/v1/sessions/{session_id}", session_id=session_id), types.DeletedSession, options, betas=_BETAS
        )

    @endpoint
    def archive(self, session_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Session]:
        """Archive a session. Beta.

        API: https://platform.claude.com/docs/en/api/beta/sessions/archive
        """
        return self._act(
            path("/v1/sessions/{session_id}/archive", session_id=session_id), types.Session, options, betas=_BETAS
        )
