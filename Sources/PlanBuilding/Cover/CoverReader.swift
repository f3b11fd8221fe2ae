// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SectionTokenization
internal import SourceText

/// Reads what a plan says of itself on its first page, and its year from the rest where the first
/// page is missing.
struct CoverReader {
  let vocabulary: Vocabulary
  let words: HyphenEvidence

  func facts(of document: TokenizedDocument, plan: PlanDocument) -> PlanFacts {
    var facts = PlanFacts()
    var lines: [SourceLine] = []
    for line in document.tokens.indices where isOnCover(line, in: document) {
      lines.append(document.document.lines[line])
    }
    let title = readTitle(lines, document, &facts)
    readMarks(lines, &facts)
    let names = [lines[..<title.lowerBound], lines[title.upperBound...]].map {
      self.names(on: $0, document.layout)
    }
    readNames(names.flatMap(\.self), &facts)
    if facts.unit == nil { facts.unit = unit(among: names) }
    if facts.committee == nil, let unit = facts.unit, isCommittee(unit) { facts.committee = unit }
    if facts.year == nil { facts.year = YearVotes().year(of: plan) }
    return facts
  }

  /// Whether a line is one of the cover's, or ends its title ("Verksamhetsplan 2026 för") and is the
  /// running head as well.
  private func isOnCover(_ line: Int, in document: TokenizedDocument) -> Bool {
    switch document.tokens[line] {
    case .cover: return true
    case .furniture:
      guard line > 0, case .cover = document.tokens[line - 1] else { return false }
      return vocabulary.cover.endsInTitleJoiner(document.document.lines[line - 1].text)
    default: return false
    }
  }

  // MARK: - The title

  /// Reads the title, and gives the lines that it takes.
  private func readTitle(
    _ lines: [SourceLine], _ document: TokenizedDocument, _ facts: inout PlanFacts
  ) -> Range<Int> {
    guard let beginning = titleBeginning(lines) else { return 0..<0 }
    let start = beginning.lines.lowerBound
    var end = beginning.lines.upperBound
    var joiner = LineJoiner(words: words)
    joiner.append(beginning.text)
    while end < lines.count, end - start < Vocabulary.Cover.titleLineLimit,
      goesOn(lines[end], after: lines[end - 1], document.layout)
        || completesUnit(of: joiner.text, beginning.documentType, lines[end], in: document)
    {
      joiner.append(lines[end].text)
      end += 1
    }
    facts.documentType = beginning.documentType
    facts.title = joiner.text
    facts.year = year(in: joiner.text)
    facts.unit = unit(in: joiner.text, of: beginning.documentType)
    return start..<end
  }

  /// The line that begins the title, or two where the end of the first cuts the kind of document:
  /// "Verksamhets-" "plan 2017".
  private func titleBeginning(
    _ lines: [SourceLine]
  ) -> (lines: Range<Int>, text: String, documentType: String)? {
    for (index, line) in lines.enumerated() {
      if let type = vocabulary.cover.documentType(of: line.text) {
        return (index..<(index + 1), line.text, type)
      }
      guard line.text.last == "-", index + 1 < lines.count else { continue }
      let text = String(line.text.dropLast()) + lines[index + 1].text
      if let type = vocabulary.cover.documentType(of: text) {
        return (index..<(index + 2), text, type)
      }
    }
    for (index, line) in lines.enumerated() {
      if let type = typeBeforeYear(in: line.text) { return (index..<(index + 1), line.text, type) }
    }
    return nil
  }

  /// The kind of document that stands inside of a short line before a year: "Förslag till
  /// verksamhetsplan 2026"; in the form of the vocabulary.
  private func typeBeforeYear(in line: String) -> String? {
    let words = line.spaceSeparatedWords()
    guard startsWithCapital(line.utf8) else { return nil }
    for (word, next) in zip(words, words.dropFirst()).dropFirst().prefix(Self.mostWordsBeforeType)
    where isYear(next) {
      let folded = FoldedText(word)
      if let type = vocabulary.cover.documentTypes.first(where: { FoldedText($0) == folded }) {
        return type
      }
    }
    return nil
  }

  private func goesOn(_ line: SourceLine, after above: SourceLine, _ layout: DocumentLayout) -> Bool
  {
    let endsInJoiner = vocabulary.cover.endsInTitleJoiner(above.text)
    guard layout.hasLooks else { return endsInJoiner || isWithinName(line.text) }
    guard layout.areSetAlike(above, line) else { return endsInJoiner && !isMark(line.text) }
    return layout.isSetAsHeading(line) || endsInJoiner
  }

