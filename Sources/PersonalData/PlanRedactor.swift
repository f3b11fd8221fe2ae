// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
public import SectionTokenization
internal import SourceText

/// Takes personal data out of plans.
public struct PlanRedactor: Sendable {
  private let finder: PersonalDataFinder

  /// Remarks quote no more of a text than this many characters.
  private static let longestExcerpt = 60

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
    let lists = PlanTextWalk.texts(of: &plan)
    var tally = PersonalDataTally()
    for (list, found) in zip(lists, spans(in: lists)) {
      for (text, spans) in zip(list, found) {
        for span in spans { tally.add(span.kind, at: text.place) }
      }
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
    var next = spans(in: PlanTextWalk.texts(of: &redacted)).makeIterator()
    var excerpts: [String: String] = [:]
    let replace = { (list: inout [PlanText]) -> Bool in
      guard let found = next.next() else { return false }
      for (index, spans) in found.enumerated() where !spans.isEmpty {
        let text = Self.text(list[index].text, replacing: spans)
        excerpts[Self.excerpt(list[index].text)] = Self.excerpt(text)
        excerpts[list[index].text] = text
        list[index].text = text
      }
      return found.contains { !$0.isEmpty }
    }
    withoutActuallyEscaping(replace) { PlanTextWalk(visit: $0).walk(&redacted) }
    guard !excerpts.isEmpty else { return redacted }
    for (index, diagnostic) in plan.diagnostics.enumerated() {
      let message = Self.message(of: diagnostic, replacing: excerpts)
      if message != diagnostic.message { redacted.diagnostics[index].message = message }
    }
    redacted.diagnostics.append(
      .personalDataRedacted(PersonalDataTally(marksIn: redacted).total))
    return redacted
  }

  private func spans(in lists: [[PlanText]]) -> [[[PersonalDataSpan]]] {
    finder.spans(in: lists.map { $0.map(\.text) })
  }

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

  // MARK: - Remarks

  private static func excerpt(_ text: String) -> String { String(text.prefix(longestExcerpt)) }

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
