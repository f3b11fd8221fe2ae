// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// What most lines are told apart by before they are read: their first and last bytes and their
/// length.
///
/// Every line is asked whether it is a label, a heading, the header of a table, a page counter and
/// more; nearly all answers are no, and come from here.
struct LineEdges {
  /// The first two bytes and the last one, 0 where there are none.
  let first: UInt8
  private let second: UInt8
  let last: UInt8
  /// The length in bytes of UTF-8.
  let count: Int

  init(_ text: String) {
    var text = text
    (first, second, last, count) = text.withUTF8 { utf8 in
      (utf8.first ?? 0, utf8.count > 1 ? utf8[1] : 0, utf8.last ?? 0, utf8.count)
    }
  }

  /// The first byte, small where it is a capital of ASCII.
  var foldedFirst: UInt8 { foldedByte(first, after: 0) }

  /// The second byte, small where it is a capital or ends one.
  var foldedSecond: UInt8 { foldedByte(second, after: first) }

  /// Whether the line begins with a digit.
  var startsWithDigit: Bool { isDigit(first) }

  /// Whether the line begins with a small letter of Swedish.
  var startsWithSmallLetter: Bool {
    isSmallLetter(first, second)
  }

  /// Whether the line begins with a capital letter of Swedish.
  var startsWithCapital: Bool {
    isCapital(first, second)
  }
}
