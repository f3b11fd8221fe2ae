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

  /// There is no room on the disk.
  package static let noRoom = FileSystemError(errorNumber: ENOSPC)

  /// What was to be read may never end: a device, a pipe or a socket.
  static let endless = FileSystemError(errorNumber: ESPIPE)
  /// What was to be read is larger than any plan.
  static let tooLarge = FileSystemError(errorNumber: EOVERFLOW)

  /// What happened, in words: "Permission denied".
  package var reason: String {
    switch errorNumber {
    case EISDIR: "it is a folder"
    case ESPIPE: "it is a device or a pipe"
    case EOVERFLOW: "it is larger than \(FileSystem.sizeLimit >> 30) GiB"
    default: String(cString: strerror(errorNumber))
    }
  }

  /// What a user can do about it.
  package var advice: String {
    switch errorNumber {
    case ENOSPC, EDQUOT: "free some space and run again"
    case EACCES, EPERM, EROFS: "check the permissions or choose another folder"
    case ENOENT, ENOTDIR: "check the name"
    case EISDIR: "name a file in it"
    case ESPIPE: "save what comes from it as a file and name that"
    case EOVERFLOW: "check that it is a plan"
    case ENAMETOOLONG: "use a shorter name"
    default: "check the disk and run again"
    }
  }
}
