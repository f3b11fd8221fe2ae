// SPDX-License-Identifier: GPL-2.0-or-later

/// What stands in a page, read in the simplest way that browsers agree on: a tag begins with `<`,
/// ends with the next `>`, and the values of its attributes stand in double quotation marks.
struct Markup {
  /// The tags in order, the values of their attributes left out.
  private(set) var tags: [String] = []
  /// The text between the tags, its references resolved, without that of style and script.
  private(set) var text = ""
  private var attributes: [(name: String, value: String)] = []

  init(_ html: String) {
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      append(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      read(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
  }

  /// The values of an attribute throughout the page.
  func values(of name: String) -> [String] {
    attributes.filter { $0.name == name }.map(\.value)
  }

  /// Whether each element is closed, in the reverse order of their opening.
  var isBalanced: Bool {
    let empty: Set<Substring> = ["meta", "br", "input", "!DOCTYPE"]
    var open: [Substring] = []
    for tag in tags {
      let name = tag.split(separator: " ").first ?? ""
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !empty.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }

  private mutating func append(_ text: Substring) {
    guard tags.last != "style", tags.last != "script" else { return }
    self.text += Self.resolved(text)
  }

  private mutating func read(_ tag: Substring) {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    var name = ""
    for (index, part) in parts.enumerated() {
      if index.isMultiple(of: 2) {
        name += part
      } else {
        let attribute = parts[index - 1].split(separator: " ").last?.dropLast() ?? ""
        attributes.append((String(attribute), Self.resolved(part)))
      }
    }
    tags.append(name)
  }

  private static func resolved(_ text: Substring) -> String {
    let references = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return references.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
