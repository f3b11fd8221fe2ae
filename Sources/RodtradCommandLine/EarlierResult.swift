// SPDX-License-Identifier: GPL-2.0-or-later

internal import ComparisonExport
internal import PlanExport

/// Tells results of `compare` and `trend` from other files, which they must not replace.
enum EarlierResult {
  /// Whether a result begins with these bytes, the first of a file.
  static func begins(with start: [UInt8]) -> Bool {
    beginnings.contains { start.starts(with: $0) } || beginsListing(start)
  }

  private static let beginnings: [[UInt8]] =
    [CSVDialect.open, .excel].flatMap { dialect in
      [
        CSVComparisonExporter(dialect: dialect).bytes(for: []),
        CSVTrendExporter(dialect: dialect).bytes(for: []),
      ]
    }
    + [
      "{\"chains\":", "{\n  \"chains\":", page(language: "sv"), page(language: "en"),
    ].map { Array($0.utf8) }

  private static func page(language: String) -> String {
    "<!DOCTYPE html>\n<html lang=\"\(language)\"><head><meta charset=\"utf-8\">"
      + "<meta http-equiv=\"Content-Security-Policy\""
  }

  /// Whether the plans and their files stand in the first two lines, as ``ComparisonListing`` has them.
  private static func beginsListing(_ start: [UInt8]) -> Bool {
    let lines = start.split(separator: UInt8(ascii: "\n"), maxSplits: 2).prefix(2).map {
      String(decoding: $0, as: UTF8.self)
    }
    return lines.count == 2 && lines.allSatisfy { $0.contains(" → ") } && lines[1].hasPrefix("  ")
  }
}
