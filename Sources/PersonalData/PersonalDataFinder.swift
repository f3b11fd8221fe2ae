// SPDX-License-Identifier: GPL-2.0-or-later

public import SectionTokenization

/// Finds personal data in the texts of one document.
///
/// What it finds depends on its texts and the vocabulary only, and its time is linear in their length.
public struct PersonalDataFinder: Sendable {
  private let words: PersonalDataWords

  /// Creates a finder that knows titles and labels by a vocabulary.
  public init(_ vocabulary: Vocabulary) {
    words = PersonalDataWords(vocabulary)
  }

  /// The spans in each text, in order and without overlaps.
  ///
  /// A name that an address or a title shows in one text is found in all.
  ///
  /// - Parameter neighbours: Lists of texts that stand beside one another, such as the lines of a
  ///   cover or the cells of a row: there a title may stand in another text than the name.
  /// - Returns: For each text of each list its spans.
  package func spans(in neighbours: [[String]]) -> [[[PersonalDataSpan]]] {
    var texts = neighbours.map { $0.map { SearchedText($0, words) } }
    var fromAddresses = KnownNames()
    for list in texts {
      for text in list { text.addAddressNames(to: &fromAddresses, words) }
    }
    var fromTitles = KnownNames()
    for list in texts.indices {
      for index in texts[list].indices { texts[list][index].add(fromAddresses, words) }
      for index in texts[list].indices { addTitledNames(index, in: &texts[list], to: &fromTitles) }
    }
    guard !fromTitles.isEmpty else { return texts.map { $0.map(\.spans) } }
    for list in texts.indices {
      for index in texts[list].indices { texts[list][index].add(fromTitles, words) }
    }
    return texts.map { $0.map(\.spans) }
  }

  private func addTitledNames(
    _ index: Int, in list: inout [SearchedText], to known: inout KnownNames
  ) {
    let neighbours = max(0, index - 1)..<min(index + 2, list.count)
    guard list[neighbours].contains(where: \.screen.mayHoldTitle) else { return }
    for neighbour in neighbours { list[neighbour].read() }
    let scanner = list[index].nameScanner(words)
    var names = scanner.names()
    if names.isEmpty, let only = scanner.onlyName() {
      let before = index > 0 && list[index - 1].nameScanner(words).isTitle
      let after = index + 1 < list.count && list[index + 1].nameScanner(words).isTitle
      if before || after { names = [only] }
    }
    let nameWords = list[index].words
    let spans = names.map { name in
      PersonalDataSpan(
        kind: .name,
        utf8Range: nameWords[name.lowerBound].range
          .lowerBound..<nameWords[name.upperBound - 1].range.upperBound)
    }
    for span in list[index].add(spans) {
      known.add(name: list[index].bytes.bytes[span.utf8Range])
    }
  }
}

/// A text with what was found in it so far.
private struct SearchedText {
  let text: String
  let screen: TextScreen
  /// Empty until ``read()``, as ``words`` are: most texts are never read.
  private(set) var bytes = TextBytes("")
  private(set) var words: [NameWord] = []
  private var isRead = false
  private(set) var spans: [PersonalDataSpan] = []

  init(_ text: String, _ vocabulary: PersonalDataWords) {
    self.text = text
    screen = TextScreen(text, vocabulary)
    guard screen.mayHoldEmail || screen.mayHoldNumber else { return }
    read()
    if screen.mayHoldEmail { spans = EmailScanner(text: bytes).spans() }
    guard screen.mayHoldNumber else { return }
    add(IdentityNumberScanner(text: bytes, words: vocabulary).spans())
    add(TelephoneScanner(text: bytes, words: vocabulary).spans())
  }

  /// Takes the text apart, if nobody has yet.
  mutating func read() {
    guard !isRead else { return }
    isRead = true
    bytes = TextBytes(text)
    words = NameWordReader.words(in: bytes)
  }

  func nameScanner(_ vocabulary: PersonalDataWords) -> NameScanner {
    NameScanner(text: bytes, words: words, vocabulary: vocabulary)
  }

  func addAddressNames(to names: inout KnownNames, _ words: PersonalDataWords) {
    for span in spans where span.kind == .email {
      names.add(address: bytes.bytes[span.utf8Range], words)
    }
  }

  /// Adds where names stand.
  mutating func add(_ names: KnownNames, _ vocabulary: PersonalDataWords) {
    guard names.mayStand(in: text) else { return }
    read()
    add(names.spans(in: bytes, words, vocabulary))
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
