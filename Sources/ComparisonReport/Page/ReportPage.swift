// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// The page that every report stands in: one file with its style and its script, which loads
/// nothing and sends nothing.
struct ReportPage: Sendable {
  /// What the report is, such as a comparison of plans.
  let kind: Phrase
  /// What the report is of; nil where its kind says it all.
  let subject: String?
  let language: ReportLanguage
  let generator: Generator

  /// The document in UTF-8.
  ///
  /// - Parameters:
  ///   - writeSide: Writes what stands beside the content: the contents and the filter.
  ///   - writeContent: Writes the parts of the report, whose headings begin with `h2`.
  /// - Returns: A whole file.
  func bytes(
    writeSide: (inout HTMLWriter) -> Void, writeContent: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var html = HTMLWriter(language: language)
    html.markup("<!DOCTYPE html>\n")
    html.element("html", .lang(language)) { html in
      writeHead(&html)
      html.line()
      html.element("body") { html in
        writeBody(&html, writeSide: writeSide, writeContent: writeContent)
      }
    }
    html.line()
    return html.bytes
  }

  private func writeHead(_ html: inout HTMLWriter) {
    let style = Self.spokenWords(in: language) + PackageResources.report_css
    let policy = ContentSecurityPolicy(style: style, script: PackageResources.report_js)
    html.element("head") { html in
      html.void("meta", .fixed("charset", "utf-8"))
      html.void(
        "meta", .fixed("http-equiv", "Content-Security-Policy"), .content(policy))
      html.void(
        "meta", .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1")
      )
      html.void("meta", .fixed("name", "color-scheme"), .fixed("content", "light dark"))
      html.void("meta", .fixed("name", "referrer"), .fixed("content", "no-referrer"))
      html.element("title") { html in
        if let subject {
          html.plain(subject)
          html.plain(" – ")
        }
        html.say(kind)
      }
      html.line()
      html.element("style") { $0.embed(style) }
    }
  }

  private func writeBody(
    _ html: inout HTMLWriter, writeSide: (inout HTMLWriter) -> Void,
    writeContent: (inout HTMLWriter) -> Void
  ) {
    html.element("a", .class("skip"), .href(Anchor("content")), say: .skipToContent)
    html.line()
    html.element("header", .class("page-head")) { html in
      html.element("h1") { html in
        html.element("span", .class("report-kind"), say: kind)
        if let subject {
          html.space()
          html.element("span", .class("report-subject")) { $0.quote(subject) }
        }
      }
    }
    html.line()
    html.element("div", .class("page-body")) { html in
      html.element("div", .class("side")) { writeSide(&$0) }
      html.line()
      html.element("main", .id(Anchor("content")), .fixed("tabindex", "-1")) { writeContent(&$0) }
    }
    html.line()
    html.element("footer", .class("page-foot")) { html in
      html.element("p") { html in
        html.say(.writtenBy)
        html.space()
        html.plain("\(generator.name) \(generator.version)")
      }
    }
    html.line()
    html.element("script") { $0.embed(PackageResources.report_js) }
  }

  /// The words that a screen reader says at the ends of inserted and deleted text, which most of
  /// them pass over in silence; as style, they stay out of what is copied and searched.
  private static func spokenWords(in language: ReportLanguage) -> [UInt8] {
    let (inserted, deleted) = (Phrase.insertedWords, Phrase.deletedWords)
    return Array(
      """
      :root{--inserted:" \(inserted.text(in: language)) ";--deleted:" \(deleted.text(in: language)) ";\
      --end:" \(Phrase.endOfWords.text(in: language)) "}

      """.utf8)
  }
}
