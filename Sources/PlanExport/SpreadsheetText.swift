// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts that a spreadsheet is to show as they stand, on one line; the rules are ``CSVWriter``'s.
enum SpreadsheetText {
  static func harmless(_ text: String) -> String {
    let line = onOneLine(text)
    return isTakenForFormula(text) ? "'" + line : line
  }

  private static func isTakenForFormula(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, first == "\t" || first == "\r" { return true }
    let firstVisible = text.unicodeScalars.first { !isSpace($0) }
    return switch firstVisible {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }

  private static func onOneLine(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    // A Character is a whole line break: CR LF is one.
    return String(text.map { $0.isNewline ? " " : $0 })
  }
}
