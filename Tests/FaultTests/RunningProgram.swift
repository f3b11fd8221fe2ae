// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// The real program while it runs, seen from outside.
final class RunningProgram {
  private let process = Process()
  private let errors: TemporaryFolder
  /// The most memory that the program itself has held so far, in bytes, as seen by ``wait(atMost:)``.
  private(set) var peakBytes = 0

  var processID: pid_t { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// How long the tests look away between two looks at the process.
  static let pause = 0.005

  /// Starts `rodtrad`, or another program with it among its arguments.
  init(
    _ arguments: [String], in folder: TemporaryFolder, program: URL = Rodtrad.program,
    input: Pipe? = nil
  ) throws {
    errors = try TemporaryFolder()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardInput = input ?? FileHandle.nullDevice as Any
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(forWritingAtPath: try errors.write("", to: "errors"))
    // The threads that tests run in block most signals, and what they start inherits that.
    var none = sigset_t()
    var former = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try process.run()
  }

  /// Runs a command of bash, in which `$0` is `rodtrad`, to its end.
  static func shell(
    _ command: String, in folder: TemporaryFolder
  ) throws -> (status: Int32?, errors: String) {
    let run = try RunningProgram(
      ["-c", command, Rodtrad.program.path], in: folder,
      program: URL(fileURLWithPath: "/bin/bash"))
    return (run.wait(), try run.errorText())
  }

  deinit {
    if process.isRunning { kill(processID, SIGKILL) }
  }

  func send(_ signal: Int32) { kill(processID, signal) }

  /// What the program has said so far.
  func errorText() throws -> String { try errors.text(of: "errors") }

  /// Waits for the end.
  ///
  /// - Returns: The exit code, the negative number of the signal that ended the process, or nil where
  ///   it has not ended in time.
  func wait(atMost seconds: Double = 60) -> Int32? {
    guard wait(atMost: seconds, until: { !process.isRunning }) else { return nil }
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return isSignal ? -process.terminationStatus : process.terminationStatus
  }

  /// Waits until something holds.
  ///
  /// - Returns: Whether it came to hold in time.
  func wait(atMost seconds: Double, until condition: () throws -> Bool) rethrows -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while try !condition() {
      guard Date() < end else { return false }
      peakBytes = max(peakBytes, ProcessTable.peakBytes(of: processID))
      Thread.sleep(forTimeInterval: Self.pause)
    }
    return true
  }

  /// The workers that are there now.
  var workers: [pid_t] { ProcessTable.children(of: processID) }

  /// Waits for a worker that has been at work for a while.
  func busyWorker(besides others: Set<pid_t> = [], atMost seconds: Double = 20) -> pid_t? {
    var found: pid_t?
    _ = wait(atMost: seconds) {
      found = workers.first {
        ProcessTable.processorTicks(of: $0) > 8 && !others.contains($0)
      }
      return found != nil || !isRunning
    }
    return found
  }
}

/// What `/proc` says of processes.
enum ProcessTable {
  /// The processes that a process has started and that have not been buried.
  static func children(of parent: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { fields(of: $0).dropFirst().first == "\(parent)" }
  }

  /// How much processor time a process has had, in hundredths of a second.
  static func processorTicks(of process: pid_t) -> Int {
    let fields = fields(of: process)
    guard fields.count > 12 else { return 0 }
    return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
  }

  /// "R", "S", "T" (stopped) and so on; nil where the process is gone.
  static func state(of process: pid_t) -> String? { fields(of: process).first }

  /// Whether a process has ended, though nobody may have asked how.
  static func isGone(_ process: pid_t) -> Bool {
    state(of: process).map { $0 == "Z" } ?? true
  }

  /// The most memory that a process has held, in bytes; 0 where it is gone.
  static func peakBytes(of process: pid_t) -> Int {
    let line = text(process, "status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return (kibibytes.flatMap { Int($0) } ?? 0) << 10
  }

  /// The fields of `stat` from the state on, which stands behind the name.
  private static func fields(of process: pid_t) -> [String] {
    let afterName = text(process, "stat").split(separator: ")").last ?? ""
    return afterName.split(separator: " ").map(String.init)
  }

  private static func text(_ process: pid_t, _ file: String) -> String {
    let data = FileManager.default.contents(atPath: "/proc/\(process)/\(file)") ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
