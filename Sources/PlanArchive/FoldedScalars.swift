// SPDX-License-Identifier: GPL-2.0-or-later

/// A text as a search sees it: capitals are small letters, and all kinds of space are one.
struct FoldedScalars {
  let scalars: [Unicode.Scalar]

  init(_ text: some StringProtocol) {
    scalars = text.unicodeScalars.map(\.folded)
  }

  /// Whether a term stands somewhere, also inside words; or, where it is too short to be looked for
  /// there, at the beginning of one.
  func holds(_ term: FoldedScalars, onlyAtBeginnings: Bool) -> Bool {
    guard let first = term.scalars.first else { return true }
    return scalars.indices.contains { position in
      scalars[position] == first && scalars[position...].starts(with: term.scalars)
        && (!onlyAtBeginnings || scalars.isBeginning(position))
    }
  }
}

extension [Unicode.Scalar] {
  /// Whether no word reaches over a position from before it.
  func isBeginning(_ position: Int) -> Bool {
    position == 0 || !self[position - 1].isInWord
  }
}

extension Unicode.Scalar {
  /// Whether unicode61, SQLite's tokenizer, takes it for a part of a word.
  var isInWord: Bool {
    if isASCII { return ("a"..."z" ~= self) || ("A"..."Z" ~= self) || ("0"..."9" ~= self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  /// The scalar in lower case, where that is one scalar too; U+0020 for any space.
  fileprivate var folded: Unicode.Scalar {
    if isASCII {
      if "A"..."Z" ~= self { return Unicode.Scalar(UInt8(value) + 32) }
      return (0x09...0x0D).contains(value) ? " " : self
    }
    if properties.isWhitespace { return " " }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }
}
