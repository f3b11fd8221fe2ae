// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The cover of a text whose title and running text stand on one page.
extension TokenizingMachine {
  /// No other line of a cover has more words.
  private static let longestCoverLine = 6

  /// Where the cover ends that a text without looks begins with, its title on the line given; nil
  /// where that line is running text, or is not the first.
  ///
  /// The cover is the title and the short lines under it. The last one before running text is its
  /// heading, unless it stands nearer to the lines above.
  func coverEnd(fromTitle title: Int, before firstLabel: Int) -> Int? {
    guard !layout.hasLooks, furniture[..<title].allSatisfy({ $0 }), isTitleLine(title) else {
      return nil
    }
    var titleEnd = title + 1
    while titleEnd < firstLabel, titleEnd - title < Vocabulary.Cover.titleLineLimit,
      index.vocabulary.cover.endsInTitleJoiner(lines[titleEnd - 1].text)
    {
      titleEnd += 1
    }
    if titleEnd < firstLabel, startsWithSmallLetter(lines[titleEnd].text.utf8) { return nil }
    let textStart = (titleEnd..<firstLabel).first { !furniture[$0] && !isCoverLine($0) }
    guard let textStart else { return firstLabel }
    let last = textStart - 1
    let isHeading =
      last >= titleEnd && lines[last].blankLinesAbove >= lines[textStart].blankLinesAbove
    return isHeading ? last : textStart
  }

  /// Whether a line is no sentence that begins with the word of a title.
  private func isTitleLine(_ line: Int) -> Bool {
    lines[line].text.utf8.last != UInt8(ascii: ".")
      && index.vocabulary.cover.documentType(of: lines[line].text) != nil
  }

  private func isCoverLine(_ line: Int) -> Bool {
    let text = lines[line].text
    guard let last = text.unicodeScalars.last, !".:;,!?".unicodeScalars.contains(last) else {
      return false
    }
    return meanings[line] == nil && ListMarker(text) == nil && !hasWideGap(lines[line])
      && text.utf8.count { $0 == 0x20 } < Self.longestCoverLine
  }
}

extension Vocabulary.Cover {
  /// No document's title has more lines.
  package static let titleLineLimit = 4

  /// The kind of document that a line names at its start, as printed; nil where it names none.
  package func documentType(of line: String) -> String? {
    guard startsWithCapital(line.utf8) else { return nil }
    for type in documentTypes {
      let count = type.utf8.count
      let rest = line.unicodeScalars.dropFirst(type.unicodeScalars.count)
      // "Verksamhetsplanen säger …" is a sentence.
      if rest.first?.properties.isAlphabetic != true,
        FoldedText(utf8: Array(line.utf8.prefix(count))) == FoldedText(type)
      {
        return line.utf8Text(0..<count)
      }
    }
    return nil
  }

  /// Whether a line ends in a word between the year and the unit, so that a title goes on below it.
  package func endsInTitleJoiner(_ line: String) -> Bool {
    titleJoiners.contains { line.hasSuffix(" " + $0) }
  }
}
