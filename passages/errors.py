"""The one error a document can give: which file, what is wrong, and what to do about it."""

from __future__ import annotations

import errno
from pathlib import Path

from translit.message import Message, system_says


class DocumentError(Exception):
    """A file or folder that cannot be read, located or written as it stands; nothing has been changed."""

    def __init__(self, path: str | Path, problem: str, remedy: str) -> None:
        """Keep the parts; the message is `path: problem; remedy`."""
        self.path = str(path)
        """The file or folder, as the user named it."""
        self.problem = Message.of(problem)
        """What is wrong, without a full stop."""
        self.remedy = Message.of(remedy)
        """What to do, without a full stop."""
        super().__init__(Message("{path}: {problem}; {remedy}", path=self.path, problem=self.problem, remedy=self.remedy))

    @classmethod
    def from_os(cls, path: str | Path, error: OSError, doing: str) -> DocumentError:
        """The error for a call of the system that failed while `doing` ("read", "write", "list") something with `path`."""
        problem = Message(_CANNOT.get(doing, _CANNOT["use"]), why=Message.of(system_says(error).lower()))
        return cls(path, problem, _REMEDIES.get(error.errno or 0, Message("see that it exists and that you may use it")))


_CANNOT = {
    "find": Message("cannot find it: {why}"),
    "keep the review session in": Message("cannot keep the review session in it: {why}"),
    "list": Message("cannot list it: {why}"),
    "open": Message("cannot open it: {why}"),
    "read": Message("cannot read it: {why}"),
    "record the run in": Message("cannot record the run in it: {why}"),
    "use": Message("cannot use it: {why}"),
    "write": Message("cannot write it: {why}"),
}
_REMEDIES = {
    errno.ENOENT: Message("check the spelling of the path"),
    errno.EACCES: Message("ask for the permission, or leave it out with --exclude"),
    errno.EPERM: Message("ask for the permission, or leave it out with --exclude"),
    errno.EISDIR: Message("name a file, not a folder"),
    errno.ENOSPC: Message("make room on the disk and run the command again"),
    getattr(errno, "EDQUOT", -1): Message("make room in your quota and run the command again"),
    errno.EFBIG: Message("the disk or your limits allow no file of this size; write it elsewhere"),
    errno.EROFS: Message("the disk is read-only; copy the files to one that is not"),
    errno.ELOOP: Message("the link leads back to itself; remove it"),
    errno.ENAMETOOLONG: Message("give it a shorter name"),
}
