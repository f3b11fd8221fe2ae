// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import WorkbookExport

@Suite("Links to the page of a source")
struct SourceLinkTests {
  @Test(
    "Whatever a file is named, only its page follows the number sign",
    arguments: [
      ("../planer/plan.pdf", "external:../planer/plan.pdf#page=3"),
      ("../mina planer/a#b.pdf", "external:../mina%20planer/a%23b.pdf#page=3"),
      ("100%25.pdf", "external:100%2525.pdf#page=3"),
      ("förskola.pdf", "external:förskola.pdf#page=3"),
      ("a:b\\c\"d<e>?.pdf", "external:a%3Ab%5Cc%22d%3Ce%3E%3F.pdf#page=3"),
      ("rad\nbryt\u{7F}\u{FFFF}.pdf", "external:rad%0Abryt%7F%EF%BF%BF.pdf#page=3"),
    ])
  func names(_ link: (path: String, url: String)) {
    #expect(SourceLink(path: link.path).url(page: 3, limit: 2_079) == link.url)
  }

  @Test("A link that is too long is none")
  func longPaths() {
    let path = String(repeating: "å", count: 20) + ".pdf"
    #expect(SourceLink(path: path).url(page: 12, limit: 52) != nil)
    #expect(SourceLink(path: path).url(page: 12, limit: 51) == nil)
  }
}
