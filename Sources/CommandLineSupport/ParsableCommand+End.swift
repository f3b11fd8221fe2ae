// SPDX-License-Identifier: GPL-2.0-or-later

package import ArgumentParser
@preconcurrency internal import Glibc

extension ParsableCommand {
  /// Ends the process as `exit(withError:)` does, but with 2 where help or the version, which are what
  /// was asked for, cannot be written.
  package static func end(withError error: any Error) -> Never {
    guard exitCode(for: error) == .success else { exit(withError: error) }
    do {
      try Console.writeData(Array("\(fullMessage(for: error))\n".utf8))
    } catch {
      exit(withError: error)
    }
    _exit(EXIT_SUCCESS)
  }
}
