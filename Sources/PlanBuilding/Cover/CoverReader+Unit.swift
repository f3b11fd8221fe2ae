// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Whose plan it is.
extension CoverReader {
  /// No line of an address has more words.
  private static let longestAddress = 5

  /// The unit that a title names, or nil: "Verksamhetsplan 2026 för Lönnens mottagning", "Verksamhetsplan
  /// Lönnens mottagning 2026".
  func unit(in title: String, of documentType: String) -> String? {
    let words = title.spaceSeparatedWords()[...]
    let year = words.firstIndex(where: isYear)
    // "Verksamhetsplan 2026 Enheten för stöd": the joiner stands in the name.
    if let year, year + 1 < words.count, startsWithCapital(words[year + 1].utf8) {
      return name(words[(year + 1)...])
    }
    if let start = joinerEnd(in: words[(year ?? 0)...]) ?? joinerEnd(in: words) {
      return name(words[start...])
    }
    let start = documentType.spaceSeparatedWords().count
    guard let year, year > start, startsWithCapital(words[start].utf8) else { return nil }
    return name(words[start..<year])
  }

  /// Where words go on after the first joiner among them ("för").
  private func joinerEnd(in words: ArraySlice<Substring>) -> Int? {
    for joiner in vocabulary.cover.titleJoiners.map({ $0.spaceSeparatedWords() }) {
      let starts = words.indices.dropFirst().dropLast(joiner.count)
      if let start = starts.first(where: { words[$0...].starts(with: joiner) }) {
        return start + joiner.count
      }
    }
    return nil
  }

  /// Words as a name, without the plan's year behind it; nil where only that is left ("år 2026").
  private func name(_ words: ArraySlice<Substring>) -> String? {
    guard words.last.map(isYear) == true else { return words.joined(separator: " ") }
    let name = words.dropLast()
    return name.contains { startsWithCapital($0.utf8) } ? name.joined(separator: " ") : nil
  }

  func isYear(_ word: Substring) -> Bool {
    !word.contains(where: \.isLetter) && year(in: String(word)) != nil
  }

  /// The unit among the names above the title and those below it.
  ///
  /// The committee, the administration and the municipality are the unit only where no other name is
  /// there.
  func unit(among names: [[String]]) -> String? {
    let candidates = names.map(aboveText).flatMap(withoutOfficials).filter(mayBeUnit)
    return candidates.first { !isCommittee($0) && !isAdministration($0) && !isMunicipality($0) }
      ?? candidates.first
  }

  /// Names without running text and what follows it, and without the heading of that.
  private func aboveText(_ names: [String]) -> [String] {
    guard let text = names.firstIndex(where: isRunningText) else { return names }
    return Array(names[..<max(0, text - 1)])
  }

  /// Whether a line ends a sentence or an item: an address in so few words may end in a stop, too.
  private func isRunningText(_ line: String) -> Bool {
    line.utf8.last == UInt8(ascii: ".")
      && (line.utf8.first.map(isDigit) == true
        || line.spaceSeparatedWords().count > Self.longestAddress)
  }

  /// Names without those below "Handläggare", up to the next mark.
  private func withoutOfficials(_ names: [String]) -> [String] {
    var isBelowContact = false
    return names.filter { name in
      if isMark(name) { isBelowContact = begins(name, with: vocabulary.cover.contactLabels) }
      return !isBelowContact
    }
  }

  private func mayBeUnit(_ name: String) -> Bool {
    !isMark(name) && date(in: name) == nil && name.utf8.first.map(isDigit) == false
  }
}
