// SPDX-License-Identifier: GPL-2.0-or-later

/// Why bytes are not a JSON text that the program takes, and where.
package struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong at the place.
  package enum Reason: Sendable, Hashable {
    /// The text ends inside a value, or holds nothing.
    case unexpectedEnd
    /// This byte cannot stand here.
    case unexpectedByte(UInt8)
    case contentAfterValue
    case malformedNumber
    /// The number is beyond the range of a 64-bit floating-point number.
    case numberOutOfRange
    case malformedEscape
    /// A line break, a tab or another control character stands in a string as itself.
    case unescapedControlCharacter
    case invalidUTF8
    case duplicateKey(String)
    /// Arrays and objects nest deeper than the limit.
    case nestedTooDeep(limit: Int)
  }

  package let reason: Reason
  /// The line, counted from 1.
  package let lineNumber: Int
  /// The byte in the line, counted from 1.
  package let columnNumber: Int

  /// Creates the error of a place; lines and columns count from 1.
  package init(reason: Reason, lineNumber: Int, columnNumber: Int) {
    self.reason = reason
    self.lineNumber = lineNumber
    self.columnNumber = columnNumber
  }

  /// The fact and its place on one line.
  package var description: String {
    "line \(lineNumber), column \(columnNumber): \(fact)"
  }

  /// The fact without its place, a clause.
  package var fact: String {
    switch reason {
    case .unexpectedEnd: "the JSON ends too early"
    case .unexpectedByte(let byte): "unexpected \(Self.name(of: byte))"
    case .contentAfterValue: "something follows the end of the JSON value"
    case .malformedNumber: "malformed number"
    case .numberOutOfRange: "number out of range"
    case .malformedEscape: "malformed escape in a string"
    case .unescapedControlCharacter: "unescaped control character in a string"
    case .invalidUTF8: "invalid UTF-8 in a string"
    case .duplicateKey(let key): "key \(BriefText.quoted(key)) occurs twice"
    case .nestedTooDeep(let limit): "nested deeper than \(limit) levels"
    }
  }

  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
    default: "byte 0x\(String(byte, radix: 16, uppercase: true))"
    }
  }
}
