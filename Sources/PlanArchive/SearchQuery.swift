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
  /// The trigram index knows nothing shorter, which is found only where a word begins with it.
  static let trigramLength = 3

  /// Enough to leave hardly a row that has them all by chance.
  private static let mostTrigrams = 32

  /// The words and phrases, as the archive's tables would hold them.
  let terms: [String]
  private let folded: [FoldedScalars]

  /// Reads a query.
  package init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= Self.byteLimit else { throw .tooLong(byteLimit: Self.byteLimit) }
    terms = Self.terms(in: text)
    guard !terms.isEmpty else { throw .noWords }
    folded = terms.map(FoldedScalars.init)
  }

  /// The expression that rows with all of it as whole words match; nil where a part of it is no word.
  var wordExpression: String? {
    guard terms.allSatisfy(Self.hasWord) else { return nil }
    return terms.map(Self.quoted).joined(separator: " AND ")
  }

  /// The expression that all rows with the longer terms match, whole words or not, and few others; nil
  /// where there are none.
  ///
  /// The trigram index knows in which rows three characters stand in a row, not where: so rows that
  /// have all threes of a term need not have the term.
  var trigramExpression: String? {
    var trigrams: [String] = []
    for term in terms where Self.isLong(term) {
      let scalars = Array(term.unicodeScalars)
      for start in 0...(scalars.count - Self.trigramLength) {
        var trigram = String.UnicodeScalarView()
        trigram.append(contentsOf: scalars[start..<(start + Self.trigramLength)])
        let quoted = Self.quoted(String(trigram))
        if !trigrams.contains(quoted) { trigrams.append(quoted) }
        if trigrams.count == Self.mostTrigrams { break }
      }
    }
    return trigrams.isEmpty ? nil : trigrams.joined(separator: " AND ")
  }

  /// The expression that rows match in which words begin with the terms of one or two characters; nil
  /// where there are none.
  var prefixExpression: String? {
    let short = terms.filter { !Self.isLong($0) }
    return short.isEmpty ? nil : short.map { Self.quoted($0) + " *" }.joined(separator: " AND ")
  }

  /// Whether a text holds all of it, inside words too.
  func isInside(_ text: FoldedScalars) -> Bool {
    folded.allSatisfy { term in
      text.holds(term, onlyAtBeginnings: term.scalars.count < Self.trigramLength)
    }
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
    // Before NUL becomes a character that stands in texts.
    let breaks = text.unicodeScalars.map { isBreak($0) ? " " : $0 }
    let spaced = String(String.UnicodeScalarView(breaks))
    for scalar in ArchivedText.searchable(spaced).unicodeScalars {
      if scalar == "\"" {
        end()
        isInQuotes.toggle()
      } else if scalar == " " {
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
