// SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the names of officials in one text, by the titles beside them.
///
/// A name is two words or more that begin with capitals, particles among them, and stand before or
/// behind a title with only a comma, a colon, a dash, a parenthesis or "är" between. Words that name
/// organisations are no names, and what goes on with one is none either.
struct NameScanner {
  let text: TextBytes
  let words: [NameWord]
  let vocabulary: PersonalDataWords

  /// More words are two names, or none.
  private static let longestName = 5

  /// The words of each name.
  func names() -> [Range<Int>] {
    runs().compactMap { run in
      nameAfterTitle(run) ?? nameBeforeTitle(run)
    }
  }

  /// The words of the name that is all of the text, or nil.
  func onlyName() -> Range<Int>? {
    guard words.count <= 4, let run = runs().first, run.count == words.count else { return nil }
    return run
  }

  /// Whether the text is nothing but a title.
  var isTitle: Bool {
    guard let last = words.indices.last, words.count <= 4, role(last) == .title else {
      return false
    }
    return words.indices.dropLast().allSatisfy { role($0) == .qualifier }
  }

  private func role(_ index: Int) -> NameRole {
    vocabulary.role(of: text.bytes[words[index].range], canBeName: words[index].canBeName)
  }

  // MARK: - Runs of words that may be names

  private func runs() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < words.count {
      guard mayBegin(start), role(start) == .name else {
        start += 1
        continue
      }
      var end = start + 1
      /// Behind the last word that a name can end with.
      var nameEnd = end
      while end < words.count, isNext(end), role(end) == .name || role(end) == .particle {
        if role(end) == .name, !words[end].isInitial { nameEnd = end + 1 }
        end += 1
      }
      if nameEnd - start > 1 { runs.append(start..<nameEnd) }
      start = end
    }
    return runs
  }

  /// Whether a word looks like the first of a name; most words do not, and need no looking up.
  private func mayBegin(_ index: Int) -> Bool {
    guard words[index].canBeName, !words[index].isInitial, index + 1 < words.count else {
      return false
    }
    let next = words[index + 1]
    let isShort = next.range.count <= vocabulary.longestNameParticle
    return (next.canBeName || isShort) && isNext(index + 1)
  }

  /// Whether a word stands behind the one before it with a space between.
  private func isNext(_ index: Int) -> Bool {
    let gap = gap(before: index)
    return gap.count == 1 && text[gap.lowerBound] == 0x20
  }

  private func gap(before index: Int) -> Range<Int> {
    words[index - 1].range.upperBound..<words[index].range.lowerBound
  }

  // MARK: - Titles beside them

  private func nameAfterTitle(_ run: Range<Int>) -> Range<Int>? {
    guard run.lowerBound > 0, !goesOnWithOrganization(run) else { return nil }
    var title = run.lowerBound - 1
    if role(title) == .joiner, isNext(run.lowerBound), title > 0, isNext(title) { title -= 1 }
    guard role(title) == .title, isTitleGap(before: run.lowerBound) else { return nil }
    return cut(run.lowerBound..<min(run.upperBound, run.lowerBound + Self.longestName))
  }

  private func nameBeforeTitle(_ run: Range<Int>) -> Range<Int>? {
    guard run.upperBound < words.count, !followsOrganization(run) else { return nil }
    var next = run.upperBound
    let joined = role(next) == .joiner && isNext(next)
    if joined { next += 1 }
    // Where an extractor has run cells together, only a space parts the name from the title.
    guard joined || isNext(next) || isSeparatingGap(before: next) else { return nil }
    if !joined, next < words.count, role(next) == .joiner { next += 1 }
    while next < words.count, role(next) == .qualifier { next += 1 }
    guard next < words.count, role(next) == .title else { return nil }
    let start = max(run.lowerBound, run.upperBound - Self.longestName)
    return cut(start..<run.upperBound)
  }

  /// The words without particles and initials at their ends, or nil where no two are left.
  private func cut(_ run: Range<Int>) -> Range<Int>? {
    var range = run
    while let last = range.last, role(last) == .particle || words[last].isInitial {
      range = range.dropLast()
    }
    while let first = range.first, role(first) == .particle { range = range.dropFirst() }
    return range.count > 1 ? range : nil
  }

  private func goesOnWithOrganization(_ run: Range<Int>) -> Bool {
    run.upperBound < words.count && isNext(run.upperBound)
      && role(run.upperBound) == .organization
  }

  private func followsOrganization(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && isNext(run.lowerBound)
      && role(run.lowerBound - 1) == .organization
  }

  /// Whether a space, a colon, a comma or a dash parts a word from the one before it.
  private func isTitleGap(before index: Int) -> Bool {
    isNext(index)
      || text[gap(before: index).lowerBound] == UInt8(ascii: ":") && gap(before: index).count <= 2
      || isSeparatingGap(before: index)
  }

  /// Whether a comma, a dash or a parenthesis parts a word from the one before it.
  private func isSeparatingGap(before index: Int) -> Bool {
    let gap = gap(before: index)
    guard gap.count >= 2, gap.count <= 5 else { return false }
    switch text[gap.lowerBound] {
    case UInt8(ascii: ","): return gap.count == 2 && text[gap.lowerBound + 1] == 0x20
    case 0x20:
      let sign = gap.lowerBound + 1
      if text[sign] == UInt8(ascii: "(") { return gap.count == 2 }
      let dash = text.dashLength(at: sign)
      return dash > 0 && gap.count == dash + 2
    default: return false
    }
  }
}
