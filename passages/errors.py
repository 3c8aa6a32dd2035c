"""The one error a document can give: which file, what is wrong, and what to do about it."""

from __future__ import annotations

import errno
from pathlib import Path


class DocumentError(Exception):
    """A file or folder that cannot be read, located or written as it stands; nothing has been changed."""

    def __init__(self, path: str | Path, problem: str, remedy: str) -> None:
        """Keep the parts; the message is `path: problem; remedy`."""
        self.path = str(path)
        """The file or folder, as the user named it."""
        self.problem = problem
        """What is wrong, without a full stop."""
        self.remedy = remedy
        """What to do, without a full stop."""
        super().__init__(f"{self.path}: {problem}; {remedy}")

    @classmethod
    def from_os(cls, path: str | Path, error: OSError, doing: str) -> DocumentError:
        """The error for a call of the system that failed while `doing` ("read", "write", "list") something with `path`."""
        why = (error.strerror or str(error) or type(error).__name__).lower()
        return cls(path, f"cannot {doing} it: {why}", _REMEDIES.get(error.errno or 0, "see that it exists and that you may use it"))


_REMEDIES = {
    errno.ENOENT: "check the spelling of the path",
    errno.EACCES: "ask for the permission, or leave it out with --exclude",
    errno.EPERM: "ask for the permission, or leave it out with --exclude",
    errno.EISDIR: "name a file, not a folder",
    errno.ENOSPC: "make room on the disk and run the command again",
    getattr(errno, "EDQUOT", -1): "make room in your quota and run the command again",
    errno.EFBIG: "the disk or your limits allow no file of this size; write it elsewhere",
    errno.EROFS: "the disk is read-only; copy the files to one that is not",
    errno.ELOOP: "the link leads back to itself; remove it",
    errno.ENAMETOOLONG: "give it a shorter name",
}
