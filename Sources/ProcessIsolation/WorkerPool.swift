// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Something to do in a worker.
package struct WorkerTask: Sendable {
  /// The caller's number for it.
  package let id: Int
  /// What the worker is asked; short, since it is written in one go.
  package private(set) var request: [UInt8]
  private let secondRequest: [UInt8]

  /// Creates a task.
  ///
  /// - Parameters:
  ///   - id: The caller's number for it.
  ///   - request: What the worker is asked, in few bytes.
  ///   - secondRequest: What another worker is asked where this one is lost; nil for the same.
  package init(id: Int, request: [UInt8], secondRequest: [UInt8]? = nil) {
    self.id = id
    self.request = request
    self.secondRequest = secondRequest ?? request
  }

  /// Makes it what is tried after a worker is lost.
  mutating func prepareSecondTry() { request = secondRequest }
}

/// Does tasks in child processes that can neither harm the parent nor outlive it.
///
/// A worker that crashes, hangs, grows or answers rubbish is ended and replaced, and the task that
/// it had in hand is tried once more with a fresh one, unless it ran out of time. The parent has one
/// thread and waits for all workers at once.
package final class WorkerPool<Answer> {
  /// What the caller is told and asked while tasks are done.
  package struct Calls {
    /// The next task, or nil where there is none for now; asked again after every answer.
    let nextTask: () -> WorkerTask?
    /// Called once for each task, with the seconds on the wall clock that its last try took.
    let finished: (_ id: Int, Result<Answer, WorkerDeath>, _ seconds: Double) -> Void
    /// Called several times a second.
    let tick: (_ idsInHand: [Int]) -> Void

    /// Creates the calls.
    package init(
      nextTask: @escaping () -> WorkerTask?,
      finished: @escaping (_ id: Int, Result<Answer, WorkerDeath>, _ seconds: Double) -> Void,
      tick: @escaping (_ idsInHand: [Int]) -> Void = { _ in }
    ) {
      self.nextTask = nextTask
      self.finished = finished
      self.tick = tick
    }
  }

  private let workerCount: Int
  private let limits: WorkerLimits
  private let interruption: Interruption?
  private let answer: ([UInt8]) -> [UInt8]
  private let decode: (ArraySlice<UInt8>) -> Answer?
  /// What is the first worker where there is one, with what it is to do.
  private var standby: (worker: StandbyWorker, orders: [UInt8])?
  private var workers: [Worker] = []
  /// Workers that were dismissed, whose ends nobody has waited for yet.
  private var dismissed: [Worker] = []
  /// Tasks to hand out before new ones: lost with a worker, or queued behind such a task.
  private var returnedTasks: [WorkerTask] = []
  /// Tasks of this run that have been tried once in vain.
  private var triedIDs: Set<Int> = []
  /// Small enough to stay in the processor's cache on the way from the stream to the answer.
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// The task in hand, and one more so that the worker need not wait for the parent.
  private static var queueLength: Int { 2 }
  private static var millisecondsPerTick: Int32 { 100 }
  /// A round that took longer than this was no work: somebody had stopped the program with all its
  /// workers, or a disk had not answered, and that is no fault of the documents in hand.
  private static var longestRoundSeconds: Double { 2 }

  /// Creates a pool; workers are started as tasks come.
  ///
  /// - Parameters:
  ///   - workerCount: How many work at once, at least 1.
  ///   - limits: What each may use.
  ///   - interruption: Where the user's wish to end is counted, or nil.
  ///   - standby: A worker that waits for its orders, with those by which it does what `answer` does; or
  ///     nil.
  ///   - answer: What a worker does with a request; it runs in the child process.
  ///   - decode: What an answer means, or nil where it is none.
  package init(
    workerCount: Int, limits: WorkerLimits, interruption: Interruption? = nil,
    standby: (worker: StandbyWorker, orders: [UInt8])? = nil,
    answer: @escaping ([UInt8]) -> [UInt8], decode: @escaping (ArraySlice<UInt8>) -> Answer?
  ) {
    self.workerCount = workerCount
    self.limits = limits
    self.interruption = interruption
    self.standby = standby
    self.answer = answer
    self.decode = decode
  }

  /// Whether a worker could not have its system calls filtered, and could do more than answer.
  package private(set) var isUnfiltered = false

  deinit {
    for worker in workers + dismissed { _ = worker.end(kills: true, through: buffer) }
    buffer.deallocate()
  }

  /// Ends the workers that have nothing to do, without waiting for their ends: the kernel takes a
  /// millisecond to clear one away, and the caller may have better to do.
  ///
  /// A later ``run(_:)`` starts others.
  package func dismissIdleWorkers() {
    for worker in workers where worker.tasks.isEmpty {
      worker.kill()
      dismissed.append(worker)
    }
    workers.removeAll(where: \.tasks.isEmpty)
  }

  /// Does tasks until the caller has no more.
  ///
  /// After one interruption no new tasks are begun; after two, those in hand are cancelled.
  package func run(_ calls: Calls) {
    triedIDs = []
    var lastRound = MonotonicClock.seconds
    while true {
      handOut(calls)
      guard workers.contains(where: { !$0.tasks.isEmpty }) else { break }
      wait()
      // One look at the clock for a round: where the program stands still after it, the deadlines
      // are held against it only when they have been extended.
      let now = MonotonicClock.seconds
      extendDeadlines(by: now - lastRound)
      lastRound = now
      interruption?.update()
      if let interruption, interruption.count > 1 { return cancel(calls) }
      // Over a copy: a worker that ends leaves the list.
      for worker in workers { serve(worker, at: now, calls) }
      calls.tick(workers.compactMap(\.tasks.first?.id))
    }
  }

  // MARK: - Handing out

  /// Gives every worker one task before any gets its second.
  private func handOut(_ calls: Calls) {
    for depth in 0..<Self.queueLength {
      for worker in workers where worker.tasks.count == depth && takesMore(worker) {
        guard let task = takeTask(calls) else { return }
        worker.send(task, limits: limits)
      }
      while depth == 0, workers.count < workerCount {
        guard let task = takeTask(calls) else { return }
        do throws(WorkerDeath) {
          let worker = try startedWorker()
          workers.append(worker)
          worker.send(task, limits: limits)
        } catch {
          // Those that run can do it later; where there are none, nobody can.
          guard workers.isEmpty else {
            returnedTasks.insert(task, at: 0)
            break
          }
          calls.finished(task.id, .failure(error), 0)
        }
      }
    }
  }

  private func startedWorker() throws(WorkerDeath) -> Worker {
    guard let standby else { return try Worker.start(limits: limits, answer: answer) }
    self.standby = nil
    return standby.worker.employ(WorkerOrders(limits: limits, work: standby.orders))
  }

  /// Whether a worker may be given a task: not where it is to be replaced, and not behind a task that
  /// has cost a worker before, which may take the next one down with it.
  private func takesMore(_ worker: Worker) -> Bool {
    !worker.isWorn(limits) && !worker.tasks.contains { triedIDs.contains($0.id) }
  }

  private func extendDeadlines(by seconds: Double) {
    guard seconds > Self.longestRoundSeconds else { return }
    for worker in workers { worker.extendDeadline(by: seconds) }
  }

  private func takeTask(_ calls: Calls) -> WorkerTask? {
    // What was begun is finished, even when the user wants to end.
    if !returnedTasks.isEmpty { return returnedTasks.removeFirst() }
    guard (interruption?.count ?? 0) == 0 else { return nil }
    return calls.nextTask()
  }

  // MARK: - Waiting and serving

  private func wait() {
    var descriptors = workers.flatMap(\.descriptors)
    if let interruption { descriptors.append(interruption.descriptor) }
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), Self.millisecondsPerTick)
  }

  private func serve(_ worker: Worker, at now: Double, _ calls: Calls) {
    worker.listen(through: buffer)
    isUnfiltered = isUnfiltered || worker.isUnfiltered
    while true {
      switch worker.receive(through: buffer, limits: limits) {
      case .answer(let bytes):
        guard let task = worker.tasks.first, let answer = decode(bytes) else {
          return putDown(worker, .malformedAnswer, calls)
        }
        let seconds = worker.secondsOnTask
        worker.finishTask(limits: limits)
        calls.finished(task.id, .success(answer), seconds)
        guard workers.contains(where: { $0 === worker }) else { return }
      case .malformed:
        return putDown(worker, .malformedAnswer, calls)
      case .nothing:
        return retireWhereDue(worker, at: now, calls)
      case .end:
        return bury(worker, worker.end(kills: false, through: buffer), calls)
      }
    }
  }

  private func retireWhereDue(_ worker: Worker, at now: Double, _ calls: Calls) {
    if now > worker.deadline {
      return putDown(worker, worker.isStopped ? .stopped : .timeLimit, calls)
    }
    guard worker.tasks.isEmpty, worker.isWorn(limits) else { return }
    _ = worker.end(kills: true, through: buffer)
    workers.removeAll { $0 === worker }
  }

  private func putDown(_ worker: Worker, _ death: WorkerDeath, _ calls: Calls) {
    _ = worker.end(kills: true, through: buffer)
    bury(worker, death, calls)
  }

  /// Takes a worker that has ended from the list, and sees to its tasks.
  private func bury(_ worker: Worker, _ death: WorkerDeath, _ calls: Calls) {
    workers.removeAll { $0 === worker }
    var tasks = worker.tasks
    if let lost = tasks.first {
      let isRetried = death.mayBeTriedAgain && triedIDs.insert(lost.id).inserted
      if isRetried {
        tasks[0].prepareSecondTry()
      } else {
        tasks.removeFirst()
        calls.finished(lost.id, .failure(death), worker.secondsOnTask)
      }
    }
    returnedTasks += tasks
  }

  private func cancel(_ calls: Calls) {
    let tasks = workers.flatMap(\.tasks) + returnedTasks
    for worker in workers { _ = worker.end(kills: true, through: buffer) }
    workers = []
    returnedTasks = []
    for task in tasks { calls.finished(task.id, .failure(.cancelled), 0) }
  }
}
