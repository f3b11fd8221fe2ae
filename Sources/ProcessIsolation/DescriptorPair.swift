// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// The two ends of a stream between the parent and a worker; both are closed with it.
final class DescriptorPair {
  /// The parent's end.
  let ours: Int32
  /// The worker's end.
  let theirs: Int32
  private var theirsIsOpen = true

  /// Room for most answers, so that the worker need not wait until the parent has read them.
  private static let roomForAnswer: Int32 = 1 << 20

  /// Makes a stream that is closed where another program is started.
  init(flags: __socket_type = __socket_type(rawValue: 0)) throws(WorkerDeath) {
    var ends: [Int32] = [-1, -1]
    let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | flags.rawValue
    guard socketpair(AF_UNIX, Int32(type), 0, &ends) == 0 else {
      throw .notStarted(errorNumber: errno)
    }
    (ours, theirs) = (ends[0], ends[1])
    // The system gives as much of it as it allows.
    var room = Self.roomForAnswer
    setsockopt(theirs, SOL_SOCKET, SO_SNDBUF, &room, socklen_t(MemoryLayout.size(ofValue: room)))
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

  /// Sends bytes to the worker; where it is dead they go nowhere, and its end is read from the stream.
  func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let sent = Glibc.send(
          ours, bytes.baseAddress.map { $0 + offset }, bytes.count - offset, Int32(MSG_NOSIGNAL))
        if sent < 0, errno == EINTR { continue }
        guard sent > 0 else { return }
        offset += sent
      }
    }
  }
}
