// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct GoalLabelTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  /// A line with a label, and what is to be read from it.
  struct Example: Sendable, CustomTestStringConvertible {
    let line: String
    let level: GoalLabelLevel
    var scope: GoalLabelScope?
    var number: String?
    let title: String

    var testDescription: String { line }

    init(
      _ line: String, _ level: GoalLabelLevel, _ number: String?, _ title: String,
      scope: GoalLabelScope? = nil
    ) {
      self.line = line
      self.level = level
      self.number = number
      self.title = title
      self.scope = scope ?? (level == .unit ? .enhet : nil)
    }
  }

  private static let councilLabels = [
    Example("KF:s inriktningsmål: 1. En stad för alla", .direction, "1", "En stad för alla"),
    Example("KF:s inriktningsmål 1. En stad för alla", .direction, "1", "En stad för alla"),
    Example("KF:s inriktningsmål 1: En stad för alla", .direction, "1", "En stad för alla"),
    Example("KF:s inriktningsmål: 2 Lindviken växer", .direction, "2", "Lindviken växer"),
    Example("KFs inriktningsmål: En stad", .direction, nil, "En stad"),
    Example("Kommunfullmäktiges inriktningsmål: 3. En stad", .direction, "3", "En stad"),
    Example("Inriktningsmål: En stad", .direction, nil, "En stad"),
    Example(
      "KF:s mål för verksamhetsområdet: 1.4 Alla är trygga", .area, "1.4", "Alla är trygga"),
    Example("KF:s mål för verksamhetsområde: 1.4. Trygga", .area, "1.4", "Trygga"),
    Example("KFs mål för verksamhetsområdet: 12.10 Trygga", .area, "12.10", "Trygga"),
    Example("Kommunfullmäktiges mål för verksamhetsområdet: Trygga", .area, nil, "Trygga"),
    Example("KF:s verksamhetsområdesmål: 2.1 Trygga", .area, "2.1", "Trygga"),
  ]

  private static let labelsWithoutColon = [
    Example("KF:s inriktningsmål 1 En stad för alla", .direction, "1", "En stad för alla"),
    Example("KF:s mål för verksamhetsområdet 1.4 Alla är trygga", .area, "1.4", "Alla är trygga"),
    Example("Enhetsmål 1.4.1 Vi möter alla", .unit, "1.4.1", "Vi möter alla"),
    Example("Åtagande 2 – Vi möter alla", .unit, "2", "Vi möter alla"),
    Example("Åtagande nr 2: Vi möter alla", .unit, "2", "Vi möter alla"),
    Example("Nämndmål - Alla barn lär sig", .committee, nil, "Alla barn lär sig"),
    Example("KF:s inriktningsmål – 1. En stad för alla", .direction, nil, "1. En stad för alla"),
  ]

  private static let ownLabels = [
    Example("Nämndmål: Alla barn lär sig", .committee, nil, "Alla barn lär sig"),
    Example("NÄMNDMÅL: Alla barn lär sig", .committee, nil, "Alla barn lär sig"),
    Example("Nämndmål : Alla barn", .committee, nil, "Alla barn"),
    Example("Nämndmål:Alla barn", .committee, nil, "Alla barn"),
    Example("Nämndmål: 1.1.2 Alla barn", .committee, "1.1.2", "Alla barn"),
    Example("Nämndens mål: Alla barn", .committee, nil, "Alla barn"),
    Example("Enhetsmål: Vi möter alla", .unit, nil, "Vi möter alla"),
    Example("Enhetsmål: 1. Vi möter alla", .unit, "1", "Vi möter alla"),
    Example("Enhetsmål: 3.1.1.1. Vi möter alla", .unit, "3.1.1.1", "Vi möter alla"),
    Example("Enhetsmål: 3.5.1. 1 Vi möter alla", .unit, "3.5.1.1", "Vi möter alla"),
    Example("Enhetens mål: Vi möter alla", .unit, nil, "Vi möter alla"),
    Example("Åtagande: Vi möter alla", .unit, nil, "Vi möter alla"),
    Example("Åtagande 2: Vi möter alla", .unit, "2", "Vi möter alla"),
    Example("Åtagande 2. Vi möter alla", .unit, "2", "Vi möter alla"),
    Example("Avdelningsmål: Vi möter alla", .unit, nil, "Vi möter alla", scope: .avdelning),
    Example(
      "Enhetsmål: Avdelningsmål: Vi möter alla", .unit, nil, "Vi möter alla", scope: .avdelning),
    Example(
      "Enhetsmål: 1.3.1.1 Avdelningsmål: Vi möter alla", .unit, "1.3.1.1", "Vi möter alla",
      scope: .avdelning),
    Example(
      "Enhetsmål: Avdelningsmål: 1.3.1.1 Vi möter alla", .unit, "1.3.1.1", "Vi möter alla",
      scope: .avdelning),
  ]

  /// A title may begin with a number that is an amount.
  private static let amounts = [
    Example("Enhetsmål: 90 procent är nöjda", .unit, nil, "90 procent är nöjda"),
    Example("Enhetsmål: 3 nya mötesplatser", .unit, nil, "3 nya mötesplatser"),
    Example("Enhetsmål: 2026 är vi klara", .unit, nil, "2026 är vi klara"),
    Example("Enhetsmål: 24/7 finns vi till hands", .unit, nil, "24/7 finns vi till hands"),
  ]

  /// Where a plan numbers its headings.
  private static let numberedHeadings = [
    Example("3.1.1 Nämndmål: Alla barn lär sig", .committee, "3.1.1", "Alla barn lär sig"),
    Example("3.1.1. Enhetsmål: Vi möter alla", .unit, "3.1.1", "Vi möter alla"),
    Example("2 KF:s inriktningsmål: En stad för alla", .direction, "2", "En stad för alla"),
    Example("2 KF:s inriktningsmål: 1. En stad", .direction, "1", "En stad"),
    Example("3.1 Nämndmål", .committee, "3.1", ""),
    Example(
      "1.3.1.1 Avdelningsmål: Vi möter alla", .unit, "1.3.1.1", "Vi möter alla", scope: .avdelning),
  ]

  private static let lonelyLabels = [
    Example("Enhetsmål 1", .unit, "1", ""), Example("KF:s inriktningsmål 1", .direction, "1", ""),
    Example("Enhetsmål:", .unit, nil, ""), Example("Enhetsmål", .unit, nil, ""),
    Example("Nämndmål:", .committee, nil, ""), Example("Åtagande:", .unit, nil, ""),
    Example("KF:s inriktningsmål:", .direction, nil, ""),
    Example("KF:s mål för verksamhetsområdet: 1.4", .area, "1.4", ""),
  ]

  @Test(
    "a label gives level, scope, number and title",
    arguments: councilLabels + labelsWithoutColon + ownLabels + amounts + numberedHeadings
      + lonelyLabels)
  func labels(example: Example) throws {
    let first = try #require(stages.tokens(example.line + "\n").listing.first)
    guard case .goal(let label) = first.token else {
      Issue.record("\(first.token) is no goal")
      return
    }
    #expect(label.level == example.level)
    #expect(label.scope == example.scope)
    #expect(label.number == example.number)
    #expect(first.text.utf8Slice(label.titleUTF8Offset..<first.text.utf8.count) == example.title)
  }

  @Test(
    "a sentence with the words of a label is none",
    arguments: [
      "Enhetsmål formuleras av varje enhet.", "Enhetsmålen följs upp i maj.",
      "Enhetsmålet: att alla trivs.", "Nämndens mål är att alla trivs.",
      "Nämndmål och enhetsmål hänger ihop.", "Åtagande om service lämnas till alla.",
      "Åtaganden: se nedan", "KF:s inriktningsmål 1 och 2 berör enheten.",
      "Kommunfullmäktiges mål följs.", "Våra enhetsmål: trygghet och lek",
      "Inriktningsmål för nämnden saknas", "Mål: att alla trivs",
      "Nämndmål 1.4 och 1.5 berör oss.", "Nämndmål - och enhetsmål", "Nämndmål – 3 av 4 nås.",
      "12 Enhetsmål följs upp i maj.", "2.1 Nämndmål och enhetsmål hänger ihop",
    ])
  func sentences(line: String) throws {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nTexten börjar här.\n\(line)\n"
    let token = try #require(try stages.tokens(text).token(of: line))
    #expect(token == .paragraph || token == .continuation, "\(token)")
  }

  @Test("a sentence that a line break cuts before the word of a label goes on")
  func labelWordInsideSentence() throws {
    let text = """
      Enhetsmål: Ett mål

      Beskrivning

      Under året arbetar alla i enheten vidare med det som har beslutats om våra
      enhetsmål: trygghet, lek och lärande för alla barn i området.
      """
    let last = try #require(try stages.tokens(text).listing.last)
    #expect(last.token == .continuation)
  }
}
