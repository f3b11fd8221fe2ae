// SPDX-License-Identifier: GPL-2.0-or-later

package import Foundation

/// Runs the real binary, the one built beside the tests.
package enum Rodtrad {
  /// What a run left behind.
  package struct Outcome {
    /// The exit code, or the negative number of the signal that ended the process.
    package let status: Int32
    package let output: [UInt8]
    package let errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var errorLines: [String] {
      errors.split(separator: "\n").map(String.init)
    }
  }

  /// The program, in the folder that the tests themselves were built into.
  package static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("rodtrad")

  /// Runs the program to its end in a folder, from which relative paths are seen.
  ///
  /// `output` is a file to send standard output to instead of keeping it.
  package static func run(
    _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:],
    output: String? = nil
  ) throws -> Outcome {
    try run(arguments, in: folder, environment: environment, output: output)
  }

  package static func run(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
    output: String? = nil
  ) throws -> Outcome {
    let streams = try TemporaryFolder()
    let outputPath = try output ?? streams.write("", to: "output")
    let errorPath = try streams.write("", to: "errors")
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    try process.run()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: isSignal ? -process.terminationStatus : process.terminationStatus,
      output: output == nil ? try streams.bytes(of: "output") : [],
      errors: try streams.text(of: "errors"))
  }
}
