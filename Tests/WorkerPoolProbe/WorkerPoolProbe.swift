// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc
internal import ProcessIsolation

/// Gives a pool the tasks that its arguments name, and prints what became of each.
///
/// `worker-pool-probe WORKERS SECONDS DEED...`: each deed is a task in which the worker does it; see
/// ``Deed``. A line tells the task's number, how often it was tried, and its end. With `+` behind
/// the number of workers the first of them was on standby, with `-` it was given no good orders.
@main
struct WorkerPoolProbe {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let workers = arguments.first, let workerCount = Int(workers.prefix { $0.isNumber }),
      arguments.count > 2,
      let seconds = arguments.dropFirst().first.flatMap({ Double($0) }),
      let tries = TryCounts(count: arguments.count)
    else { exit(64) }
    let deeds = arguments.dropFirst(2).map { Array($0.utf8) }
    // One that nobody employs is gone with its object.
    _ = StandbyWorker.start { _ in while true { pause() } }
    guard waitpid(-1, nil, WNOHANG) < 0 else { exit(1) }
    let orders = Array("by orders".utf8)
    let standby = StandbyWorker.start { got in
      got()?.elementsEqual(orders) == true ? { Deed.answer(to: $0, tries) } : nil
    }
    guard let standby else { exit(1) }
    let pool = WorkerPool<String>(
      workerCount: workerCount,
      limits: WorkerLimits(secondsPerTask: seconds, addressSpaceBytes: 256 << 20),
      standby: workers.last == "+" ? (standby, orders) : workers.last == "-" ? (standby, []) : nil,
      answer: { Deed.answer(to: $0, tries) },
      decode: { $0.starts(with: Deed.goodAnswer) ? String(decoding: $0, as: UTF8.self) : nil })
    // Twice, since what a pool remembers of one round must not harm the next.
    for round in 1...2 {
      tries.clear()
      var next = 0
      pool.run(
        WorkerPool<String>.Calls(
          nextTask: {
            guard next < deeds.count else { return nil }
            defer { next += 1 }
            let isOtherwise = deeds[next] == Array(Deed.badThenGood.rawValue.utf8)
            return WorkerTask(
              id: next, request: [UInt8(next)] + deeds[next],
              secondRequest: isOtherwise ? [UInt8(next)] + Deed.goodAnswer : nil)
          },
          finished: { id, result, _ in
            let name = String(decoding: deeds[id], as: UTF8.self)
            print("\(round) \(name) \(tries[id]) \(Self.text(result))")
            if name == Deed.standstill.rawValue { sleep(Deed.standstillSeconds) }
            if name == Deed.dismissal.rawValue { pool.dismissIdleWorkers() }
          }))
    }
  }

  private static func text(_ result: Result<String, WorkerDeath>) -> String {
    switch result {
    case .success(let answer): answer
    case .failure(let death): "\(death)"
    }
  }
}
