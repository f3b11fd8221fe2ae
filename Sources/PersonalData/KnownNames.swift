// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Names that something in a document has shown to be names: an address, or a title beside them.
///
/// They are kept as their letters without marks, since anna-karin.oberg@… is the address of
/// Anna-Karin Öberg.
struct KnownNames {
  private var names: Set<FoldedText> = []
  /// The pairs of letters that names begin with: for each first letter a bit for each second one.
  private var beginnings = [UInt32](repeating: 0, count: 26)

  /// Whether one of them may be a word with a capital and a particle: "Maria von" of maria.von@….
  private(set) var mayEndInParticle = false

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
    if parts.dropFirst().contains(where: words.plainParticleEndings.contains) {
      mayEndInParticle = true
    }
    insert(parts.flatMap { $0 })
    // Who has two surnames in the address often has one of them in the text.
    for part in parts.dropFirst() { insert(parts[0] + part) }
  }

  /// Adds a name as printed; no particle ends it.
  mutating func add(name: some Collection<UInt8>) {
    insert(PlainLetters.plain(name))
  }

  private mutating func insert(_ letters: [UInt8]) {
    names.insert(FoldedText(utf8: letters))
    if letters.count > 1, let first = Self.place(letters[0]), let second = Self.place(letters[1]) {
      beginnings[first] |= 1 << UInt32(second)
    }
  }

  /// The place of a small letter in the alphabet, counted from 0, or nil where it is none.
  private static func place(_ letter: UInt8) -> Int? {
    letter >= 0x61 && letter <= 0x7A ? Int(letter) - 0x61 : nil
  }

  /// Whether a capital stands in a text that may begin a name; no other text needs to be read.
  func mayStand(in text: String) -> Bool {
    guard !names.isEmpty else { return false }
    return text.withUTF8Bytes(mayStand(in:))
  }

  private func mayStand(in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < utf8.count {
      if let eight = EightBytes(UnsafeRawBufferPointer(utf8), at: index) {
        // Capitals of ASCII, and what letters of two bytes begin with.
        let capitals =
          eight.ascii(from: 0x41, through: 0x5A) | eight.beyondASCII(from: 0xC3, through: 0xC5)
        index += capitals.countBefore
        if capitals.isEmpty { continue }
      }
      let letter = Self.letter(utf8, at: index)
      if letter.isCapital, mayBegin(utf8, with: letter, at: index) { return true }
      index += letter.length
    }
    return false
  }

  private func mayBegin(
    _ utf8: UnsafeBufferPointer<UInt8>, with letter: (plain: UInt8, isCapital: Bool, length: Int),
    at index: Int
  ) -> Bool {
    guard let first = Self.place(letter.plain) else { return true }
    guard beginnings[first] != 0, index + letter.length < utf8.count else { return false }
    // A hyphen or an apostrophe, whatever follows it.
    guard let second = Self.place(Self.letter(utf8, at: index + letter.length).plain) else {
      return true
    }
    return beginnings[first] & 1 << UInt32(second) != 0
  }

  /// The letter at an index as a small one without its mark; 0 where there is none.
  private static func letter(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (plain: UInt8, isCapital: Bool, length: Int) {
    let byte = utf8[index]
    if byte < 0xC3 || byte > 0xC5 {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      return (isLetter ? byte | 0x20 : 0, byte >= 0x41 && byte <= 0x5A, 1)
    }
    guard index + 1 < utf8.count else { return (0, false, 1) }
    let rest = utf8[index + 1]
    return (
      PlainLetters.plain(lead: byte, rest: rest),
      PlainLetters.isCapital(lead: byte, rest: rest), 2
    )
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
