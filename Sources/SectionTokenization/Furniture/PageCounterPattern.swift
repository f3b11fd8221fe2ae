// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A page counter as printed.
struct PageCounter {
  var page: Int
  var total: Int

  /// Fewer are no series: two amounts may look like counters.
  private static let leastSeriesCount = 3

  /// Whether counters, in the order of their lines, count the pages of one document: they have one
  /// total, and go on by one for the most part.
  static func countPages(_ counters: [PageCounter]) -> Bool {
    guard counters.count >= leastSeriesCount else { return false }
    let pairs = zip(counters, counters.dropFirst())
    return pairs.allSatisfy { $0.total == $1.total && $0.page < $1.page }
      && pairs.count { $0.page + 1 == $1.page } * 2 >= counters.count
  }
}

/// Recognises a page counter: "Sid 5 (27)", "5 (27)", "Sida 5 av 27", "5/27".
struct PageCounterPattern: Sendable {
  private let words: [[UInt8]]
  private let joiners: [[UInt8]]
  /// Whether a counter can begin with a byte, in lower case: a word's first one or a digit.
  private let mayBegin: [Bool]

  /// "Sidan 1000 (1000)" and the like are shorter, in bytes.
  private static let longestCounter = 24

  /// Whether a counter can end in a byte: a digit or a parenthesis.
  private static func mayEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || isDigit(byte)
  }

  init(_ vocabulary: Vocabulary) {
    words = vocabulary.pageCounterWords.map { FoldedText($0).utf8 }
    joiners = vocabulary.pageCounterJoiners.map { FoldedText($0).utf8 }
    var mayBegin = (UInt8.min...UInt8.max).map(isDigit)
    for word in words { mayBegin[Int(word.first ?? 0)] = true }
    self.mayBegin = mayBegin
  }

  /// Whether a counter can begin with a byte: a digit, or the first one of a word.
  func mayBegin(with byte: UInt8) -> Bool { mayBegin[Int(foldedByte(byte, after: 0))] }

  /// Whether a line may be a counter and nothing else.
  func mayBe(_ line: LineEdges) -> Bool {
    Self.mayEnd(line.last) && line.count <= Self.longestCounter && mayBegin(with: line.first)
  }

  /// The length in bytes of the counter at the start of the text, or nil.
  ///
  /// The total must be there:
  /// a number alone is no counter by its look.
  func prefixLength(of text: String) -> Int? { prefix(of: text)?.length }

  /// Whether a line is a counter and nothing else.
  func isCounter(_ text: String, _ edges: LineEdges) -> Bool {
    mayBe(edges) && counter(in: text) != nil
  }

  /// The counter that is all of a text, or nil.
  func counter(in text: String) -> PageCounter? {
    guard let (counter, length) = prefix(of: text), length == text.utf8.count else { return nil }
    return counter
  }

  private func prefix(of text: String) -> (PageCounter, length: Int)? {
    guard let first = text.utf8.first, mayBegin(with: first) else { return nil }
    let utf8 = FoldedText(utf8: Array(text.utf8.prefix(40))).utf8
    var offset = 0
    for word in words
    where utf8.starts(with: word) && utf8.count > word.count && utf8[word.count] == 0x20 {
      offset = word.count + 1
      break
    }
    guard let page = number(utf8, &offset) else { return nil }
    skipSpaces(utf8, &offset)
    guard let total = total(utf8, &offset), page <= total else { return nil }
    guard offset == utf8.count || utf8[offset] == 0x20 else { return nil }
    return (PageCounter(page: page, total: total), offset)
  }

  private func total(_ utf8: [UInt8], _ offset: inout Int) -> Int? {
    if offset < utf8.count, utf8[offset] == UInt8(ascii: "(") {
      offset += 1
      guard let total = number(utf8, &offset), offset < utf8.count,
        utf8[offset] == UInt8(ascii: ")")
      else { return nil }
      offset += 1
      return total
    }
    for joiner in joiners where utf8[offset...].starts(with: joiner) {
      offset += joiner.count
      skipSpaces(utf8, &offset)
      return number(utf8, &offset)
    }
    return nil
  }

  private func skipSpaces(_ utf8: [UInt8], _ offset: inout Int) {
    while offset < utf8.count, utf8[offset] == 0x20 { offset += 1 }
  }

  private func number(_ utf8: [UInt8], _ offset: inout Int) -> Int? {
    let start = offset
    var value = 0
    while offset < utf8.count, offset - start < 4, isDigit(utf8[offset]) {
      value = value * 10 + Int(utf8[offset] - 0x30)
      offset += 1
    }
    return offset > start ? value : nil
  }
}
