// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import PlanPipeline

/// Where the one result of a command goes: a file, or standard output.
package struct ResultOutput {
  /// nil or "-" for standard output.
  let path: String?

  /// The output at a path; nil or "-" for standard output.
  package init(path: String?) {
    self.path = path
  }

  /// The folder that the result lies in; for standard output the current one.
  package var folder: String {
    guard let path, path != "-", let end = path.lastIndex(of: "/") else { return "." }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Ends with 2 where the result would take the place of an input.
  ///
  /// - Parameter inputs: Paths of files; looked for only where the output is there already.
  /// - Throws: The exit code, after the message.
  package func refuseToReplace(_ inputs: @autoclosure () -> [String]) throws {
    guard let path, path != "-", WholeFile.isOne(of: inputs(), path) else { return }
    Console.message(
      "rodtrad: \(path) is one of the inputs; name another file after --output")
    throw ExitCode(ExitStatus.failed)
  }

  /// Writes the result whole, or says why it cannot and ends with 2.
  package func write(_ bytes: [UInt8]) throws {
    guard let path, path != "-" else { return try Console.writeData(bytes) }
    do throws(ConversionFailure) {
      try WholeFile.write(bytes, to: path)
    } catch {
      Console.message("rodtrad: \(error.fact); \(error.advice)")
      throw ExitCode(ExitStatus.failed)
    }
  }
}
