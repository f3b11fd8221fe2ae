// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
@preconcurrency internal import Glibc

/// `rodtrad archive`, which is a program of its own, `rodtrad-archive` beside this one.
///
/// It brings SQLite and Foundation, which would make this program slower to start. What is said here
/// stands in the list of commands; the other program says the rest.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Keeps plans of all years in one SQLite file, and searches them.")

  /// Goes over to the other program where the arguments ask for it; comes back where they do not.
  static func takeOverWhereAsked() {
    guard CommandLine.argc > 1 else { return }
    let arguments = (1..<Int(CommandLine.argc)).map { CommandLine.unsafeArgv[$0] }
    if isWord(arguments[0], "archive") {
      takeOver(with: Array(arguments.dropFirst()))
    } else if arguments.count > 1, isWord(arguments[0], "help"), isWord(arguments[1], "archive") {
      takeOver(with: arguments.dropFirst(2) + [strdup("--help")])
    }
  }

  private static let programName = "rodtrad-archive"

  private static func isWord(_ argument: UnsafeMutablePointer<CChar>?, _ word: String) -> Bool {
    argument.map { strcmp($0, word) == 0 } ?? false
  }

  /// Puts the other program in the place of this one, or says why it cannot and ends with 2.
  private static func takeOver(with arguments: [UnsafeMutablePointer<CChar>?]) {
    let folder = folderOfProgram()
    let path = "\(folder)/\(programName)"
    // The bytes of the arguments go on as they are, also where they are not UTF-8.
    execv(path, [strdup(path)] + arguments + [nil])
    let reason = String(cString: strerror(errno))
    Console.message(
      "rodtrad: \(path) cannot be started (\(reason)); build it with 'scripts/rodtrad archive', or "
        + "put it beside rodtrad")
    _exit(ExitStatus.failed)
  }

  private static func folderOfProgram() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
    let folder = path.prefix(upTo: path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
    return String(decoding: folder, as: UTF8.self)
  }
}
