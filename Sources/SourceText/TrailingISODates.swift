// SPDX-License-Identifier: GPL-2.0-or-later

/// The dates like 2026-12-31 at the end of a text, each a word of its own, two at the most.
public struct TrailingISODates {
  /// How many there are.
  public let count: Int
  private let text: String

  /// In bytes, with the space before it.
  private static let dateLength = 11

  /// Looks at the end of a text.
  public init(_ text: String) {
    self.text = text
    guard endsInISODate(text) else {
      count = 0
      return
    }
    let rest = text.utf8.count - Self.dateLength
    count = rest > 0 && endsInISODate(text.utf8Slice(0..<rest)) ? 2 : 1
  }

  /// What stands before them.
  public var rest: Substring {
    text.utf8Slice(0..<max(text.utf8.count - count * Self.dateLength, 0))
  }

  /// The dates, in the order in which they stand.
  public var dates: [String] {
    (0..<count).reversed().map { later in
      let end = text.utf8.count - later * Self.dateLength
      return String(text.utf8Slice((end - Self.dateLength + 1)..<end))
    }
  }
}
