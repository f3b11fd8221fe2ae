// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
public import SectionTokenization
internal import SourceText

/// Takes personal data out of plans.
public struct PlanRedactor: Sendable {
  private let finder: PersonalDataFinder

  /// Creates a redactor that knows titles and labels by a vocabulary.
  public init(_ vocabulary: Vocabulary) {
    finder = PersonalDataFinder(vocabulary)
  }

  /// How many personal data a plan holds.
  public func tally(of plan: PlanDocument) -> PersonalDataTally {
    var plan = plan
    return tally(reading: &plan)
  }

  private func tally(reading plan: inout PlanDocument) -> PersonalDataTally {
    let collected = PlanTextCollector(&plan)
    var tally = PersonalDataTally()
    for found in finder.found(in: collected.texts) {
      for span in found.spans { tally.add(span.kind, at: collected.places[found.textIndex]) }
    }
    return tally
  }

  /// The plan with a remark that counts its personal data, where it holds any.
  public func remarked(_ plan: consuming PlanDocument) -> PlanDocument {
    var remarked = plan
    let counts = tally(reading: &remarked).total
    guard !counts.isEmpty else { return remarked }
    remarked.diagnostics.append(.personalDataFound(counts))
    return remarked
  }

  /// The plan with a mark in place of each address, number and name, and a remark that counts them;
  /// ids, places and the accounting stay as they are.
  public func redacted(_ plan: PlanDocument) -> PlanDocument {
    var redacted = plan
    let found = finder.found(in: PlanTextCollector(&redacted).texts)
    guard !found.isEmpty else { return redacted }
    var walk = PlanTextWalk(visitor: MarkingVisitor(found))
    walk.walk(&redacted)
    let excerpts = walk.visitor.excerpts
    for (index, diagnostic) in plan.diagnostics.enumerated() {
      let message = Self.message(of: diagnostic, replacing: excerpts)
      if message != diagnostic.message { redacted.diagnostics[index].message = message }
    }
    redacted.diagnostics.append(
      .personalDataRedacted(PersonalDataTally(marksIn: redacted).total))
    return redacted
  }

  // MARK: - Remarks

  /// A remark's message with what it quotes of a text that was changed changed too: an excerpt may
  /// end inside an address, where nothing would show that it is one.
  private static func message(
    of diagnostic: Diagnostic, replacing excerpts: [String: String]
  ) -> String {
    var message = Substring(diagnostic.message)
    // It lists single words, and they may be those of an address.
    if diagnostic.code == "words-unaccounted" {
      return message.split(separator: "(").enumerated().map { index, part in
        index == 0 ? part[...] : part.drop { $0 != ")" }.dropFirst()
      }.joined().split(separator: " ").joined(separator: " ")
    }
    var result = ""
    while let opening = message.firstIndex(of: "“") {
      let start = message.index(after: opening)
      guard let closing = message[start...].firstIndex(of: "”") else { break }
      let quoted = String(message[start..<closing])
      result += message[..<start]
      result += excerpts[quoted] ?? quoted
      message = message[closing...]
    }
    return result + message
  }
}

/// Puts a mark in place of each span that was found.
private struct MarkingVisitor: PlanTextVisitor {
  /// What remarks may quote of the texts that were changed, with what it has become.
  private(set) var excerpts: [String: String] = [:]

  private let found: [PersonalDataFinder.Found]
  private var nextFound = 0
  private var textIndex = 0

  /// Remarks quote no more of a text than this many characters.
  private static let longestExcerpt = 60

  init(_ found: [PersonalDataFinder.Found]) { self.found = found }

  mutating func visit(_ text: String, at place: PlanTextPlace) -> String? {
    defer { textIndex += 1 }
    guard nextFound < found.count, found[nextFound].textIndex == textIndex else { return nil }
    let marked = Self.text(text, replacing: found[nextFound].spans)
    nextFound += 1
    excerpts[Self.excerpt(text)] = Self.excerpt(marked)
    excerpts[text] = marked
    return marked
  }

  func endList() {}

  private static func excerpt(_ text: String) -> String { String(text.prefix(longestExcerpt)) }

  private static func text(_ text: String, replacing spans: [PersonalDataSpan]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var end = 0
    for span in spans {
      result += bytes[end..<span.utf8Range.lowerBound]
      result += span.kind.mark.utf8
      end = span.utf8Range.upperBound
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }
}
