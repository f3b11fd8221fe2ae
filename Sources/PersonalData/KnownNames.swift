// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization

/// Names that something in a document has shown to be names: an address, or a title beside them.
///
/// They are kept as their letters without marks, since anna-karin.oberg@… is the address of
/// Anna-Karin Öberg.
struct KnownNames {
  private var names: Set<FoldedText> = []

  /// More words no name has.
  private static let mostWords = 5

  var isEmpty: Bool { names.isEmpty }

  /// Adds the name that an address is made of, where it is made of one: two parts or more, and none
  /// the word of a function.
  mutating func add(address: ArraySlice<UInt8>, _ words: PersonalDataWords) {
    let local = address.prefix { $0 != UInt8(ascii: "@") }
    let parts = local.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
      .map { PlainLetters.plain($0) }.filter { $0.count > 1 }
    guard parts.count > 1, !parts.contains(where: words.isFunction) else { return }
    names.insert(FoldedText(utf8: parts.flatMap { $0 }))
    // Who has two surnames in the address often has one of them in the text.
    for part in parts.dropFirst() { names.insert(FoldedText(utf8: parts[0] + part)) }
  }

  mutating func add(name: some Collection<UInt8>) {
    names.insert(FoldedText(utf8: PlainLetters.plain(name)))
  }

  /// Where the names stand in a text, also in the genitive, in order.
  func spans(
    in text: TextBytes, _ words: [NameWord], _ vocabulary: PersonalDataWords
  ) -> [PersonalDataSpan] {
    guard !names.isEmpty else { return [] }
    var spans: [PersonalDataSpan] = []
    var index = 0
    while index < words.count {
      guard words[index].isCapitalized, let match = match(in: text, words, vocabulary, from: index)
      else {
        index += 1
        continue
      }
      let range = words[index].range.lowerBound..<match.utf8End
      spans.append(PersonalDataSpan(kind: .name, utf8Range: range))
      index = match.nextIndex
    }
    return spans
  }

  /// The longest name that begins with a word, or nil.
  private func match(
    in text: TextBytes, _ words: [NameWord], _ vocabulary: PersonalDataWords, from first: Int
  ) -> (utf8End: Int, nextIndex: Int)? {
    var letters: [UInt8] = []
    var match: (Int, Int)?
    for index in first..<min(first + Self.mostWords, words.count) {
      let word = words[index]
      if index > first {
        let gap = words[index - 1].range.upperBound..<word.range.lowerBound
        let isJoined = gap.count == 1 && text[gap.lowerBound] == 0x20
        let isPart =
          word.isCapitalized
          || vocabulary.nameParticles.contains(FoldedText(utf8: Array(text.bytes[word.range])))
        guard isJoined, isPart else { break }
      }
      letters += PlainLetters.plain(text.bytes[word.range])
      guard index > first else { continue }
      if names.contains(FoldedText(utf8: letters)) {
        match = (word.range.upperBound, index + 1)
      } else if letters.last == UInt8(ascii: "s"), text[word.range.upperBound - 1] | 0x20 == 0x73,
        names.contains(FoldedText(utf8: letters.dropLast()))
      {
        match = (word.range.upperBound - 1, index + 1)
      }
    }
    return match
  }
}
