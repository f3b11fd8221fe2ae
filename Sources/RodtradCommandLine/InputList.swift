// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import FileAccess
@preconcurrency internal import Glibc
internal import PlanPipeline

/// A file with the names of inputs.
enum InputList {
  /// A million names of 64 bytes.
  private static let sizeLimit = 64 << 20

  /// The paths in a file, or in standard input for "-".
  ///
  /// One a line; where the file holds a NUL, one before each NUL, as `find -print0` writes them.
  ///
  /// - Throws: The exit code, after the message; also where neither the file nor `others` name any.
  static func paths(in file: String, besides others: [String]) throws -> [String] {
    let name = file == "-" ? "standard input" : file
    do throws(ConversionFailure) {
      let paths = try paths(in: try bytes(of: file))
      guard !paths.isEmpty || !others.isEmpty else {
        throw ConversionFailure(
          code: "no-names", fact: "the list names no inputs", advice: "write one name a line in it")
      }
      return paths
    } catch {
      Console.message("rodtrad: \(error.message(for: name))")
      throw ExitCode(ExitStatus.failed)
    }
  }

  private static func bytes(of file: String) throws(ConversionFailure) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      let size = sizeLimit + 1
      if file == "-" {
        bytes = try ByteStream.read(size, from: STDIN_FILENO)
      } else if let piped = try FileSystem.read(pipe: file, atMost: size) {
        bytes = piped
      } else {
        bytes = try FileSystem.read(file, atMost: size)
      }
    } catch {
      throw .unreadable(error)
    }
    guard bytes.count <= sizeLimit else {
      throw ConversionFailure(
        code: "no-list", fact: "it is larger than \(sizeLimit >> 20) MiB",
        advice: "check that it is a list of names, or name folders")
    }
    return bytes
  }

  private static func paths(in bytes: [UInt8]) throws(ConversionFailure) -> [String] {
    let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    // Only the NUL at the end has nothing after it.
    let lines = bytes.split(separator: separator, omittingEmptySubsequences: separator != 0)
    let isList = separator != 0 || !lines.dropLast().contains(where: \.isEmpty)
    guard isList, !bytes.starts(with: "%PDF-".utf8),
      String(validating: bytes, as: UTF8.self) != nil
    else {
      throw ConversionFailure(
        code: "no-list", fact: "it is not a list of names",
        advice: "name a text file in UTF-8 with one name a line")
    }
    return lines.map { line in
      let isDOS = separator != 0 && line.last == UInt8(ascii: "\r")
      return String(decoding: isDOS ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
