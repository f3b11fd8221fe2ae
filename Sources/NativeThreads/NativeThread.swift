// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc
internal import Synchronization

/// Work on a thread of its own, while the caller goes on with its part.
///
/// A thread of the C library, since that works in a process that was forked, too.
package final class NativeThread<Value: Sendable> {
  private final class Result: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let thread: pthread_t
  private let result = Result()
  private var isFinished = false

  /// Starts the work; nil where the system has no room for another thread, and the work is not done.
  ///
  /// - Parameters:
  ///   - callerGoesOn: Whether the caller works too meanwhile, upon another core then; else it waits.
  ///   - work: What is done.
  package init?(callerGoesOn: Bool, _ work: @escaping @Sendable () -> Value) {
    let result = result
    let gate = callerGoesOn ? StartGate() : nil
    let thread = NativeThreads.start {
      gate?.pass()
      let value = work()
      result.value.withLock { $0 = value }
    }
    gate?.open()
    guard let thread else { return nil }
    self.thread = thread
  }

  deinit { finish() }

  /// What came of the work; waits until it is done.
  package var value: Value {
    finish()
    guard let value = result.value.withLock({ $0 }) else {
      preconditionFailure("a thread ends with its work")
    }
    return value
  }

  private func finish() {
    guard !isFinished else { return }
    isFinished = true
    pthread_join(thread, nil)
  }
}

/// What is the same for all threads.
package enum NativeThreads {
  private final class Work: Sendable {
    let call: @Sendable () -> Void
    init(_ call: @escaping @Sendable () -> Void) { self.call = call }
  }

  /// As on most systems, whatever the user has set for the stack of the process.
  private static let stackSize = 8 << 20
  /// `malloc` reserves 128 MiB of addresses for each thread, and without them maps and unmaps memory at
  /// each call, a hundred times as slow.
  private static let leastAddressSpace: rlim_t = 512 << 20

  /// Whether the process may map as much as threads take (`RLIMIT_AS`).
  package static var haveRoom: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0
      && limit.rlim_cur >= leastAddressSpace
  }

  fileprivate static func start(_ call: @escaping @Sendable () -> Void) -> pthread_t? {
    let work = Unmanaged.passRetained(Work(call))
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let error = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().call()
        return nil
      }, work.toOpaque())
    guard error == 0 else {
      work.release()
      return nil
    }
    return thread
  }
}
