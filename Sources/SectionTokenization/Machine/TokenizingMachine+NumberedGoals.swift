// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The council's goals in plans that print no labels for them, only their numbers: "1. En stad för
/// alla", "1.1 Alla är trygga".
extension TokenizingMachine {
  /// A heading that may be a council's goal.
  private struct Candidate {
    let line: Int
    let number: String
    let label: GoalLabel
  }

  /// Labels for headings with numbers of one place or of two, each by its line.
  ///
  /// The contents list them, or they are set as headings.
  /// A level is looked for where no label names it. A direction has areas under its number, and most
  /// areas have goals with labels under them; else the numbers are those of chapters. So they are
  /// where a known heading ("1 Inledning") has one.
  func numberedGoalLabels() -> [Int: GoalLabel] {
    let levels = Set(labels.lazy.compactMap { $0?.level })
    guard !levels.isEmpty, !levels.isSuperset(of: [.direction, .area]),
      let candidates = goalCandidates(besides: levels), mostAreasHaveLabels(under: candidates)
    else { return [:] }
    let directions = numbers(of: .direction, candidates)
    let directionsOfAreas = Set(numbers(of: .area, candidates).map(direction(ofArea:)))
    let goals = candidates.filter { candidate in
      candidate.label.level == .direction
        ? directionsOfAreas.contains(candidate.number)
        : directions.contains(direction(ofArea: candidate.number))
    }
    return Dictionary(goals.map { ($0.line, $0.label) }, uniquingKeysWith: { $1 })
  }

  /// The first place of an area's number, which is the number of the direction above it.
  private func direction(ofArea number: String) -> String { String(number.prefix { $0 != "." }) }

  /// The last heading of each number; nil where the numbers are those of chapters.
  private func goalCandidates(besides levels: Set<GoalLabelLevel>) -> [Candidate]? {
    let contentsEnd = contents?.entries.last?.upperBound ?? 0
    var lineOfNumber: [String: Candidate] = [:]
    for line in contentsEnd..<lines.count
    where !furniture[line] && labels[line] == nil && edges[line].startsWithDigit {
      guard
        let number = lines[line].text.withUTF8Bytes({ GoalNumber.leadingOrBare($0, from: 0) }),
        layout.isSetAsHeading(lines[line]) || listedHeadingLineCount(at: line) > 0
      else { continue }
      if meanings[line] != nil { return nil }
      let places = number.text.utf8.count { $0 == UInt8(ascii: ".") } + 1
      let level: GoalLabelLevel = places == 1 ? .direction : .area
      guard places <= 2, !levels.contains(level) else { continue }
      let rest = lines[line].text.utf8.dropFirst(number.utf8End)
      let offset = number.utf8End + rest.prefix { $0 == UInt8(ascii: " ") }.count
      let label = GoalLabel(level: level, number: number.text, titleUTF8Offset: offset)
      lineOfNumber[number.text] = Candidate(line: line, number: number.text, label: label)
    }
    return lineOfNumber.values.sorted { $0.line < $1.line }
  }

  private func numbers(of level: GoalLabelLevel, _ candidates: [Candidate]) -> Set<String> {
    var numbers = Set(candidates.lazy.filter { $0.label.level == level }.map(\.number))
    for case let label? in labels where label.level == level {
      if let number = label.number { numbers.insert(number) }
    }
    return numbers
  }

  /// Whether goals with labels stand under half of the areas at the least.
  private func mostAreasHaveLabels(under candidates: [Candidate]) -> Bool {
    let ends = candidates.dropFirst().map(\.line) + [lines.count]
    var balance = 0
    for (candidate, end) in zip(candidates, ends) where candidate.label.level == .area {
      balance += labels[candidate.line..<end].contains { $0 != nil } ? 1 : -1
    }
    return balance >= 0
  }
}
