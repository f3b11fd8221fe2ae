// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// What the file system knows of a file: while it is the same, so is the content.
///
/// Whoever writes to a file, or puts another in its place, changes the time of the last change,
/// which no program can set back.
package struct FileStamp: Sendable, Hashable {
  /// The size in bytes.
  package var byteCount: Int
  /// When the content was last written, in nanoseconds since 1970.
  package var modified: Int
  /// When the file or its entry was last changed, in nanoseconds since 1970.
  package var changed: Int
  /// The file's number on its file system.
  package var inode: Int

  /// Creates a stamp from its parts.
  package init(byteCount: Int, modified: Int, changed: Int, inode: Int) {
    self.byteCount = byteCount
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// The stamp of the file that a path leads to, or nil where it leads to none.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      byteCount: Int(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: Int(truncatingIfNeeded: status.st_ino))
  }

  /// Whether the file was last changed so shortly before `moment` that it may have changed again
  /// within one tick of the file system's clock.
  package func isTooYoung(at moment: Int) -> Bool {
    changed > moment - 2_000_000_000
  }

  /// Now, in nanoseconds since 1970.
  package static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    // Within an Int until the year 2262; a damaged file system may say anything.
    Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec)
  }
}
