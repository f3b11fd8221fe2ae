// SPDX-License-Identifier: GPL-2.0-or-later

internal import CLinux
internal import FileAccess
@preconcurrency internal import Glibc

/// A child process that works for the pool, seen from the parent.
///
/// It is a copy of the parent as it stood when the worker was started (`fork` without `exec`), so it
/// starts in well under a millisecond and shares what the parent had loaded.
final class Worker {
  /// What came from the worker.
  enum Arrival {
    case nothing
    case answer([UInt8])
    case end
    case malformed
  }

  let processID: pid_t
  /// Requests to the worker, and its answers.
  private let stream: DescriptorPair
  /// The worker's standard output and standard error.
  private let complaints: DescriptorPair
  /// The tasks that it was given and has not answered, the one in hand first.
  private(set) var tasks: [WorkerTask] = []
  /// When the task in hand runs out of time, by the monotonic clock in seconds.
  private(set) var deadline = Double.infinity
  private var startSeconds = 0.0
  /// Whether it has done its share or grown, and is to be replaced after the tasks that it has.
  private(set) var isWorn = false
  /// Whether it told that its system calls could not be filtered.
  private(set) var isUnfiltered = false
  private var answeredTaskCount = 0
  private var arrived: [UInt8] = []

  /// What is readable when the worker has said something or ended.
  var descriptors: [Int32] { [stream.ours, complaints.ours] }
  private var lastWords: [UInt8] = []

  /// Enough for the line in which a library says why it gives up.
  private static let lastWordsSize = 4_096

  private init(processID: pid_t, stream: DescriptorPair, complaints: DescriptorPair) {
    self.processID = processID
    self.stream = stream
    self.complaints = complaints
    stream.closeTheirs()
    complaints.closeTheirs()
  }

  /// Starts a process that answers requests.
  static func start(
    limits: WorkerLimits, answer: ([UInt8]) -> [UInt8]
  ) throws(WorkerDeath) -> Worker {
    let stream = try DescriptorPair()
    // What nobody reads must not make the worker wait.
    let complaints = try DescriptorPair(flags: SOCK_NONBLOCK)
    let processID = linux_fork()
    guard processID >= 0 else { throw .notStarted(errorNumber: errno) }
    if processID == 0 {
      ChildProcess(stream: stream.theirs, complaints: complaints.theirs, limits: limits)
        .run(answer)
    }
    return Worker(processID: processID, stream: stream, complaints: complaints)
  }

  /// Hands the worker a task; requests are short, so this does not wait.
  func send(_ task: WorkerTask, limits: WorkerLimits) {
    tasks.append(task)
    if tasks.count == 1 { startClock(limits) }
    let frame = MessageFrame.bytes(of: task.request)
    // Where the worker is dead the bytes go nowhere, and its end is read from the stream.
    frame.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let sent = Glibc.send(
          stream.ours, bytes.baseAddress.map { $0 + offset }, bytes.count - offset,
          Int32(MSG_NOSIGNAL))
        if sent < 0, errno == EINTR { continue }
        guard sent > 0 else { return }
        offset += sent
      }
    }
  }

  /// How long the task in hand has taken so far, on the wall clock.
  var secondsOnTask: Double { MonotonicClock.seconds - startSeconds }

  private func startClock(_ limits: WorkerLimits) {
    startSeconds = MonotonicClock.seconds
    deadline = startSeconds + limits.secondsPerTask
  }

  /// Takes what the stream holds now, at most one answer; `buffer` is room for bytes on their way.
  func receive(through buffer: UnsafeMutableRawBufferPointer, limits: WorkerLimits) -> Arrival {
    // One read may have brought the next answer too.
    if let arrival = nextArrival(limits) { return arrival }
    let got = recv(
      stream.ours, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
    if got < 0 { return errno == EAGAIN || errno == EINTR ? .nothing : .end }
    guard got > 0 else { return .end }
    arrived += buffer[..<got]
    return nextArrival(limits) ?? .nothing
  }

  private func nextArrival(_ limits: WorkerLimits) -> Arrival? {
    guard arrived.count >= MessageFrame.headerSize else { return nil }
    guard
      let length = MessageFrame.length(
        header: arrived[..<MessageFrame.headerSize], limit: limits.answerBytes),
      !tasks.isEmpty
    else { return .malformed }
    let end = MessageFrame.headerSize + length
    guard arrived.count >= end else { return nil }
    let answer = Array(arrived[MessageFrame.headerSize..<end])
    arrived.removeFirst(end)
    return .answer(answer)
  }

  /// Takes the task in hand off the worker, since its answer is good.
  func finishTask(limits: WorkerLimits) {
    tasks.removeFirst()
    answeredTaskCount += 1
    isWorn =
      answeredTaskCount >= limits.tasksPerWorker || residentBytes > limits.residentBytes
    if tasks.isEmpty { deadline = .infinity } else { startClock(limits) }
  }

  /// Takes what the worker wrote to standard output and standard error, and keeps the end of it.
  func listen(through buffer: UnsafeMutableRawBufferPointer) {
    while true {
      let got = read(complaints.ours, buffer.baseAddress, buffer.count)
      guard got > 0 else { return }
      lastWords = (lastWords + buffer[..<got]).suffix(Self.lastWordsSize)
      let remark = Array(ChildProcess.unfilteredRemark.utf8)
      isUnfiltered = isUnfiltered || lastWords.starts(with: remark)
    }
  }

  /// The memory that the worker holds now, in bytes; 0 where it is gone.
  private var residentBytes: Int {
    let fields = ProcessStatus.line(of: processID, file: "statm").split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
  }

  /// Whether somebody has stopped the process (`SIGSTOP`).
  var isStopped: Bool {
    // The name before the state stands in parentheses and may hold anything.
    let afterName = ProcessStatus.line(of: processID, file: "stat").split(separator: ")").last
    return afterName?.first { $0 != " " } == "T"
  }

  /// Ends the process, where it has not ended, and says how it ended.
  ///
  /// It is not killed where it has hung up by itself, so that its own end is seen.
  func end(kills: Bool, through buffer: UnsafeMutableRawBufferPointer) -> WorkerDeath {
    if kills { kill(processID, SIGKILL) }
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
    listen(through: buffer)
    return WorkerDeath(
      signal: linux_ending_signal(status), exitCode: linux_exit_code(status),
      lastWords: String(decoding: lastWords, as: UTF8.self))
  }
}
