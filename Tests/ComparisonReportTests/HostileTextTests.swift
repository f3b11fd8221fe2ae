// SPDX-License-Identifier: GPL-2.0-or-later

import ComparisonReport
import PlanComparison
import PlanModel
import SourceText
import Testing

@Suite("Hostile text in reports")
struct HostileTextTests {
  private static let hostile = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "]]><img src=x onerror=a()>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "<!-- ", "--><b>", "&lt;&amp;&#60;b>",
    "</bdi></li></ul></main>", "${alert(1)}", "\u{0}<\u{0}script>", "</ScRiPt ><svg onload=a()>",
  ]

  /// Everything that a plan brings: each text of the report's.
  private func report(of text: String) -> String {
    func plan(_ year: Int, _ change: String) -> PlanDocument {
      let (indicator, activity) = (
        ReportPlans.indicator(text + change, Double(year)),
        ReportPlans.activity(text + change, start: text, end: change)
      )
      var plan = ReportPlans.plan(
        year, unit: text, fileName: text + change,
        ReportPlans.goal(1, text, indicators: [indicator], activities: [activity], text: text),
        ReportPlans.goal(2, "Maten är god \(text) \(change)", text: "\(change) \(text)"),
        ReportPlans.goal(year, "\(change) \(text)", indicators: [indicator]))
      plan.source.sha256 = text
      plan.goals[0].goals[0].sections[0].heading = text
      plan.goals[0].goals[0].number = change + text
      plan.goals[0].goals[0].indicators[0].target?.unit = text
      plan.goals[0].goals[0].indicators[0].target?.raw = text + change
      return plan
    }
    let plans = [plan(1, "ett"), plan(2, "två"), plan(3, "tre")]
    return ReportPlans.report([
      ReportedComparison(
        PlanComparer().comparison(of: plans), of: plans, sourcePaths: [text, text, text + ".pdf"])
    ])
  }

  @Test("adds no element and no attribute, and closes none", arguments: hostile)
  func structure(text: String) {
    let markup = Markup(report(of: text))
    // Which words changed differs with the text, so that the tags are not one for one.
    let harmless = ["två snälla ord", "– "].flatMap { Markup(report(of: $0)).tags }
    #expect(Set(markup.tags).subtracting(harmless) == [])
    #expect(markup.tags.count { $0 == "script" } == 1)
    #expect(markup.tags.count { $0 == "style" } == 1)
    #expect(markup.isBalanced)
  }

  @Test("is shown as it stands", arguments: hostile.filter { !$0.contains("\u{0}") })
  func shown(text: String) {
    #expect(Markup(report(of: text)).text.contains(text))
  }

  @Test("has control characters, and characters that turn the direction, replaced")
  func controls() {
    // Noncharacters cannot stand in a literal.
    let noncharacters = [0xFFFF, 0xFDD0].compactMap(Unicode.Scalar.init).map(String.init)
    let text =
      "a\u{0}b\u{1B}c\u{202E}d\u{2066}e\u{2069}f\u{85}g" + noncharacters.joined(separator: "h")
    let html = report(of: text + "i\rj")
    #expect(
      html.contains("a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f\u{FFFD}g\u{FFFD}h\u{FFFD}i"))
    #expect(!html.unicodeScalars.contains(where: Self.isForbidden))
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF:
      true
    default: false
    }
  }

  @Test("keeps marks of direction and letters of other scripts")
  func otherScripts() {
    #expect(report(of: "\u{200F}שלום 😀 åäö").contains("\u{200F}שלום 😀 åäö"))
  }

  @Test("of 100 kB is written in some places, and not once for each row of a table")
  func longTitles() {
    let title = String(repeating: "Långt ord ", count: 10_000)
    let rows = (1...200).map { ReportPlans.indicator("Andel \($0)", Double($0)) }
    let html = ReportPlans.report(
      ReportPlans.plan(2025, ReportPlans.goal(1, title, indicators: rows)),
      ReportPlans.plan(2026, ReportPlans.goal(1, title, indicators: rows)))
    #expect(html.utf8.count < 6 * title.utf8.count)
  }

  @Test(
    "in names of files leads nowhere but to a file",
    arguments: [
      "javascript:alert(1).pdf", "//evil.example/x.pdf", "a?b#c.pdf", "JaVaScRiPt\t:x.pdf",
      "../../x.pdf", "\u{202E}fdp.pdf", "data:text/html,x.pdf", "a\\b.pdf", "%2e.pdf", "C:x.pdf",
    ])
  func fileNames(name: String) throws {
    let html = ReportPlans.report(
      ReportPlans.plan(2025, fileName: name, ReportPlans.goal(1, "Maten är god")),
      ReportPlans.plan(2026, ReportPlans.goal(1, "Maten är bra")))
    let addresses = Markup(html).values(of: "href").filter { !$0.hasPrefix("#") }
    #expect(!addresses.isEmpty)
    for address in addresses {
      #expect(address.hasPrefix("./"))
      #expect(!address.dropFirst(2).contains(":"))
      #expect(!address.contains("//"))
      #expect(!address.contains("?"))
      #expect(!address.contains("\\"))
      let fragment = address.split(separator: "#").dropFirst()
      #expect(
        fragment.allSatisfy { $0.hasPrefix("page=") && $0.dropFirst(5).allSatisfy(\.isNumber) })
    }
  }

  @Test("in identifiers of goals cannot make the tree endless")
  func sharedIDs() {
    var inner = ReportPlans.goal(1, "Inre")
    inner.id = "n1"
    var outer = ReportPlans.goal(2, "Yttre")
    outer.id = "n1"
    outer.goals = [inner]
    let html = ReportPlans.report(
      ReportPlans.plan(2025, outer, inner), ReportPlans.plan(2026, inner, outer))
    #expect(html.hasSuffix("</html>\n"))
  }
}
