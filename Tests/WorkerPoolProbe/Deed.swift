// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// What a worker does with a task, by the task's name.
enum Deed: String {
  /// Answers as it should.
  case good
  /// Answers as it should when it is tried again, and crashes before.
  case goodAtSecondTry = "good-at-second-try"
  /// Crashes, and is asked for a good deed the second time.
  case badThenGood = "bad-then-good"
  /// Answers as it should, whereupon the parent dismisses the workers that have nothing to do.
  case dismissal
  /// Answers a whole message that means nothing.
  case nonsense
  /// Writes bytes that are no message.
  case rubbish
  /// Announces an answer that no memory holds.
  case giantAnswer = "giant-answer"
  /// Answers its own task and the next one in the same breath, and then goes on answering.
  case answersForOthers = "answers-for-others"
  /// Answers one message after the other and never stops.
  case babble
  /// Begins an answer and never ends it.
  case halfAnswer = "half-answer"
  /// Complains to standard error without end.
  case complaints
  case exit
  case abort
  case hang
  /// Closes the stream to the parent, and lives on.
  case hangUp = "hang-up"
  /// Closes standard output and standard error, and answers as it should.
  case silence
  /// Answers as it should, whereupon the parent stands still for ``standstillSeconds``.
  case standstill
  /// Answers as it should, a while after such a standstill.
  case slow
  /// Takes memory until there is none.
  case memory
  /// Recurses until the stack ends.
  case stack
  /// Tries what a worker must not do, and answers what it could do all the same.
  case escape

  /// Longer than the time limit of the tests, and than any round of the pool that is work.
  static let standstillSeconds: UInt32 = 3

  static let goodAnswer = Array("good".utf8)
  /// Where a worker's stream to its parent lies.
  private static let stream: Int32 = 3

  /// Does the deed that a request names after the byte with the task's number.
  static func answer(to request: [UInt8], _ tries: TryCounts) -> [UInt8] {
    let task = Int(request.first ?? 0)
    tries[task] += 1
    guard let deed = Deed(rawValue: String(decoding: request.dropFirst(), as: UTF8.self)) else {
      return []
    }
    return deed.answer(isFirstTry: tries[task] == 1)
  }

  private func answer(isFirstTry: Bool) -> [UInt8] {
    switch self {
    case .good, .standstill, .dismissal: break
    case .badThenGood: Glibc.abort()
    case .slow: usleep(Self.standstillSeconds * 1_000_000 + 400_000)
    case .goodAtSecondTry: if isFirstTry { Glibc.abort() }
    case .nonsense: return Array("bad".utf8)
    case .rubbish: send([UInt8](repeating: 0xA5, count: 4_096))
    case .giantAnswer: send([0, 0, 0, 0, 0, 1, 0, 0])
    case .answersForOthers: for _ in 0..<4 { send(Self.goodMessage) }
    case .babble: while true { send(Self.goodMessage) }
    case .halfAnswer:
      send([0, 1, 0, 0, 0, 0, 0, 0, 1, 2, 3])
      stay()
    case .complaints: while true { write(STDERR_FILENO, "no, no, no!\n", 12) }
    case .exit: _exit(3)
    case .abort: Glibc.abort()
    case .hang: stay()
    case .hangUp:
      close(Self.stream)
      stay()
    case .silence:
      close(STDOUT_FILENO)
      close(STDERR_FILENO)
      usleep(300_000)
    case .memory: takeMemory()
    case .stack: return [UInt8(truncatingIfNeeded: depth(after: 0))]
    case .escape: return Self.goodAnswer + Array(Escape.successes().joined(separator: ",").utf8)
    }
    return Self.goodAnswer
  }

  private static let goodMessage: [UInt8] = [4, 0, 0, 0, 0, 0, 0, 0] + goodAnswer

  private func send(_ bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { write(Self.stream, $0.baseAddress, $0.count) }
  }

  private func stay() {
    while true { pause() }
  }

  private func takeMemory() {
    var blocks: [[UInt8]] = []
    while true { blocks.append([UInt8](repeating: 1, count: 1 << 20)) }
  }

  @inline(never)
  private func depth(after count: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 16) { room in
      room[0] = UInt8(truncatingIfNeeded: count)
      return depth(after: count + 1) + Int(room[0])
    }
  }
}