  /// Whether a line can only be inside of a name or a sentence: it begins with a small letter, and is
  /// no address.
  private func isWithinName(_ line: String) -> Bool {
    startsWithSmallLetter(line.utf8)
      && line.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || " ,-–".unicodeScalars.contains($0)
      }
  }

  /// More words before the kind of document are a sentence.
  private static let mostWordsBeforeType = 3
  /// The name of a committee or an administration has no more words.
  private static let longestName = 6
  /// No cover has more lines.
  private static let longestCover = 60

  /// Whether a line goes on with the name of the unit, which stands whole on a line of its own near
  /// the title: nothing else tells in a text without looks.
  private func completesUnit(
    of title: String, _ documentType: String, _ line: SourceLine, in document: TokenizedDocument
  ) -> Bool {
    guard !document.layout.hasLooks, let unit = unit(in: title, of: documentType) else {
      return false
    }
    let name = "\(unit) \(line.text)"
    return document.document.lines.prefix(Self.longestCover).contains {
      $0.text == name || $0.text.hasPrefix(name + " ")
    }
  }

  /// The first number of four digits that is a year.
  func year(in title: String) -> Int? {
    for word in title.split(whereSeparator: { !$0.isNumber }) {
      if word.utf8.count == 4, let year = Int(word), (1990...2100).contains(year) { return year }
    }
    return nil
  }

  // MARK: - The other lines

  private func readMarks(_ lines: [SourceLine], _ facts: inout PlanFacts) {
    for (index, line) in lines.enumerated() {
      if facts.diaryNumber == nil {
        facts.diaryNumber = diaryNumber(line.text, next: lines.dropFirst(index + 1).first?.text)
      }
      if facts.date == nil { facts.date = date(in: line.text) }
    }
  }

  /// Lines above or below the title, each with those that go on with a name: "Norra Ekuddens"
  /// "stadsdelsnämnd".
  private func names(on lines: ArraySlice<SourceLine>, _ layout: DocumentLayout) -> [String] {
    var names: [String] = []
    for (index, line) in zip(lines.indices, lines) {
      if index > lines.startIndex, isWithinName(line.text),
        layout.areSetAlike(lines[index - 1], line), let name = names.popLast()
      {
        names.append("\(name) \(line.text)")
      } else {
        names.append(line.text)
      }
    }
    return names
  }

  private func readNames(_ names: [String], _ facts: inout PlanFacts) {
    facts.committee = names.first(where: isCommittee(_:))
    facts.municipality = names.first(where: isMunicipality)
  }

  func isMunicipality(_ name: String) -> Bool {
    let words = name.spaceSeparatedWords()
    return (2...4).contains(words.count)
      && vocabulary.cover.municipalityWords.contains(words[words.count - 1].lowercased())
  }

  func isCommittee(_ name: String) -> Bool { has(vocabulary.cover.committeeSuffixes, in: name) }

  func isAdministration(_ name: String) -> Bool {
    has(vocabulary.cover.administrationSuffixes, in: name)
  }

  /// Whether a word of a name ends in one of some suffixes.
  private func has(_ suffixes: [String], in name: String) -> Bool {
    let words = name.spaceSeparatedWords()
    return words.count <= Self.longestName
      && words.contains { word in
        let folded = FoldedText(word).utf8
        return suffixes.contains { suffix in
          let end = FoldedText(suffix).utf8
          return folded.count > end.count && folded.suffix(end.count).elementsEqual(end)
        }
      }
  }

  private func diaryNumber(_ text: String, next: String?) -> String? {
    let folded = FoldedText(text).utf8
    for label in vocabulary.cover.diaryNumberLabels {
      let start = FoldedText(label).utf8
      guard folded.starts(with: start) else { continue }
      var rest = text.utf8Slice(start.count..<text.utf8.count)
      guard rest.isEmpty || rest.hasPrefix(":") || rest.hasPrefix(" ") || rest.hasPrefix(".") else {
        continue
      }
      while let first = rest.first, first == ":" || first == " " || first == "." {
        rest = rest.dropFirst()
      }
      var number = rest.isEmpty ? (next ?? "")[...] : rest
      while let last = number.last, last == "." || last == " " { number = number.dropLast() }
      return number.isEmpty ? nil : String(number)
    }
    return nil
  }

  /// An ISO date, or "20 januari 2025", that is all of the line or stands at its end.
  func date(in text: String) -> String? {
    let words = text.spaceSeparatedWords()
    if let word = words.first(where: { isISODate($0.utf8) }) { return String(word) }
    guard words.count >= 3, words.count <= 5 else { return nil }
    let (day, month, year) = (
      words[words.count - 3], words[words.count - 2], words[words.count - 1]
    )
    guard let number = Int(day), (1...31).contains(number), let yearNumber = Int(year),
      (1990...2100).contains(yearNumber),
      let index = vocabulary.cover.months.firstIndex(of: month.lowercased())
    else { return nil }
    return "\(yearNumber)-\(twoDigits(index + 1))-\(twoDigits(number))"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  func isMark(_ text: String) -> Bool {
    let cover = vocabulary.cover
    return begins(
      text,
      with: cover.documentMarks + cover.diaryNumberLabels + cover.addresseeLabels
        + cover.contactLabels)
  }

  func begins(_ text: String, with marks: [String]) -> Bool {
    let folded = FoldedText(text).utf8
    return marks.contains { mark in
      let start = FoldedText(mark).utf8
      return folded == start || folded.starts(with: start + [UInt8(ascii: ":")])
        || folded.starts(with: start + [0x20])
    }
  }
}
