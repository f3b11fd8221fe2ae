// SPDX-License-Identifier: GPL-2.0-or-later

/// Writes HTML straight into UTF-8 bytes.
///
/// All text goes through here, and what comes from outside the program is escaped by construction:
/// names of elements and attributes are literals of this source, a text that is only known when the
/// program runs can be written as text or as the value of an attribute and in no other way, and an
/// address can only be a ``RelativeLink`` or a place in the page itself.
struct HTMLWriter: ~Copyable {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  /// The language of the program's own words.
  let language: ReportLanguage

  /// Creates a writer of nothing yet.
  init(language: ReportLanguage, reservingCapacity capacity: Int = 1 << 18) {
    self.language = language
    bytes.reserveCapacity(capacity)
  }

  /// Writes an element with what `writeContent` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., writeContent: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    writeContent(&self)
    append("</")
    append(name)
    append(">")
  }

  /// Writes an element that has no content and no end tag, such as `meta`.
  mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    open(name, attributes)
  }

  /// Writes an element with a phrase of the program in it.
  mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., say phrase: Phrase) {
    open(name, attributes)
    say(phrase)
    append("</")
    append(name)
    append(">")
  }

  /// Writes words of the program, in the language of the report.
  mutating func say(_ phrase: Phrase) {
    escape(phrase.text(in: language))
  }

  /// Writes a text of a document, kept apart from its surroundings whatever its direction is.
  mutating func quote(_ text: String) {
    append("<bdi>")
    escape(text)
    append("</bdi>")
  }

  /// Writes digits, signs and other texts without a direction of their own.
  mutating func plain(_ text: String) {
    escape(text)
  }

  /// Writes a space, for what an inline element follows.
  mutating func space() {
    append(" ")
  }

  /// Writes a line break of the source, which keeps the report readable as a file.
  mutating func line() {
    append("\n")
  }

  /// Writes markup that stands in this source as a literal, such as the document type.
  mutating func markup(_ literal: StaticString) {
    append(literal)
  }

  /// Writes a style sheet or a script that the program carries; it must not hold an end tag.
  mutating func embed(_ file: [UInt8]) {
    bytes.append(contentsOf: file)
  }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      guard let value = attribute.value else { continue }
      append("=\"")
      switch value {
      case .fixed(let literal): append(literal)
      case .text(let text): escape(text)
      case .phrase(let phrase): escape(phrase.text(in: language))
      case .integer(let number): escape(String(number))
      }
      append("\"")
    }
    append(">")
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { HTMLEscaping.append($0, to: &bytes) }
  }
}
