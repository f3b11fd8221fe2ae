// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A vocabulary made ready for matching lines.
///
/// A class, since the stages pass it on for each line, and a structure of so many lists takes long to
/// copy. It never changes.
public final class VocabularyIndex: Sendable {
  /// What a line that holds nothing but a heading means.
  enum HeadingMeaning: Sendable {
    case section(SectionHeadingKind)
    case contents, introduction, closing
  }

  /// A heading of a goal's section that text follows on the line.
  struct RunInHeading {
    let kind: SectionHeadingKind
    /// In bytes, with the colon.
    let utf8Count: Int
    let hasColon: Bool
  }

  struct LabelEntry: Sendable {
    let folded: [UInt8]
    let level: GoalLabelLevel
    let scope: GoalLabelScope?
  }

  /// The vocabulary that this was made of.
  public let vocabulary: Vocabulary
  let goalLabels: GoalLabelReader
  private let headings: KnownTexts
  /// What the headings mean, by their number.
  private let headingMeanings: [Int: HeadingMeaning]
  /// No heading is longer than this many bytes.
  let longestHeading: Int
  package let periods: PeriodEndings
  let tableHeaders: TableHeaderReader
  let pageCounter: PageCounterPattern
  package let missingPages: MissingPageMarks

  /// Makes a vocabulary ready.
  ///
  /// - Throws: ``VocabularyError`` where a level, a scope or a kind is unknown.
  public init(_ vocabulary: Vocabulary) throws(VocabularyError) {
    if let place = Self.placeOfEmptyWords(in: vocabulary) { throw .emptyWords(place) }
    self.vocabulary = vocabulary
    goalLabels = GoalLabelReader(labels: try Self.labels(of: vocabulary))
    var headings = KnownTexts()
    var meanings: [Int: HeadingMeaning] = [:]
    for heading in vocabulary.closingHeadings { meanings[headings.add(heading)] = .closing }
    for heading in vocabulary.contentsHeadings { meanings[headings.add(heading)] = .contents }
    for heading in vocabulary.introductionHeadings {
      meanings[headings.add(heading)] = .introduction
    }
    for entry in vocabulary.sectionHeadings {
      guard let kind = SectionHeadingKind(rawValue: entry.kind) else {
        throw .unknownSectionKind(entry.kind)
      }
      for heading in entry.headings { meanings[headings.add(heading)] = .section(kind) }
    }
    self.headings = headings
    headingMeanings = meanings
    // A colon may stand after it.
    longestHeading = headings.longest + 2
    periods = PeriodEndings(vocabulary.periods)
    tableHeaders = TableHeaderReader(vocabulary)
    pageCounter = PageCounterPattern(vocabulary)
    missingPages = MissingPageMarks(vocabulary)
  }

  /// Where words stand that have no letters, so that they would match everywhere.
  private static func placeOfEmptyWords(in vocabulary: Vocabulary) -> String? {
    let indicators = vocabulary.indicatorTable
    let activities = vocabulary.activityTable
    let places: [(String, [String])] = [
      ("goalLabels", vocabulary.goalLabels.flatMap(\.labels)),
      ("sectionHeadings", vocabulary.sectionHeadings.flatMap(\.headings)),
      ("contentsHeadings", vocabulary.contentsHeadings),
      ("missingPageMarks", vocabulary.missingPageMarks),
      ("introductionHeadings", vocabulary.introductionHeadings),
      ("closingHeadings", vocabulary.closingHeadings),
      ("indicatorTable.name", indicators.name), ("indicatorTable.target", indicators.target),
      ("indicatorTable.councilTarget", indicators.councilTarget),
      ("indicatorTable.period", indicators.period), ("activityTable.text", activities.text),
      ("activityTable.start", activities.start), ("activityTable.end", activities.end),
      ("periods", vocabulary.periods), ("targetPhrases", vocabulary.targetPhrases),
      ("comparators", vocabulary.comparators.flatMap(\.words)), ("units", vocabulary.units),
      ("pageCounterWords", vocabulary.pageCounterWords),
      ("pageCounterJoiners", vocabulary.pageCounterJoiners),
    ]
    return places.first { _, words in
      words.contains { FoldedText($0.trimmingSpaces()).utf8.isEmpty }
    }?.0
  }

  /// Longest first, so that "Kommunfullmäktiges mål …" is not taken for a shorter label.
  private static func labels(of vocabulary: Vocabulary) throws(VocabularyError) -> [LabelEntry] {
    var labels: [LabelEntry] = []
    for entry in vocabulary.goalLabels {
      guard let level = GoalLabelLevel(rawValue: entry.level) else {
        throw .unknownLevel(entry.level)
      }
      let scope = entry.scope.map { GoalLabelScope(rawValue: $0) }
      if scope == .some(nil) { throw .unknownScope(entry.scope ?? "") }
      for label in entry.labels {
        labels.append(
          LabelEntry(folded: FoldedText(label).utf8, level: level, scope: scope ?? nil))
      }
    }
    return labels.sorted { ($0.folded.count, $1.folded[0]) > ($1.folded.count, $0.folded[0]) }
  }

