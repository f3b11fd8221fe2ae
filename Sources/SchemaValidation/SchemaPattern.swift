// SPDX-License-Identifier: GPL-2.0-or-later

/// A regular expression of the keyword `pattern`, which matches anywhere in a string.
struct SchemaPattern {
  private let regex: Regex<AnyRegexOutput>

  /// Fails where the text is no regular expression.
  init?(_ pattern: String) {
    guard let regex = try? Regex(pattern) else { return nil }
    // JSON Schema counts in code points, not in what a reader sees as one character.
    self.regex = regex.matchingSemantics(.unicodeScalar)
  }

  func matches(_ text: String) -> Bool {
    text.firstMatch(of: regex) != nil
  }
}
