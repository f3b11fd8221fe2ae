// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization

/// Words that are known by how they end: "enhetschef" and "rektor" are known by "chef" and "rektor".
struct WordEndings: Sendable {
  /// Endings by their last byte.
  private var endings: [[[UInt8]]] = Array(repeating: [], count: 256)

  init(_ words: [String]) {
    for word in words {
      let folded = FoldedText(word).utf8
      if let last = folded.last { endings[Int(last)].append(folded) }
    }
  }

  /// Whether a word in small letters, or what it is the genitive of, ends in one of them.
  func match(_ word: [UInt8]) -> Bool {
    let isGenitive = word.last == UInt8(ascii: "s")
    return matchExactly(word[...]) || (isGenitive && matchExactly(word.dropLast()))
  }

  private func matchExactly(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last else { return false }
    return endings[Int(last)].contains {
      $0.count <= word.count && word.suffix($0.count) == $0[...]
    }
  }
}
