// SPDX-License-Identifier: GPL-2.0-or-later

import PersonalData

extension PersonalDataFinder {
  /// The spans of each text of each list, also where there are none.
  func spans(in lists: [[String]]) -> [[[PersonalDataSpan]]] {
    var found = found(in: NeighbouringTexts(lists)).makeIterator()
    var next = found.next()
    var textIndex = 0
    return lists.map { list in
      list.map { _ in
        defer { textIndex += 1 }
        guard let current = next, current.textIndex == textIndex else { return [] }
        next = found.next()
        return current.spans
      }
    }
  }
}