  /// What the line means where it holds a known heading and nothing else.
  func headingMeaning(of text: String) -> HeadingMeaning? {
    mayBeHeading(LineEdges(text)) ? meaning(of: text) : nil
  }

  /// The same for each of some lines.
  ///
  /// Before a heading may stand its number: of two places or more, or of one in a plan that numbers
  /// its introduction. "4. Övrigt" alone is an item of a list.
  func headingMeanings(of lines: [SourceLine], _ edges: [LineEdges]) -> [HeadingMeaning?] {
    var chaptersHaveNumbers = false
    return lines.indices.map { line in
      if isDigit(edges[line].last), let section = sectionBeforeYear(lines[line].text, edges[line]) {
        return section
      }
      if mayBeHeading(edges[line]) { return meaning(of: lines[line].text) }
      guard edges[line].startsWithDigit, edges[line].count <= longestHeading + Self.longestNumber,
        let (meaning, hasPlaces) = meaningAfterNumber(of: lines[line].text)
      else { return nil }
      if case .introduction = meaning { chaptersHaveNumbers = true }
      return chaptersHaveNumbers || hasPlaces ? meaning : nil
    }
  }

  /// What the heading of a goal's section means before a year: "Förväntat resultat 2026".
  private func sectionBeforeYear(_ text: String, _ edges: LineEdges) -> HeadingMeaning? {
    guard headings.mayBegin(with: edges.foldedFirst), edges.count <= longestHeading + 5 else {
      return nil
    }
    let year = text.lastWord.utf8
    guard year.count == 4, year.allSatisfy(isDigit), edges.count > 5,
      let meaning = meaning(of: text.utf8Text(0..<(text.utf8.count - 5))),
      case .section = meaning
    else { return nil }
    return meaning
  }

  /// A number before a heading takes no more bytes, the space after it included.
  private static let longestNumber = 10

  /// What the heading means behind a number, and whether that has several places, or nil.
  func meaningAfterNumber(of text: String) -> (HeadingMeaning, hasPlaces: Bool)? {
    guard let number = text.withUTF8Bytes({ GoalNumber.leadingOrBare($0, from: 0) }),
      let meaning = headingMeaning(of: text.trimmedUTF8Text(number.utf8End..<text.utf8.count))
    else { return nil }
    return (meaning, number.text.utf8.contains(UInt8(ascii: ".")))
  }

  /// The heading of a goal's section that text follows on the line; nil where it begins with none.
  ///
  /// A colon parts them ("Arbetssätt: Vi möter …"), or the text begins with a capital ("Arbetssätt Vi
  /// möter …").
  func runInHeading(of text: String, _ edges: LineEdges) -> RunInHeading? {
    guard edges.startsWithCapital, headings.mayBegin(with: edges.foldedFirst) else { return nil }
    return text.withUTF8Bytes { utf8 in
      for end in 1..<max(1, min(longestHeading, utf8.count - 2)) {
        let isColon = utf8[end] == UInt8(ascii: ":")
        guard isColon || utf8[end] == 0x20,
          isColon || beginsSentence(UnsafeBufferPointer(rebasing: utf8[(end + 1)...])),
          case .section(let kind)? = headingMeanings[
            headings.number(of: UnsafeBufferPointer(rebasing: utf8[..<end]))]
        else { continue }
        return RunInHeading(kind: kind, utf8Count: isColon ? end + 1 : end, hasColon: isColon)
      }
      return nil
    }
  }

  /// Whether a text begins with one capital, as a sentence does and a name like "BUP" does not.
  private func beginsSentence(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard startsWithCapital(utf8) else { return false }
    let width = utf8[0] < 0x80 ? 1 : 2
    return width < utf8.count
      && startsWithSmallLetter(UnsafeBufferPointer(rebasing: utf8[width...]))
  }

  private func mayBeHeading(_ edges: LineEdges) -> Bool {
    // "… och utveckla" "arbetssätt." is the end of a sentence.
    edges.count <= longestHeading && edges.last != UInt8(ascii: ".") && edges.startsWithCapital
      && headings.mayBegin(with: edges.foldedFirst)
  }

  private func meaning(of text: String) -> HeadingMeaning? {
    let number = headings.number(of: text)
    return number == KnownTexts.unknown ? nil : headingMeanings[number]
  }
}

/// Why a vocabulary cannot be used.
public enum VocabularyError: Error, Sendable, Hashable {
  case unknownLevel(String)
  case unknownScope(String)
  case unknownSectionKind(String)
  /// Words without a letter stand in the list that is named.
  case emptyWords(String)
  /// The file is not JSON of the vocabulary's shape; the text says where.
  case malformed(String)
}
