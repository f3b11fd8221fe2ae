// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
internal import FileAccess
@preconcurrency internal import Glibc

/// The worker's own side of its start.
struct ChildProcess {
  /// The worker's end of the stream to the parent.
  let stream: Int32
  /// Where its standard output and standard error go.
  let complaints: Int32
  /// The process that it is to end with.
  let parentID: pid_t

  /// Where the stream lies in the worker, behind the three standard streams.
  private static let streamDescriptor: Int32 = 3
  /// What the parent's own files lie below, so that moving descriptors overwrites none of ours.
  private static let firstFreeDescriptor: Int32 = 10

  /// With what a worker ends that may not have the descriptors it needs.
  static let noDescriptorsExitCode = EX_OSERR

  /// What a worker says that the system does not let give up its rights.
  static let unfilteredRemark = "rodtrad: no filter of system calls"

  /// The signals that a crash raises; the Swift runtime may have put handlers on them that start
  /// another program.
  private static let crashSignals = [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGQUIT]
  /// What a person at the terminal sends to all processes: the parent decides what becomes of it.
  private static let terminalSignals = [SIGINT, SIGTERM, SIGHUP]

  /// Shuts the process in and answers the parent's requests until it hangs up.
  func run(_ limits: WorkerLimits, _ answer: ([UInt8]) -> [UInt8]) -> Never {
    comeAway()
    serve(limits, answer)
  }

  /// Waits for a byte, makes ready, waits for the parent's orders, shuts the process in and does as they
  /// say.
  ///
  /// - Parameters:
  ///   - began: Called when the byte is there.
  ///   - work: Makes ready without any document, asks for the orders, and returns what to do with
  ///     requests by them, or nil where they are none.
  func standBy(
    began: () -> Void, _ work: (_ orders: () -> ArraySlice<UInt8>?) -> (([UInt8]) -> [UInt8])?
  ) -> Never {
    comeAway()
    // Only now is a parent that has ended seen.
    guard let start = try? ByteStream.read(1, from: Self.streamDescriptor), !start.isEmpty else {
      _exit(0)
    }
    began()
    var limits: WorkerLimits?
    let answer = work {
      // A parent that has nothing to be done hangs up.
      let message = (try? WorkerLoop.nextRequest(from: Self.streamDescriptor)) ?? nil
      let orders = message.flatMap { try? WorkerOrders($0) }
      limits = orders?.limits
      return orders?.work
    }
    guard let limits, let answer else { _exit(0) }
    serve(limits, answer)
  }

  private func serve(_ limits: WorkerLimits, _ answer: ([UInt8]) -> [UInt8]) -> Never {
    if !WorkerSandbox(addressSpaceBytes: limits.addressSpaceBytes).enter() {
      try? ByteStream.write(Array(Self.unfilteredRemark.utf8), to: STDERR_FILENO)
    }
    withoutActuallyEscaping(answer) { answer in
      try? WorkerLoop(descriptor: Self.streamDescriptor, answer: answer).run()
    }
    _exit(0)
  }

  /// Gives up what the parent had open and how it took signals, and ends with it.
  private func comeAway() {
    Self.crashSignals.forEach { signal($0, SIG_DFL) }
    Self.terminalSignals.forEach { signal($0, SIG_IGN) }
    linux_die_with_parent()
    // A parent that was killed before the line above has left the child to another process.
    guard getppid() == parentID else { _exit(0) }
    guard keepOnlyOwnDescriptors() else { _exit(Self.noDescriptorsExitCode) }
  }

  /// Returns whether the system allows as many descriptors.
  private func keepOnlyOwnDescriptors() -> Bool {
    let ownStream = fcntl(stream, F_DUPFD, Self.firstFreeDescriptor)
    let ownComplaints = fcntl(complaints, F_DUPFD, Self.firstFreeDescriptor)
    let nothing = open("/dev/null", O_RDONLY)
    guard ownStream >= 0, ownComplaints >= 0, nothing >= 0 else { return false }
    dup2(nothing, STDIN_FILENO)
    dup2(ownComplaints, STDOUT_FILENO)
    dup2(ownComplaints, STDERR_FILENO)
    dup2(ownStream, Self.streamDescriptor)
    close_range(UInt32(Self.streamDescriptor) + 1, UInt32.max, 0)
    return true
  }
}
