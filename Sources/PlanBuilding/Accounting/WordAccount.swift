// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Compares the words of the source with the words of the result.
///
/// A word is a run of letters and digits. The two sides are counted apart from each other: the
/// source from its printed lines, the result from the finished document. Words that the source has
/// and the result lacks, or the other way round, are then looked at once more, for a word cut at
/// the end of a line stands in two pieces in the source and counts as one.
struct WordAccount {
  private(set) var accounting = Accounting()
  /// Some of the words that did not come out even, for the diagnostics.
  private(set) var missing: [String] = []
  private(set) var invented: [String] = []

  init(lines: [SourceLine], plan: PlanDocument) {
    let texts = PlanTexts(plan)
    var tally = WordTally(lines)
    // As they are printed.
    let cover = tally.count(texts.cover)
    let contents = tally.count(texts.contents)
    let body = tally.count(texts.body)
    let furniture = tally.count(texts.furniture)
    tally.countRestOfSource()
    accounting.sourceWords = tally.sourceWordCount
    accounting.planWords = body.wordCount
    accounting.contentsWords = contents.wordCount
    accounting.coverWords = cover.wordCount
    accounting.furnitureWords = furniture.wordCount
    guard !tally.isEven else { return }
    let result = [body, contents, cover, furniture]
    var repair = CutWordRepair(tally, lines: lines, words: tally.sourceApart, result: result)
    repair.matchCutWords()
    if !repair.isEven {
      // A piece of a cut word may have been found in the place of the same word elsewhere.
      repair = CutWordRepair(tally, lines: lines, words: tally.sourceWords(), result: result)
      repair.matchCutWords()
    }
    accounting.sourceWords -= repair.joinCount
    missing = repair.missing
    invented = repair.invented
    accounting.unaccountedWords = missing.count + invented.count
  }
}
