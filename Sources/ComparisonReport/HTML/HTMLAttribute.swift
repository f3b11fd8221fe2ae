// SPDX-License-Identifier: GPL-2.0-or-later

/// An attribute of an element.
///
/// A text that is only known at run time can become one of the attributes below, none of which a
/// browser runs, loads or takes for style.
struct HTMLAttribute: Sendable {
  enum Value: Sendable {
    case fixed(StaticString)
    case text(String)
    case phrase(Phrase)
    case integer(Int)
  }

  let name: StaticString
  /// nil for an attribute that says all by being there, such as `hidden`.
  let value: Value?

  private init(_ name: StaticString, _ value: Value?) {
    self.name = name
    self.value = value
  }

  /// An attribute whose value stands in the source.
  static func fixed(_ name: StaticString, _ value: StaticString) -> HTMLAttribute {
    HTMLAttribute(name, .fixed(value))
  }

  /// An attribute that says all by being there.
  static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name, nil) }

  static func `class`(_ names: StaticString) -> HTMLAttribute {
    HTMLAttribute("class", .fixed(names))
  }

  /// The name of a place in the page.
  static func id(_ anchor: Anchor) -> HTMLAttribute { HTMLAttribute("id", .text(anchor.name)) }

  static func href(_ anchor: Anchor) -> HTMLAttribute {
    HTMLAttribute("href", .text("#" + anchor.name))
  }

  static func href(_ link: RelativeLink) -> HTMLAttribute {
    HTMLAttribute("href", .text(link.address))
  }

  /// What the script filters and sorts by.
  static func data(_ key: DataKey, _ value: String) -> HTMLAttribute {
    HTMLAttribute(key.name, .text(value))
  }

  /// Words of the program that the script shows.
  static func data(_ key: DataKey, _ phrase: Phrase) -> HTMLAttribute {
    HTMLAttribute(key.name, .phrase(phrase))
  }

  static func label(_ phrase: Phrase) -> HTMLAttribute {
    HTMLAttribute("aria-label", .phrase(phrase))
  }

  static func labelled(by anchor: Anchor) -> HTMLAttribute {
    HTMLAttribute("aria-labelledby", .text(anchor.name))
  }

  /// What a choice of the filter stands for.
  static func value(_ text: String) -> HTMLAttribute { HTMLAttribute("value", .text(text)) }

  static func title(_ phrase: Phrase) -> HTMLAttribute { HTMLAttribute("title", .phrase(phrase)) }

  /// The lines of a chart.
  static func path(_ path: ChartPath) -> HTMLAttribute { HTMLAttribute("d", .text(path.data)) }

  static func x(_ place: Int) -> HTMLAttribute { HTMLAttribute("x", .integer(place)) }

  static func y(_ place: Int) -> HTMLAttribute { HTMLAttribute("y", .integer(place)) }

  static func columns(_ count: Int) -> HTMLAttribute { HTMLAttribute("colspan", .integer(count)) }

  static func lang(_ language: ReportLanguage) -> HTMLAttribute {
    HTMLAttribute("lang", .text(language.rawValue))
  }

  /// The policy of what the page may load and run.
  static func content(_ policy: ContentSecurityPolicy) -> HTMLAttribute {
    HTMLAttribute("content", .text(policy.text))
  }
}

/// What the script of the report reads of an element.
enum DataKey: Sendable {
  /// The kinds of change of a goal or a row, with spaces between them.
  case kinds
  case level
  /// What a cell is sorted by, where that is not its text.
  case sortValue
  /// The pattern of the count of what a filter shows.
  case countPattern
  /// What is counted, in the order of the pattern's numbers.
  case countGroups
  /// What a part of the page is counted as.
  case group
  /// The part of the page that stands for the same unit.
  case part

  var name: StaticString {
    switch self {
    case .kinds: "data-kinds"
    case .level: "data-level"
    case .sortValue: "data-sort"
    case .countPattern: "data-count"
    case .countGroups: "data-groups"
    case .group: "data-group"
    case .part: "data-part"
    }
  }
}

/// A place in the page that something points to: a kind of place and numbers.
struct Anchor: Sendable, Hashable {
  let name: String

  init(_ kind: StaticString, _ numbers: Int...) {
    name = numbers.reduce(kind.description) { "\($0)-\($1 + 1)" }
  }
}
