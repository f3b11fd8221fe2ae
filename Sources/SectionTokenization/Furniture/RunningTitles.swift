// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds the lines of running heads and feet that name the goal or the chapter that their page is
/// about, as word processors and layout programs set them.
///
/// They differ from page to page and may begin with a goal's label, so neither recurrence of words
/// nor their kind tells them. Their place does, and that a heading in larger type begins with the
/// same words.
struct RunningTitles {
  /// The same place on a page, in points from the top, and the same size, in tenths of a point.
  struct Place: Hashable {
    var yTop: Int
    var size: Int
  }

  /// The places of such lines, by their line.
  let places: [Int: Place]

  /// As many bytes of a title are compared: a head may cut it, a heading may wrap.
  private static let comparedLength = 16
  /// A heading is larger than what repeats it by more than this many points.
  private static let sizeDifference = 0.6
  /// Such heads stand on as many pages at the least.
  private static let leastPageCount = 3

  /// Looks for them among the lines at the edges of pages; linear in the number of lines.
  ///
  /// - Parameters:
  ///   - edgeLines: For each page, the lines that may be of its head or foot.
  ///   - lines: All lines of a PDF.
  ///   - edges: The edges of these.
  ///   - index: Whose goals' labels are taken off, and whose page counters are none.
  init(
    among edgeLines: [[Int]], of lines: [SourceLine], _ edges: [LineEdges], _ index: VocabularyIndex
  ) {
    let labels = index.goalLabels
    let candidates = Self.candidates(among: edgeLines, of: lines, edges, index)
    let smallest = candidates.map(\.size).min() ?? .infinity
    var beginnings = WordBeginnings()
    for candidate in candidates { beginnings.insert(candidate.title.utf8) }
    /// The size of the largest line that begins with a title.
    var sizeOfTitle: [FoldedText: Double] = [:]
    for line in lines.indices
    where !edges[line].startsWithSmallLetter
      && (beginnings.mayBegin(edges[line]) || labels.mayBegin(edges[line]))
    {
      guard let look = lines[line].look, look.fontSize > smallest + Self.sizeDifference,
        let title = Self.title(of: lines[line].text, labels)
      else { continue }
      sizeOfTitle[title] = max(sizeOfTitle[title] ?? 0, look.fontSize)
    }
    var places: [Int: Place] = [:]
    var titlesOfPlace: [Place: Set<FoldedText>] = [:]
    for (line, place, size, title) in candidates {
      guard let heading = sizeOfTitle[title], heading > size + Self.sizeDifference else { continue }
      places[line] = place
      titlesOfPlace[place, default: []].insert(title)
    }
    // A head with the same words on all pages is told by them.
    self.places = places.filter { titlesOfPlace[$0.value]?.count ?? 0 > 1 }
  }

  private typealias Candidate = (line: Int, place: Place, size: Double, title: FoldedText)

  /// The lines with a title, which no small letter begins, where lines of other pages stand with others.
  private static func candidates(
    among edgeLines: [[Int]], of lines: [SourceLine], _ edges: [LineEdges],
    _ index: VocabularyIndex
  ) -> [Candidate] {
    var pagesOfPlace: [Place: Int] = [:]
    for page in edgeLines {
      for place in Set(page.compactMap { place(of: lines[$0]) }) {
        pagesOfPlace[place, default: 0] += 1
      }
    }
    var titleOfPlace: [Place: FoldedText] = [:]
    var placesOfMany: Set<Place> = []
    let candidates = edgeLines.joined().compactMap { line -> Candidate? in
      guard !edges[line].startsWithSmallLetter, let look = lines[line].look,
        let place = place(of: lines[line]), pagesOfPlace[place] ?? 0 >= leastPageCount,
        !index.pageCounter.isCounter(lines[line].text, edges[line]),
        let title = title(of: lines[line].text, index.goalLabels)
      else { return nil }
      let other = titleOfPlace[place]
      if other == nil { titleOfPlace[place] = title }
      if let other, other != title { placesOfMany.insert(place) }
      return (line, place, look.fontSize, title)
    }
    return candidates.filter { placesOfMany.contains($0.place) }
  }

  private static func place(of line: SourceLine) -> Place? {
    line.look.map {
      Place(yTop: Int($0.yTop.rounded()), size: Int(($0.fontSize * 10).rounded()))
    }
  }

  /// The beginning of the title on a line, without label and number; nil where the line has only
  /// these.
  private static func title(of text: String, _ labels: GoalLabelReader) -> FoldedText? {
    var text = text
    let number = text.withUTF8 { GoalNumber.leading($0, from: 0)?.utf8End }
    let start = labels.label(in: text)?.titleUTF8Offset ?? number ?? 0
    let title = text.utf8.dropFirst(start).drop { $0 == UInt8(ascii: " ") }
    return title.isEmpty ? nil : FoldedText(utf8: Array(title.prefix(comparedLength)))
  }
}
