// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Gives words back the hyphen that an extractor has taken for one of a cut word.
///
/// `pdftotext` joins "grupp-" at a line's end with "och bostäder" below it to "gruppoch bostäder".
/// Where the document writes "grupp- och" elsewhere, "gruppoch" is no word of its own. Cost is
/// linear in the length of the document; only documents with tables in blocks are looked at.
struct LostHyphens {
  /// What the document writes, by what the extractor makes of it.
  private var printed: [String: String] = [:]

  /// Finds the words with a hyphen and a space after it in a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - suspended: Words after which a hyphen stays.
  init(in document: TokenizedDocument, suspended: Set<String>) {
    guard document.tables.contains(where: \.cellsStandApart) else { return }
    for line in document.document.lines where line.text.contains("- ") {
      let words = line.text.spaceSeparatedWords()
      for (word, next) in zip(words, words.dropFirst())
      where word.utf8.count > 1 && word.utf8.last == UInt8(ascii: "-")
        && suspended.contains(String(next))
      {
        printed[String(word.dropLast()) + next] = "\(word) \(next)"
      }
    }
  }

  /// Mends the words that have lost their hyphen; no line begins with one that is a label.
  func restore(in lines: inout [SourceLine]) {
    guard !printed.isEmpty else { return }
    for index in lines.indices where lines[index].words.isEmpty {
      let words = lines[index].text.spaceSeparatedWords()
      guard words.contains(where: { printed[String($0)] != nil }) else { continue }
      lines[index].text = words.map { printed[String($0)] ?? String($0) }.joined(separator: " ")
    }
  }
}
