// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// A call of the operating system that failed.
package struct FileSystemError: Error, Hashable {
  /// The number that the system gives the reason, such as `ENOSPC`.
  package let errorNumber: Int32

  /// Creates an error from the system's number.
  package init(errorNumber: Int32) {
    self.errorNumber = errorNumber
  }

  /// The error of the call that has just failed.
  package static var last: FileSystemError { FileSystemError(errorNumber: errno) }

  /// What happened, in words: "Permission denied".
  package var reason: String {
    errorNumber == EISDIR ? "it is a folder" : String(cString: strerror(errorNumber))
  }

  /// What a user can do about it.
  package var advice: String {
    switch errorNumber {
    case ENOSPC, EDQUOT: "free some space and run again"
    case EACCES, EPERM, EROFS: "check the permissions or choose another folder"
    case ENOENT, ENOTDIR: "check the name"
    case EISDIR: "name a file in it"
    case ENAMETOOLONG: "use a shorter name"
    default: "check the disk and run again"
    }
  }
}
