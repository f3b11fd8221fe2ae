// SPDX-License-Identifier: GPL-2.0-or-later

import Synchronization

/// Lets one test at a time read PDFs.
///
/// Poppler's warnings are counted for the whole process, so a damaged file that one test reads would
/// give the sound file of another test a remark.
package enum PDFTurn {
  private static let turn = Mutex<Void>(())

  /// Waits for the turn, and has it until `body` is done.
  package static func take<Result: Sendable, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try turn.withLock { _ throws(Failure) in try body() }
  }
}
