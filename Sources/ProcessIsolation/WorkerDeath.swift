// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Why a task got no answer.
package enum WorkerDeath: Error, Sendable, Hashable {
  /// The worker was ended by a signal that the pool did not send.
  case signal(Int32)
  /// The worker ended by itself.
  case exit(Int32)
  /// The worker ran against its memory limit.
  case memoryLimit
  /// The task took longer than its time, and the worker was ended.
  case timeLimit
  /// The worker stood still because somebody had stopped it, and was ended.
  case stopped
  /// The answer was no message, or a longer one than any task has.
  case malformedAnswer
  /// No worker could be started.
  case notStarted(errorNumber: Int32)
  /// The pool was told to end at once.
  case cancelled

  /// Whether the same task may fare better with a fresh worker.
  ///
  /// A task that took too long once would only take as long again.
  var mayBeTriedAgain: Bool {
    switch self {
    case .signal, .exit, .memoryLimit, .stopped, .malformedAnswer: true
    case .timeLimit, .notStarted, .cancelled: false
    }
  }
}

extension WorkerDeath {
  /// What the libraries of a worker say when memory runs out: GLib, poppler, C++ and Swift, in turn.
  private static let complaintsAboutMemory = [
    "failed to allocate", "Out of memory", "bad_alloc", "could not allocate memory",
    "Could not allocate memory",
  ]

  /// Reads a process's end.
  ///
  /// - Parameters:
  ///   - signal: The signal that ended it, or 0.
  ///   - exitCode: Its exit code where no signal ended it.
  ///   - lastWords: What it wrote to standard error at the end.
  init(signal: Int32, exitCode: Int32, lastWords: String) {
    self =
      if !lastWords.isEmpty, Self.complaintsAboutMemory.contains(where: lastWords.contains) {
        .memoryLimit
      } else if signal != 0 {
        .signal(signal)
      } else if exitCode == ChildProcess.noDescriptorsExitCode {
        .notStarted(errorNumber: EMFILE)
      } else {
        .exit(exitCode)
      }
  }
}
