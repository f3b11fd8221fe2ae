// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive

/// `rodtrad archive search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Searches the plans of an archive.",
    discussion: """
      Finds goals, indicators, activities and sections that hold all the words. Capitals do not \
      matter, å, ä and ö do. A word is also found inside others (omsorg in Äldreomsorg), after all \
      places where it stands alone; one of fewer than three letters only where a word begins with \
      it. Quotation marks keep words together: '"god omsorg"'. Write -- before a word that begins \
      with a hyphen.

      Exit code: 0 also when nothing was found, 2 when the archive cannot be read, 64 for wrong \
      usage.
      """)

  @OptionGroup var archive: ArchiveArgument

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "word"))
  var words: [String]

  @OptionGroup var plans: PlanFilterOptions

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The most hits to show.", valueName: "number"))
  var limit = 20

  @Option(help: ArgumentHelp("text, json or csv.", valueName: "format"))
  var format = ListFormat.text

  @OptionGroup var csv: CSVDialectOption

  /// More hits than anyone reads, and than a spreadsheet takes.
  private static let greatestLimit = 1_000_000

  func validate() throws {
    _ = try query()
    try csv.validate(writesCSV: format == .csv)
    guard (1...Self.greatestLimit).contains(limit) else {
      throw ValidationError("--limit is a number from 1 to \(Self.greatestLimit)")
    }
  }

  func run() throws {
    let query = try query()
    // One more than is shown tells whether there are more.
    var hits = try archive.open(for: .reading) { file in
      try ArchiveSearcher(file).hits(for: query, filter: plans.filter, limit: limit + 1)
    }
    let hasMore = hits.count > limit
    if hasMore { hits.removeLast() }
    let listing = HitListing(hits: hits)
    switch format {
    case .text: try Console.writeData(Array(listing.text(usesColour: Console.wantsColour).utf8))
    case .json: try Console.writeData(listing.json)
    case .csv: try Console.writeData(listing.csv(csv.dialect))
    }
    if hits.isEmpty { Console.message("Nothing was found.") }
    if hasMore { Console.message("There are more hits; --limit shows more than \(limit).") }
  }

  private func query() throws -> SearchQuery {
    do throws(SearchQuery.Refusal) {
      return try SearchQuery(words.joined(separator: " "))
    } catch {
      switch error {
      case .noWords:
        throw ValidationError("the query has no word; name one, or three characters in a row")
      case .tooLong(let limit):
        throw ValidationError("the query is longer than \(limit) bytes; use fewer words")
      }
    }
  }
}
