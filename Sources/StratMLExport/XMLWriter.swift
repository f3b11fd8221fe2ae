// SPDX-License-Identifier: GPL-2.0-or-later

/// Writes XML 1.0 straight into UTF-8 bytes, two spaces a level.
///
/// What comes from outside the program is escaped by construction: names are literals of this source,
/// and a text that is only known when the program runs can be the text of an element and nothing
/// else.
struct XMLWriter: ~Copyable {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// Begins a document.
  init() {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Writes an element with the elements that `writeContent` writes in it.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - attributes: Names and values, which hold nothing to escape.
  ///   - writeContent: Writes what stands in it.
  mutating func element(
    _ name: StaticString, _ attributes: [(name: StaticString, value: StaticString)] = [],
    _ writeContent: (inout XMLWriter) -> Void
  ) {
    indent()
    append("<")
    append(name)
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      append(attribute.value)
      append("\"")
    }
    append(">\n")
    depth += 1
    writeContent(&self)
    depth -= 1
    indent()
    close(name)
  }

  /// Writes an element with a text in it; nil writes nothing.
  mutating func text(_ name: StaticString, _ text: String?) {
    guard var text else { return }
    indent()
    append("<")
    append(name)
    append(">")
    text.withUTF8 { XMLText.append($0, to: &bytes) }
    close(name)
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    append(">\n")
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
