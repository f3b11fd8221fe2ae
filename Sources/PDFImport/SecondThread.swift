// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Work on a thread of its own, while the caller goes on with its part.
///
/// A thread of the C library, since that works in a process that was forked, too.
final class SecondThread {
  private final class Work: Sendable {
    let call: @Sendable () -> Void
    init(_ call: @escaping @Sendable () -> Void) { self.call = call }
  }

  private let thread: pthread_t
  private var isFinished = false

  /// Starts the work.
  ///
  /// - Returns: nil where the system has no room for another thread; the work is not done then.
  init?(_ call: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(call))
    var thread = pthread_t()
    let error = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().call()
        return nil
      }, work.toOpaque())
    guard error == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  deinit { finish() }

  /// Waits until the work is done.
  func finish() {
    guard !isFinished else { return }
    isFinished = true
    pthread_join(thread, nil)
  }
}
