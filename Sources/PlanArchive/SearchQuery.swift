// SPDX-License-Identifier: GPL-2.0-or-later

/// What a user searches for: words that all have to be there, and phrases in quotation marks.
///
/// Nothing in it is FTS5 syntax: each word stands in the expressions as a string of its own.
package struct SearchQuery: Sendable {
  /// Why a text cannot be searched for.
  package enum Refusal: Error, Sendable, Hashable {
    /// It is longer than this number of bytes in UTF-8.
    case tooLong(byteLimit: Int)
    /// It has no word, nor three characters in a row.
    case noWords
  }

  /// As much as anyone types, and little enough for SQLite's parser.
  private static let byteLimit = 1_000
  /// The trigram index knows nothing shorter.
  private static let trigramLength = 3

  /// The words and phrases, as the archive's tables would hold them.
  let terms: [String]

  /// Reads a query.
  package init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= Self.byteLimit else { throw .tooLong(byteLimit: Self.byteLimit) }
    terms = Self.terms(in: text)
    guard !terms.isEmpty else { throw .noWords }
  }

  /// The expression that rows with all of it as whole words match; nil where a part of it is no word.
  var wordExpression: String? {
    guard terms.allSatisfy(Self.hasWord) else { return nil }
    return terms.map(Self.quoted).joined(separator: " AND ")
  }

  /// The expression that finds the longer terms inside words, for the trigram index; nil where there
  /// are none.
  var trigramExpression: String? {
    let long = terms.filter(Self.isLong)
    return long.isEmpty ? nil : long.map(Self.quoted).joined(separator: " AND ")
  }

  /// The expression that finds terms of one or two characters at the beginning of words; nil where
  /// there are none.
  var prefixExpression: String? {
    let short = terms.filter { !Self.isLong($0) }
    return short.isEmpty ? nil : short.map { Self.quoted($0) + " *" }.joined(separator: " AND ")
  }

  private static func terms(in text: String) -> [String] {
    var terms: [String] = []
    var term = String.UnicodeScalarView()
    var isInQuotes = false
    func isBreak(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
    func end() {
      let words = String(term).split(separator: " ").joined(separator: " ")
      if hasWord(words) || isLong(words) { terms.append(words) }
      term = String.UnicodeScalarView()
    }
    for scalar in ArchivedText.searchable(text).unicodeScalars {
      if scalar == "\"" {
        end()
        isInQuotes.toggle()
      } else if isBreak(scalar) {
        if isInQuotes { term.append(" ") } else { end() }
      } else {
        term.append(scalar)
      }
    }
    end()
    return terms
  }

  private static func isLong(_ term: String) -> Bool {
    term.unicodeScalars.count >= trigramLength
  }

  private static func hasWord(_ term: String) -> Bool {
    term.unicodeScalars.contains(where: \.isInWord)
  }

  /// A string of FTS5; it ends at nothing that the term could hold.
  private static func quoted(_ term: String) -> String {
    "\"" + term.replacing("\"", with: "\"\"") + "\""
  }
}

extension Unicode.Scalar {
  /// Whether unicode61, SQLite's tokenizer, takes it for a part of a word.
  var isInWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
