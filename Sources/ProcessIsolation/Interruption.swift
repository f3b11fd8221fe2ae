// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
package import FileAccess
@preconcurrency internal import Glibc

/// Counts Ctrl-C and the other polite ways to end a program, which no longer end it by themselves.
package final class Interruption {
  /// Readable when a signal has come.
  let descriptor: Int32
  /// How many have come: one asks for an orderly end, two for an end at once.
  package private(set) var count = 0

  /// Whether the user wants the program to end.
  package var isAsked: Bool { count > 0 }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private var formerMask = sigset_t()

  /// Begins to count.
  ///
  /// - Throws: ``FileSystemError`` where the system has no descriptor to give.
  package init() throws(FileSystemError) {
    var mask = sigset_t()
    sigemptyset(&mask)
    Self.signals.forEach { sigaddset(&mask, $0) }
    sigprocmask(SIG_BLOCK, &mask, &formerMask)
    descriptor = signalfd(-1, &mask, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    guard descriptor >= 0 else { throw .last }
  }

  deinit {
    close(descriptor)
    sigprocmask(SIG_SETMASK, &formerMask, nil)
  }

  /// Takes the signals that have come.
  package func update() {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor, &information, size) == size { count += 1 }
  }
}
