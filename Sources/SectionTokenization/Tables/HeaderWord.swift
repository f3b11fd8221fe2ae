// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A word of a line that may be the header of a table.
///
/// It holds numbers only, since every line of a table is taken apart.
struct HeaderWord {
  /// Its number among the words of headings.
  let number: Int
  let isYear: Bool
  /// How many bytes of it are compared.
  let foldedCount: Int
  /// The line it stands on.
  let line: Int
  /// Where it stands in the line's text.
  let utf8: Range<Int>
  let xMin: Double
  let xMax: Double

  private init(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int, xMin: Double = 0,
    xMax: Double = 0, among known: KnownTexts
  ) {
    let printed = UnsafeBufferPointer(rebasing: text[range])
    foldedCount = FoldedText.count(of: printed)
    number = known.number(of: printed)
    isYear = Self.isYear(UnsafeBufferPointer(rebasing: printed[..<foldedCount]))
    self.line = line
    utf8 = range
    self.xMin = xMin
    self.xMax = xMax
  }

  /// The words of a line, which has that index among all lines.
  static func words(
    of line: SourceLine, at index: Int, among known: KnownTexts
  ) -> [HeaderWord] {
    guard !line.words.isEmpty else { return words(of: line.text, at: index, among: known) }
    var text = line.text
    return text.withUTF8 { utf8 in
      line.words.map { word in
        HeaderWord(
          utf8, word.utf8Start..<word.utf8End, line: index, xMin: word.xMin, xMax: word.xMax,
          among: known)
      }
    }
  }

  /// Whether a line begins with a word that fulfils a condition, which asks for no place.
  static func beginsLine(
    _ line: SourceLine, where condition: (HeaderWord) -> Bool, _ known: KnownTexts
  ) -> Bool {
    var text = line.text
    return text.withUTF8 { utf8 in
      let word =
        line.words.first.map { $0.utf8Start..<$0.utf8End } ?? 0..<wordEnd(of: utf8, from: 0)
      return condition(HeaderWord(utf8, word, line: 0, among: known))
    }
  }

  /// Whether all words of a text whose places are not known fulfil a condition.
  static func areAll(
    in text: String, _ condition: (HeaderWord) -> Bool, _ known: KnownTexts
  ) -> Bool {
    text.withUTF8Bytes { utf8 in
      isEachWord(of: utf8) { condition(HeaderWord(utf8, $0, line: 0, among: known)) }
    }
  }

  /// The words of a text whose places are not known.
  static func words(
    of text: String, at index: Int = 0, among known: KnownTexts
  ) -> [HeaderWord] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [HeaderWord] = []
      // No heading of a column has more words, and few headers.
      words.reserveCapacity(8)
      forEachWord(of: utf8) { words.append(HeaderWord(utf8, $0, line: index, among: known)) }
      return words
    }
  }

  /// Four digits, of which the first is 1 or 2.
  static func isYear(_ utf8: some Collection<UInt8>) -> Bool {
    utf8.count == 4 && utf8.allSatisfy(isDigit)
      && (utf8.first == 0x31 || utf8.first == 0x32)
  }

  func text(in lines: [SourceLine]) -> Substring {
    lines[line].text.utf8Slice(utf8)
  }

  /// Words as one text, with one space between each two.
  static func text(of words: ArraySlice<HeaderWord>, in lines: [SourceLine]) -> String {
    if let only = words.first, words.count == 1 { return String(only.text(in: lines)) }
    var text = ""
    for word in words {
      if !text.isEmpty { text += " " }
      text += word.text(in: lines)
    }
    return text
  }
}
