// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

struct LineJoiningTests {
  private static let lead = "Under hela det här året arbetar alla som är anställda i enheten med"

  /// The first paragraph of a goal whose text breaks between `above` and `below`.
  private func paragraph(
    _ above: String, _ below: String, elsewhere: String = ""
  ) throws -> String {
    let text = """
      Enhetsmål: Ett mål

      Beskrivning

      \(Self.lead) \(above)
      \(below) och det gör de tillsammans med alla som vill vara med om det.

      Arbetssätt

      \(elsewhere)
      """
    let plan = try Stages.stockholm().plan(text)
    #expect(plan.accounting.unaccountedWords == 0)
    let block = try #require(plan.goals.first?.sections.first?.blocks.first)
    guard case .paragraph(let joined, _) = block else {
      Issue.record("no paragraph")
      return ""
    }
    return joined
  }

  /// Two pieces that meet at a line's end, and how they go together.
  struct Seam: Sendable, CustomTestStringConvertible {
    let above: String
    let below: String
    let joined: String
    var elsewhere = ""

    var testDescription: String {
      "\(above)/\(below)" + (elsewhere.isEmpty ? "" : " (\(elsewhere))")
    }

    init(_ above: String, _ below: String, _ joined: String, elsewhere: String = "") {
      self.above = above
      self.below = below
      self.joined = joined
      self.elsewhere = elsewhere
    }
  }

  @Test(
    "lines join with a space, and a hyphen at the end by what the document says",
    arguments: [
      Seam("barn", "unga", "barn unga"),
      Seam("be-", "vakningsdatum", "bevakningsdatum", elsewhere: "Ett bevakningsdatum finns."),
      Seam("Be-", "vakningsdatum", "Bevakningsdatum", elsewhere: "Ett bevakningsdatum finns."),
      Seam("hbtqi-", "personer", "hbtqi-personer", elsewhere: "Alla hbtqi-personer är med."),
      Seam("hbtqi-", "personer", "hbtqi-personer"),
      Seam("Svea-", "chatGPT", "Svea-chatGPT"), Seam("KF-", "mål", "KF-mål"),
      Seam("hälso-", "och sjukvård", "hälso- och sjukvård"),
      Seam("hälso-", "eller sjukvård", "hälso- eller sjukvård"),
      Seam("vår-", "respektive höstterminen", "vår- respektive höstterminen"),
      Seam("nämnd/", "styrelse", "nämnd/styrelse"), Seam("2025-", "2026", "2025-2026"),
      Seam("mål –", "nej", "mål – nej"), Seam("mål -", "nej", "mål - nej"),
      Seam("mål --", "nej", "mål -- nej"),
      Seam("upp\u{AD}", "följning", "uppföljning"),
      Seam("e-", "tjänster", "e-tjänster", elsewhere: "Våra e-tjänster är bra."),
    ])
  func seams(seam: Seam) throws {
    let text = try paragraph(seam.above, seam.below, elsewhere: seam.elsewhere)
    #expect(text.hasPrefix("\(Self.lead) \(seam.joined) och det gör"), "\(text)")
  }

  @Test("where the program that set the document cuts words, a hyphen goes without other evidence")
  func hyphenatingDocument() throws {
    let text = try hyphenated(last: "slut och det var det hela.")
    #expect(!text.contains("-"))
    #expect(text.hasSuffix("som beningslut och det var det hela."))
  }

  @Test("where words are cut, a hyphen after a single letter stays all the same")
  func hyphenAfterOneLetter() throws {
    let text = try hyphenated(
      last: "slut som alla kan läsa, alla som arbetar i enheten med unga, i en e-",
      "utbildning för alla.")
    #expect(text.hasSuffix("med unga, i en e-utbildning för alla."))
  }

  /// A paragraph that a program set which cuts words, with the last lines as given.
  private func hyphenated(last: String...) throws -> String {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Beskrivning", size: 11, isBold: true)
    let pieces = ["verk", "sam", "het", "for", "mer", "led", "ning"]
    for number in 0..<14 {
      let (head, tail) = (pieces[number % 7], pieces[(number + 3) % 7])
      page.line("\(tail) alla som arbetar i enheten med barn och unga och äldre som be\(head)-")
    }
    for line in last { page.line(line) }
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.accounting.unaccountedWords == 0)
    let block = try #require(plan.goals.first?.sections.first?.blocks.first)
    guard case .paragraph(let text, _) = block else {
      Issue.record("no paragraph")
      return ""
    }
    return text
  }

  @Test("a page break and its head do not stand between the pieces of a word")
  func seamAcrossPages() throws {
    let text = try paragraph(
      "be-\u{C}Sid 2 (2)", "vakningsdatum", elsewhere: "Ett bevakningsdatum finns.")
    #expect(text.hasPrefix("\(Self.lead) bevakningsdatum och det gör"), "\(text)")
  }

  @Test("titles and list items join their lines too")
  func titlesAndItems() throws {
    let text = """
      Enhetsmål: Barnen på förskolan Mosippan möter varje dag ett språk som är
      rikt, och deras bevakningsdatum är kända

      Förväntat resultat

      - Alla barn har under året fått pröva på minst en ny aktivitet och fått ett be-
      vakningsdatum.
      """
    let plan = try Stages.stockholm().plan(text)
    let goal = try #require(plan.goals.first)
    #expect(
      goal.title
        == "Barnen på förskolan Mosippan möter varje dag ett språk som är rikt, och deras "
        + "bevakningsdatum är kända")
    let item = try #require(goal.sections.first?.blocks.first)
    guard case .listItem(let marker, let joined, _) = item else {
      Issue.record("no item")
      return
    }
    #expect(marker == "-")
    #expect(joined.hasPrefix("Alla barn") && joined.hasSuffix("fått ett bevakningsdatum."))
  }
}
