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
  private let suspendedWords: Set<String>
  private let hyphenates: Bool
  /// The words that stand whole on a line, with inner hyphens, in lower case, by their hash.
  private lazy var wholeWords: Set<Int> = collectWords()
  /// Runs of letters that do not end a line, and the words of known cells.
  private lazy var innerWords: Set<Int> = collectInnerWords()
  private let cellTexts: [String]

  init(_ document: TokenizedDocument, suspendedWords: [String], cellTexts: [String]) {
    lines = document.document.lines
    self.cellTexts = cellTexts
    hyphenates = document.layout.hyphenates
    self.suspendedWords = Set(suspendedWords)
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
    if suspendedWords.contains(String(decoding: tail, as: UTF8.self)) { return .space }
    guard endsInSmallLetter(head), FoldedText(utf8: tail).utf8 == tail else { return .nothing }
    let wholeHead = hyphenatedWord(endingAt: above.utf8.dropLast())
    if wholeWords.contains(hash(wholeHead + tail)) { return .dropHyphen }
    if wholeWords.contains(hash(wholeHead + [UInt8(ascii: "-")] + tail)) { return .nothing }
    return hyphenates ? .dropHyphen : .nothing
  }

  /// Whether a narrow cell broke a word without a hyphen ("nämnd/styrel" "se"): the whole word
  /// stands elsewhere, or in the vocabulary, and its first piece does not.
  func isCutInCell(_ above: String, _ below: some StringProtocol) -> Bool {
    let head = lastWord(of: above.utf8[...])
    let tail = Array(below.utf8.prefix(while: isWordByte))
    guard head.count >= 3, startsWithSmallLetter(tail), endsInSmallLetter(head) else {
      return false
    }
    return !innerWords.contains(hash(head)) && innerWords.contains(hash(head + tail))
  }

  private func lastWord(of utf8: Substring.UTF8View) -> [UInt8] {
    Array(utf8.reversed().prefix(while: isWordByte).reversed())
  }

  private func hyphenatedWord(endingAt utf8: Substring.UTF8View) -> [UInt8] {
    Array(utf8.reversed().prefix { isWordByte($0) || $0 == UInt8(ascii: "-") }.reversed())
  }

  private func endsInSmallLetter(_ word: [UInt8]) -> Bool {
    guard let last = word.last else { return false }
    if last >= 0x61 && last <= 0x7A { return true }
    return last >= 0xA0 && word.dropLast().last == 0xC3
  }

  private func collectWords() -> Set<Int> {
    var words: Set<Int> = []
    words.reserveCapacity(lines.count * 8)
    for line in lines {
      var word: [UInt8] = []
      for byte in line.text.utf8 {
        if isWordByte(byte) || byte == UInt8(ascii: "-") {
          word.append(byte)
        } else if !word.isEmpty {
          words.insert(hash(word))
          word.removeAll(keepingCapacity: true)
        }
      }
      // A word at a line's end is whole only where no hyphen ends it.
      if let last = word.last, last != UInt8(ascii: "-") { words.insert(hash(word)) }
    }
    return words
  }

  private func collectInnerWords() -> Set<Int> {
    var words: Set<Int> = []
    for text in lines.lazy.map(\.text) + cellTexts {
      var start = text.utf8.startIndex
      for index in text.utf8.indices where !isWordByte(text.utf8[index]) {
        if start < index { words.insert(hash(Array(text.utf8[start..<index]))) }
        start = text.utf8.index(after: index)
      }
    }
    for text in cellTexts { words.insert(hash(lastWord(of: text.utf8[...]))) }
    return words
  }

  private func hash(_ word: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in FoldedText(utf8: word).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash)
  }
}

/// Whether a byte belongs to a word: ASCII letters and digits, and every byte of other letters.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
    || (byte >= 0x30 && byte <= 0x39)
}
