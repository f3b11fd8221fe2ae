// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Decides whether a hyphen at a line's end is part of the word, by how the document writes it
/// elsewhere.
///
/// "be-" "vakningsdatum" is one word cut in two; "hbtqi-" "personer" and "Svea-" "chatGPT" keep the
/// hyphen; "hälso-" "och sjukvård" keeps hyphen and space.
final class HyphenEvidence {
  /// How two lines meet.
  enum Joint {
    case space, nothing, dropHyphen
  }

  private let lines: [SourceLine]
  private let cellWords: CellWords
  private let hyphenates: Bool
  private lazy var words = LineWords(lines)

  init(_ document: TokenizedDocument, cellWords: CellWords) {
    lines = document.document.lines
    self.cellWords = cellWords
    hyphenates = document.layout.hyphenates
  }

  func joint(between above: String, and below: some StringProtocol) -> Joint {
    guard let last = above.utf8.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "/") else {
      return .space
    }
    let head = lastWord(of: above.utf8.dropLast())
    guard !head.isEmpty else { return .space }
    if last == UInt8(ascii: "/") { return .nothing }
    let tail = Array(below.utf8.prefix(while: isWordByte))
    guard !tail.isEmpty else { return .space }
    if cellWords.suspended.contains(String(decoding: tail, as: UTF8.self)) { return .space }
    guard endsInSmallLetter(head), FoldedText(utf8: tail).utf8 == tail else { return .nothing }
    let wholeHead = hyphenatedWord(endingAt: above.utf8.dropLast())
    if words.hasWhole(LineWords.hash(wholeHead + tail)) { return .dropHyphen }
    if words.hasWhole(LineWords.hash(wholeHead + [UInt8(ascii: "-")] + tail)) {
      return .nothing
    }
    // No word is cut after one letter: "e-" "utbildning" is a compound.
    guard hyphenates, String(decoding: head, as: UTF8.self).unicodeScalars.count > 1 else {
      return .nothing
    }
    return .dropHyphen
  }

  /// Whether a narrow cell broke a word without a hyphen ("nämnd/styrel" "se"): the whole word
  /// stands elsewhere, or in the vocabulary, and its first piece does not.
  func isCutInCell(_ above: String, _ below: some StringProtocol) -> Bool {
    let head = lastWord(of: above.utf8[...])
    let tail = Array(below.utf8.prefix(while: isWordByte))
    guard head.count >= 3, startsWithSmallLetter(tail), endsInSmallLetter(head) else {
      return false
    }
    let (headHash, wholeHash) = (LineWords.hash(head), LineWords.hash(head + tail))
    // The words of known cells answer most questions without a look at the whole document.
    if cellWords.known.contains(headHash) { return false }
    if cellWords.known.contains(wholeHash) { return true }
    return words.hasInner(wholeHash) && !words.hasInner(headHash)
  }

  /// What is longer is no word, and looking at all of it again at each line would take time with the
  /// square of it.
  private static let longestWord = 256

  private func lastWord(of utf8: Substring.UTF8View) -> [UInt8] {
    Array(utf8.suffix(Self.longestWord).reversed().prefix(while: isWordByte).reversed())
  }

  private func hyphenatedWord(endingAt utf8: Substring.UTF8View) -> [UInt8] {
    let end = utf8.suffix(Self.longestWord).reversed()
    return Array(end.prefix { isWordByte($0) || $0 == UInt8(ascii: "-") }.reversed())
  }

  private func endsInSmallLetter(_ word: [UInt8]) -> Bool {
    guard let last = word.last else { return false }
    if last >= 0x61 && last <= 0x7A { return true }
    return last >= 0xA0 && word.dropLast().last == 0xC3
  }
}

/// The words of the vocabulary that joining lines needs.
struct CellWords: Sendable {
  /// The words of known cells, by their hash.
  let known: HashCounts
  /// Words after which a hyphen stays.
  let suspended: Set<String>

  init(_ vocabulary: Vocabulary) {
    var known: [UInt64] = []
    for text in vocabulary.targetPhrases {
      var text = text
      text.withUTF8 { utf8 in LineWords.forEachRun(in: utf8) { known.append($1) } }
    }
    self.known = HashCounts(known)
    suspended = Set(vocabulary.suspendedHyphenWords)
  }
}

/// Whether a byte belongs to a word: ASCII letters and digits, and every byte of other letters.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
    || isDigit(byte)
}
