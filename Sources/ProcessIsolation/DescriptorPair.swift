// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// The two ends of a stream between the parent and a worker; both are closed with it.
final class DescriptorPair {
  /// The parent's end.
  let ours: Int32
  /// The worker's end.
  let theirs: Int32
  private var theirsIsOpen = true

  /// Makes a stream that is closed where another program is started.
  init(flags: __socket_type = __socket_type(rawValue: 0)) throws(WorkerDeath) {
    var ends: [Int32] = [-1, -1]
    let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | flags.rawValue
    guard socketpair(AF_UNIX, Int32(type), 0, &ends) == 0 else {
      throw .notStarted(errorNumber: errno)
    }
    (ours, theirs) = (ends[0], ends[1])
  }

  deinit {
    close(ours)
    closeTheirs()
  }

  /// Leaves the worker's end to the worker, so that its end is seen here.
  func closeTheirs() {
    guard theirsIsOpen else { return }
    theirsIsOpen = false
    close(theirs)
  }
}
