// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// Inputs that keep a run busy long enough to be disturbed.
enum LongRun {
  /// A document that is never done.
  static let endless = HostilePDF.formTree(depth: 60).bytes

  /// Writes plans that take a few seconds together, with bad inputs among them or without.
  ///
  /// - Returns: How many inputs there are.
  @discardableResult
  static func write(
    pdfCount: Int, textCount: Int, hasBadInputs: Bool = true, to folder: TemporaryFolder
  ) throws -> Int {
    let pdf = try CorpusCase(named: "liten-mottagning-2026").bytes(of: "input.pdf")
    for number in 0..<pdfCount {
      // What follows the end of a PDF is read by nobody, and makes it another file.
      try folder.write(pdf + Array("% \(number)\n".utf8), to: "in/\(number % 3)/plan-\(number).pdf")
    }
    for number in 0..<textCount {
      try folder.write(ExamplePlan.text(number), to: "in/text-\(number).txt")
    }
    guard hasBadInputs else { return pdfCount + textCount }
    try folder.write("", to: "in/tom.txt")
    try folder.write("nej", to: "in/ingen.pdf")
    return pdfCount + textCount + 2
  }
}
