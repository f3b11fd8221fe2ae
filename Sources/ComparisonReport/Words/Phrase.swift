// SPDX-License-Identifier: GPL-2.0-or-later

/// The languages that a report can be written in, by their tags (BCP 47).
package enum ReportLanguage: String, Sendable, CaseIterable {
  case swedish = "sv"
  case english = "en"
}

/// Words of the program in each language; ``Phrase`` with their meanings stand in `Phrases.swift`.
struct Phrase: Sendable {
  private let swedish: String
  private let english: String

  init(_ swedish: String, _ english: String) {
    self.swedish = swedish
    self.english = english
  }

  /// The same in both languages: numbers, names, signs.
  init(_ text: String) {
    self.init(text, text)
  }

  func text(in language: ReportLanguage) -> String {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  /// One phrase after the other.
  static func + (one: Phrase, other: Phrase) -> Phrase {
    Phrase(one.swedish + other.swedish, one.english + other.english)
  }

  /// A phrase for one and a phrase for any other number of things, `%` being the number.
  static func counted(_ count: Int, one: Phrase, many: Phrase) -> Phrase {
    let phrase = count == 1 ? one : many
    return Phrase(
      phrase.swedish.replacingPercent(by: count), phrase.english.replacingPercent(by: count))
  }
}

extension String {
  fileprivate func replacingPercent(by number: Int) -> String {
    guard let place = firstIndex(of: "%") else { return self }
    return self[..<place] + String(number) + self[index(after: place)...]
  }
}
