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
    case answer(ArraySlice<UInt8>)
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
  /// Whether it has done its share or grown, as it was when so many tasks were answered.
  private var wear = (isWorn: false, answeredTaskCount: 0)
  /// Whether it told that its system calls could not be filtered.
  private(set) var isUnfiltered = false
  private var answeredTaskCount = 0
  private var arrived: [UInt8] = []

  /// What is readable when the worker has said something or ended.
  var descriptors: [Int32] { complains ? [stream.ours, complaints.ours] : [stream.ours] }
  private var lastWords: [UInt8] = []
  /// Whether anything can still come from standard output and standard error.
  private var complains = true

  /// Enough for the line in which a library says why it gives up, and for the list of calls that
  /// Swift prints after it: up to 128, of some hundred bytes each.
  private static let lastWordsSize = 1 << 16
  /// Room that a worker gets on its word for an answer; more comes with the bytes.
  private static let trustedAnswerSize = 1 << 20
  /// How often complaints are read in one go: one that never ends must not keep the parent.
  private static let mostReadings = 16
  /// How long a worker that has hung up may take to end; the kernel needs that to clear a gigabyte.
  private static let secondsToEnd = 1.0

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
    try start { $0.run(limits, answer) }
  }

  /// Starts a process that makes ready and waits for its orders: see ``StandbyWorker``.
  static func start(
    onStandby work: (_ orders: () -> ArraySlice<UInt8>?) -> (([UInt8]) -> [UInt8])?
  ) throws(WorkerDeath) -> Worker {
    // It makes ready while the caller goes on, and begins when that has left the core to it.
    var cores = linux_cores()
    linux_stay_on_core(&cores)
    let worker = Result { () throws(WorkerDeath) in
      try start { $0.standBy(began: { linux_use_cores(&cores) }, work) }
    }
    linux_leave_core(&cores)
    try worker.get().stream.send([0])
    return try worker.get()
  }

  private static func start(_ run: (ChildProcess) -> Never) throws(WorkerDeath) -> Worker {
    let stream = try DescriptorPair()
    // What nobody reads must not make the worker wait.
    let complaints = try DescriptorPair(flags: SOCK_NONBLOCK)
    let parentID = getpid()
    let processID = linux_fork()
    guard processID >= 0 else { throw .notStarted(errorNumber: errno) }
    if processID == 0 {
      run(ChildProcess(stream: stream.theirs, complaints: complaints.theirs, parentID: parentID))
    }
    return Worker(processID: processID, stream: stream, complaints: complaints)
  }

  /// Hands the worker a task; requests are short, so this does not wait.
  func send(_ task: WorkerTask, limits: WorkerLimits) {
    tasks.append(task)
    if tasks.count == 1 { startClock(limits) }
    send(task.request)
  }

  /// Tells a worker that waits for them its orders.
  func send(_ orders: WorkerOrders) { send(orders.bytes) }

  private func send(_ message: [UInt8]) {
    stream.send(MessageFrame.header(of: message) + message)
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
    guard arrived.count >= end else {
      arrived.reserveCapacity(min(end, Self.trustedAnswerSize))
      return nil
    }
    let answer = arrived[MessageFrame.headerSize..<end]
    // Mostly nothing: the answer itself is handed on where it lies.
    arrived = Array(arrived[end...])
    return .answer(answer)
  }

  /// Gives the task in hand more time, since the parent itself has stood still for so long.
  func extendDeadline(by seconds: Double) {
    deadline += seconds
  }

  /// Takes the task in hand off the worker, since its answer is good.
  func finishTask(limits: WorkerLimits) {
    tasks.removeFirst()
    answeredTaskCount += 1
    if tasks.isEmpty { deadline = .infinity } else { startClock(limits) }
  }

  /// Whether it has done its share or grown, and is to be replaced after the tasks that it has.
  func isWorn(_ limits: WorkerLimits) -> Bool {
    if !wear.isWorn, wear.answeredTaskCount < answeredTaskCount {
      wear.answeredTaskCount = answeredTaskCount
      wear.isWorn =
        answeredTaskCount >= limits.tasksPerWorker || residentBytes > limits.residentBytes
    }
    return wear.isWorn
  }

  /// Takes what the worker wrote to standard output and standard error, and keeps the end of it.
  func listen(through buffer: UnsafeMutableRawBufferPointer) {
    for _ in 0..<Self.mostReadings where complains {
      let got = read(complaints.ours, buffer.baseAddress, buffer.count)
      complains = got > 0 || (got < 0 && errno == EAGAIN)
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

  /// Ends the process at once, without waiting for it; ``end(kills:through:)`` does that.
  func kill() { Glibc.kill(processID, SIGKILL) }

  /// Ends the process and waits for its end.
  ///
  /// - Returns: How it ended, as `waitpid` tells it.
  @discardableResult
  func end() -> Int32 {
    kill()
    var status: Int32 = 0
    while waitpid(processID, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Ends the process, where it has not ended, and says how it ended.
  ///
  /// It is not killed at once where it has hung up by itself, so that its own end is seen.
  func end(kills: Bool, through buffer: UnsafeMutableRawBufferPointer) -> WorkerDeath {
    var status: Int32 = 0
    let hangsOn = !kills && !hasEnded(within: Self.secondsToEnd, &status)
    if kills || hangsOn { status = end() }
    // To hang up and live on is no death, and nothing that the pool asked for.
    if hangsOn { return .malformedAnswer }
    listen(through: buffer)
    return WorkerDeath(
      signal: linux_ending_signal(status), exitCode: linux_exit_code(status),
      lastWords: String(decoding: lastWords, as: UTF8.self))
  }

  private func hasEnded(within seconds: Double, _ status: inout Int32) -> Bool {
    let end = MonotonicClock.seconds + seconds
    while waitpid(processID, &status, WNOHANG) == 0 {
      guard MonotonicClock.seconds < end else { return false }
      usleep(1_000)
    }
    return true
  }
}
