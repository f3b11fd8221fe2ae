// SPDX-License-Identifier: GPL-2.0-or-later

public import SectionTokenization

/// Finds personal data in the texts of one document.
///
/// What it finds depends on its texts and the vocabulary only, and its time is linear in their length.
public struct PersonalDataFinder: Sendable {
  /// What one text holds.
  package struct Found: Sendable {
    /// Counted from 0 over all lists.
    package let textIndex: Int
    /// In order, without overlaps; not empty.
    package let spans: [PersonalDataSpan]
  }

  private let words: PersonalDataWords

  /// Creates a finder that knows titles and labels by a vocabulary.
  public init(_ vocabulary: Vocabulary) {
    words = PersonalDataWords(vocabulary)
  }

  /// The texts that hold personal data, in order.
  ///
  /// A name that an address or a title shows in one text is found in all; a title may also stand in
  /// the text beside that of the name.
  package func found(in texts: NeighbouringTexts) -> [Found] {
    var search = DocumentSearch(texts, words)
    return search.found()
  }
}

/// The search of one document.
private struct DocumentSearch {
  private let texts: NeighbouringTexts
  private let words: PersonalDataWords
  /// By index, those that were taken apart: most texts hold nothing that asks for it.
  private var searched: [Int: SearchedText] = [:]
  /// The indices of the texts that may hold a name, in order.
  private var named: [Int] = []
  /// The indices of those that may hold a name and a title or be a title, in order.
  private var titled: [Int] = []

  init(_ texts: NeighbouringTexts, _ words: PersonalDataWords) {
    self.texts = texts
    self.words = words
  }

  mutating func found() -> [PersonalDataFinder.Found] {
    findAddressesAndNumbers()
    add(namesFromAddresses())
    add(namesFromTitles())
    return searched.filter { !$0.value.spans.isEmpty }.sorted { $0.key < $1.key }
      .map { PersonalDataFinder.Found(textIndex: $0.key, spans: $0.value.spans) }
  }

  private mutating func findAddressesAndNumbers() {
    // Held here, neither is held anew for each text.
    let (texts, words) = (texts.texts, words)
    for index in texts.indices {
      let screen = TextScreen.of(texts[index], words)
      if screen.mayHoldName { named.append(index) }
      if screen.mayHoldTitle { titled.append(index) }
      guard screen.mayHoldEmail || screen.mayHoldNumber else { continue }
      var text = SearchedText(texts[index])
      if screen.mayHoldEmail { text.findEmails() }
      if screen.mayHoldNumber { text.findNumbers(words) }
      searched[index] = text
    }
  }

  private func namesFromAddresses() -> KnownNames {
    var names = KnownNames()
    for text in searched.values {
      for span in text.spans where span.kind == .email {
        names.add(address: text.bytes.bytes[span.utf8Range], words)
      }
    }
    return names
  }

  /// Adds where names stand.
  private mutating func add(_ names: KnownNames) {
    guard !names.isEmpty else { return }
    if names.mayEndInParticle {
      for index in texts.texts.indices { add(names, toTextAt: index) }
    } else {
      for index in named { add(names, toTextAt: index) }
    }
  }

  private mutating func add(_ names: KnownNames, toTextAt index: Int) {
    guard names.mayStand(in: texts.texts[index]) else { return }
    withText(index) { text, words in
      _ = text.add(names.spans(in: text.bytes, text.readWords(), words))
    }
  }

  // MARK: - Titles

  /// The names beside titles, which it adds where the titles show them.
  private mutating func namesFromTitles() -> KnownNames {
    var known = KnownNames()
    var lists = texts.lists.makeIterator()
    var list = 0..<0
    for index in titled {
      while index >= list.upperBound, let next = lists.next() { list = next }
      let isOnlyTitle = withText(index) { text, words in
        let scanner = text.nameScanner(words)
        text.add(names: scanner.names(), to: &known)
        return scanner.isTitle
      }
      guard isOnlyTitle else { continue }
      for neighbour in [index - 1, index + 1] where list.contains(neighbour) {
        withText(neighbour) { text, words in
          let scanner = text.nameScanner(words)
          guard let name = scanner.onlyName(), scanner.names().isEmpty else { return }
          text.add(names: [name], to: &known)
        }
      }
    }
    return known
  }

  @discardableResult
  private mutating func withText<Result>(
    _ index: Int, _ work: (inout SearchedText, PersonalDataWords) -> Result
  ) -> Result {
    work(&searched[index, default: SearchedText(texts.texts[index])], words)
  }
}

/// A text with what was found in it so far.
private struct SearchedText {
  let bytes: TextBytes
  private(set) var spans: [PersonalDataSpan] = []
  /// Nil until somebody asks for them.
  private var words: [NameWord]?

  init(_ text: String) {
    bytes = TextBytes(text)
  }

  mutating func findEmails() {
    add(EmailScanner(text: bytes).spans())
  }

  mutating func findNumbers(_ vocabulary: PersonalDataWords) {
    add(IdentityNumberScanner(text: bytes, words: vocabulary).spans())
    add(TelephoneScanner(text: bytes, words: vocabulary).spans())
  }

  mutating func readWords() -> [NameWord] {
    if let words { return words }
    let read = NameWordReader.words(in: bytes)
    words = read
    return read
  }

  mutating func nameScanner(_ vocabulary: PersonalDataWords) -> NameScanner {
    NameScanner(text: bytes, words: readWords(), vocabulary: vocabulary)
  }

  /// Adds names by their words, and to the known names those that overlap nothing.
  mutating func add(names: [Range<Int>], to known: inout KnownNames) {
    guard !names.isEmpty else { return }
    let words = readWords()
    let spans = names.map { name in
      PersonalDataSpan(
        kind: .name,
        utf8Range: words[name.lowerBound].range
          .lowerBound..<words[name.upperBound - 1].range.upperBound)
    }
    for span in add(spans) { known.add(name: bytes.bytes[span.utf8Range]) }
  }

  /// Adds what overlaps nothing that is there; both lists are in order.
  ///
  /// - Returns: What was added.
  @discardableResult
  mutating func add(_ others: [PersonalDataSpan]) -> [PersonalDataSpan] {
    guard !others.isEmpty else { return [] }
    var added: [PersonalDataSpan] = []
    var merged: [PersonalDataSpan] = []
    merged.reserveCapacity(spans.count + others.count)
    var next = 0
    for other in others {
      while next < spans.count, spans[next].utf8Range.upperBound <= other.utf8Range.lowerBound {
        merged.append(spans[next])
        next += 1
      }
      let isFree =
        next == spans.count || other.utf8Range.upperBound <= spans[next].utf8Range.lowerBound
      guard isFree else { continue }
      merged.append(other)
      added.append(other)
    }
    merged += spans[next...]
    spans = merged
    return added
  }
}
