// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Takes the first occurrence of a word out of a plan.
struct WordRemoval {
  private let word: String

  init(_ word: String) { self.word = word }

  /// Takes the word out.
  ///
  /// - Returns: Whether the plan had it.
  func remove(from plan: inout PlanDocument) -> Bool {
    for index in plan.cover.indices where remove(from: &plan.cover[index]) { return true }
    for index in plan.introduction.indices
    where remove(from: &plan.introduction[index]) { return true }
    for index in plan.goals.indices where remove(from: &plan.goals[index]) { return true }
    return false
  }

  private func remove(from goal: inout Goal) -> Bool {
    if remove(from: &goal.title) { return true }
    for index in goal.sections.indices where remove(from: &goal.sections[index]) { return true }
    for table in goal.tableHeaders.indices {
      for column in goal.tableHeaders[table].columns.indices
      where remove(from: &goal.tableHeaders[table].columns[column]) { return true }
    }
    for index in goal.indicators.indices where remove(from: &goal.indicators[index].name) {
      return true
    }
    for index in goal.activities.indices where remove(from: &goal.activities[index].text) {
      return true
    }
    return false
  }

  private func remove(from section: inout Section) -> Bool {
    for index in section.blocks.indices {
      guard case .paragraph(var text, let at) = section.blocks[index], remove(from: &text) else {
        continue
      }
      section.blocks[index] = .paragraph(text: text, at: at)
      return true
    }
    return false
  }

  private func remove(from text: inout String) -> Bool {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let isWord: (String) -> Bool = { candidate in
      candidate.filter { $0.isLetter || $0.isNumber } == word
    }
    guard let index = words.firstIndex(where: isWord) else { return false }
    words.remove(at: index)
    text = words.joined(separator: " ")
    return true
  }
}
