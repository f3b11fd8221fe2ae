// SPDX-License-Identifier: GPL-2.0-or-later

/// How wide a column is to be: as its longest line, up to a limit at which lines are wrapped.
///
/// Widths are characters of the normal font, as Excel counts them.
struct ColumnWidth {
  private let limit: Int
  private var longest: Int

  /// Room for the button of the filter, the indent, and bold letters, which are wider than digits.
  private static let headingMargin = 6
  private static let margin = 2
  private static let narrowest = 8
  /// What a line loses where a word goes to the next one.
  private static let raggedEdge = 5

  /// A column of which nothing is known but its heading, whose words may stand under each other.
  init(heading: String, limit: Int) {
    self.limit = limit
    let longestWord = heading.split(separator: " ").map(\.count).max() ?? 0
    longest = max(Self.narrowest, longestWord + Self.headingMargin)
  }

  /// The width in the end.
  var characters: Double { Double(longest) }

  /// Takes a text into account.
  ///
  /// - Returns: How many lines it takes when it is wrapped.
  mutating func take(_ text: String) -> Int {
    var lines = 0
    var length = 0
    func end(_ longest: inout Int) {
      longest = max(longest, min(length + Self.margin, limit))
      let lineLength = limit - Self.raggedEdge
      lines += length <= limit - Self.margin ? 1 : (length + lineLength - 1) / lineLength
      length = 0
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        end(&longest)
      } else if byte & 0xC0 != 0x80 {
        // Bytes that continue a character are none of their own.
        length += 1
      }
    }
    end(&longest)
    return lines
  }
}
