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
    count = text.withUTF8Bytes { utf8 in
      guard endsInISODate(bytes: utf8) else { return 0 }
      let rest = utf8.count - Self.dateLength
      return rest > 0 && endsInISODate(bytes: UnsafeBufferPointer(rebasing: utf8[..<rest])) ? 2 : 1
    }
  }

  /// What stands before them.
  public var rest: String {
    text.utf8Text(0..<max(text.utf8.count - count * Self.dateLength, 0))
  }

  /// The dates, in the order in which they stand.
  public var dates: [String] {
    (0..<count).reversed().map { later in
      let end = text.utf8.count - later * Self.dateLength
      return text.utf8Text((end - Self.dateLength + 1)..<end)
    }
  }
}
