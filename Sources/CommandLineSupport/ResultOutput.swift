// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import FileAccess
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

  /// How much of a file tells whether it is a result.
  private static let startSize = 1 << 16

  /// Refuses a name that leads nowhere, which a script without a value gives.
  package func validate() throws {
    guard path != "" else {
      throw ValidationError("--output is empty; name a file, or - for standard output")
    }
  }

  /// Ends with 2 where the result would take the place of an input, or of a file that is no earlier
  /// result.
  ///
  /// - Parameters:
  ///   - inputs: Paths of files; looked for only where the output is there already.
  ///   - isResult: Whether a file is an earlier result, by its first bytes.
  /// - Throws: The exit code, after the message.
  package func refuseToReplace(
    _ inputs: @autoclosure () -> [String], unless isResult: ([UInt8]) -> Bool
  ) throws {
    guard let path, path != "-", FileSystem.realPath(path) != nil, !FileSystem.isDevice(path) else {
      return
    }
    guard !WholeFile.isOne(of: inputs(), path) else {
      throw failure("\(path) is one of the inputs; name another file after --output")
    }
    do throws(FileSystemError) {
      let start = try FileSystem.read(path, atMost: Self.startSize)
      // In an empty file there is nothing to lose.
      guard !start.isEmpty, !isResult(start) else { return }
    } catch {
      throw failure("\(path) cannot be written (\(error.reason)); \(error.advice)")
    }
    throw failure(
      "\(path) is there already, and is no comparison or trend; name another file after --output, "
        + "or take it away first")
  }

  /// Writes the result whole, or says why it cannot and ends with 2.
  package func write(_ bytes: [UInt8]) throws {
    guard let path, path != "-" else { return try Console.writeData(bytes) }
    do throws(ConversionFailure) {
      try WholeFile.write(bytes, to: path)
    } catch {
      throw failure("\(error.fact); \(error.advice)")
    }
  }

  /// Prints a message, and gives the exit code to throw.
  private func failure(_ message: String) -> ExitCode {
    Console.message("rodtrad: \(message)")
    return ExitCode(ExitStatus.failed)
  }
}
