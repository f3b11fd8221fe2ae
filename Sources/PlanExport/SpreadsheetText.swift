// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts that a spreadsheet is to show as they stand, on one line; the rules are ``CSVWriter``'s.
enum SpreadsheetText {
  static func harmless(_ text: String) -> String {
    let line = onOneLine(text)
    return isTakenForFormula(text) || isTakenForDate(text) ? "'" + line : line
  }

  /// Whether Excel in Swedish would turn a text into a date: a goal's number "1.4" into 1 April.
  ///
  /// Two or three numbers of one or two digits (the last one up to four) with a dot, a hyphen or a
  /// slash between them.
  private static func isTakenForDate(_ text: String) -> Bool {
    guard text.utf8.count <= 10 else { return false }
    var lengths = [0]
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: lengths[lengths.count - 1] += 1
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"): lengths.append(0)
      default: return false
      }
    }
    guard lengths.count == 2 || lengths.count == 3, let last = lengths.popLast() else {
      return false
    }
    return lengths.allSatisfy { $0 == 1 || $0 == 2 } && last >= 1 && last <= 4
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
