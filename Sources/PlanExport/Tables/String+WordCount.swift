// SPDX-License-Identifier: GPL-2.0-or-later

extension String {
  /// How many words the text has: runs of letters and digits, where a soft hyphen parts nothing.
  ///
  /// Combining marks belong to the letter before them, so that a text counts the same in every
  /// normal form.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for scalar in unicodeScalars where scalar != "\u{AD}" {
      let isPartOfWord = Self.isPartOfWord(scalar)
      if isPartOfWord && !isInWord { count += 1 }
      isInWord = isPartOfWord
    }
    return count
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": true
      default: false
      }
    }
    return switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
