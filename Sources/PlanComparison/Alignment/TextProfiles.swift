// SPDX-License-Identifier: GPL-2.0-or-later

import Glibc

/// What texts are made of, each part weighted by how rare it is among all of them.
///
/// The texts of both plans are profiled together, so that a word that every title has weighs
/// little, and one that only two have weighs much.
struct TextProfiles: Sendable {
  /// Longer texts are compared by their beginning, so that no hostile title costs more than a page.
  private static let lengthLimit = 16_384

  private struct Part {
    var term: Int32
    var weight: Double
  }

  /// The parts of each text by rising term.
  private let parts: [[Part]]
  /// The sum of the squared weights of each text.
  private let squares: [Double]
  /// How many different terms there are.
  private let termCount: Int

  /// Profiles by the runs of three letters, spaces at the ends included; for titles and rows.
  static func trigrams(of texts: [String]) -> TextProfiles {
    TextProfiles(texts.map(trigrams(of:))) { count, rarity in
      (Double(count) * log(1 + rarity)).squareRoot()
    }
  }

  /// Profiles by the beginnings of words, which Swedish inflects at their ends; for long texts.
  static func wordStems(of texts: [String]) -> TextProfiles {
    TextProfiles(texts.map(wordStems(of:))) { count, rarity in
      (1 + log(Double(count))) * log(rarity)
    }
  }

  /// - Parameters:
  ///   - terms: The terms of each text, with repetitions.
  ///   - weight: The weight of a term by how often it is in the text, and by the number of texts
  ///     for each text that has it.
  private init(_ terms: [[UInt64]], weight: (Int, Double) -> Double) {
    var numbers: [UInt64: Int32] = [:]
    var frequencies: [Int32] = []
    let counted = terms.map { terms in
      var counts: [Int32: Int] = [:]
      for term in terms {
        let number = numbers[term] ?? Int32(frequencies.count)
        if number == frequencies.count {
          numbers[term] = number
          frequencies.append(0)
        }
        counts[number, default: 0] += 1
      }
      for number in counts.keys { frequencies[Int(number)] += 1 }
      return counts.sorted { $0.key < $1.key }
    }
    parts = counted.map { counts in
      counts.map { number, count in
        let rarity = Double(terms.count) / Double(frequencies[Int(number)])
        return Part(term: number, weight: weight(count, rarity))
      }
    }
    squares = parts.map { $0.reduce(0) { $0 + $1.weight * $1.weight } }
    termCount = frequencies.count
  }

  /// Whether a text has anything to compare.
  func isEmpty(_ text: Int) -> Bool { squares[text] == 0 }

  /// How many different parts a text has.
  func size(of text: Int) -> Int { parts[text].count }

  /// Twice what two texts share of their weights' squares, for all that both have: 0…1.
  func overlap(_ one: Int, _ other: Int) -> Double {
    overlap(dotProduct(one, other), one, other)
  }

  /// The cosine of the angle between two texts, 0…1.
  func cosine(_ one: Int, _ other: Int) -> Double {
    cosine(dotProduct(one, other), one, other)
  }

  /// The part of the smaller text that the larger one has, 0…1.
  func containment(_ one: Int, _ other: Int) -> Double {
    let smaller = min(squares[one], squares[other])
    return smaller > 0 ? min(1, dotProduct(one, other) / smaller) : 0
  }

  private func overlap(_ product: Double, _ one: Int, _ other: Int) -> Double {
    let whole = squares[one] + squares[other]
    return whole > 0 ? 2 * product / whole : 0
  }

  private func cosine(_ product: Double, _ one: Int, _ other: Int) -> Double {
    let whole = (squares[one] * squares[other]).squareRoot()
    return whole > 0 ? product / whole : 0
  }

  private func dotProduct(_ one: Int, _ other: Int) -> Double {
    let (first, second) = (parts[one], parts[other])
    var product = 0.0
    var (index, otherIndex) = (0, 0)
    while index < first.count, otherIndex < second.count {
      let (term, otherTerm) = (first[index].term, second[otherIndex].term)
      if term == otherTerm { product += first[index].weight * second[otherIndex].weight }
      if term <= otherTerm { index += 1 }
      if otherTerm <= term { otherIndex += 1 }
    }
    return product
  }

  private static func trigrams(of text: String) -> [UInt64] {
    let letters = [0x20] + ComparedText.folded(text, limit: lengthLimit) + [0x20]
    guard letters.count > 2 else { return [] }
    return (2..<letters.count).map { end in
      UInt64(letters[end - 2]) << 42 | UInt64(letters[end - 1]) << 21 | UInt64(letters[end])
    }
  }

  /// Six letters tell words apart and leave most endings out ("verksamhet", "verksamheterna");
  /// words of one or two letters tell nothing.
  private static func wordStems(of text: String) -> [UInt64] {
    ComparedText.folded(text, limit: lengthLimit).split(separator: 0x20)
      .filter { $0.count > 2 }
      .map { word in
        // FNV-1a; two words with one hash would only look alike.
        word.prefix(6).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      }
  }
}

extension TextProfiles {
  /// Some of the texts by their terms, to hold others against all of them at once.
  struct Index: Sendable {
    fileprivate let texts: [Int]
    /// For each term, where it is: the place in `texts`, and its weight there.
    fileprivate let postings: [[(place: Int32, weight: Double)]]
  }

  /// The texts that others are to be held against.
  func index(of texts: [Int]) -> Index {
    var postings = [[(place: Int32, weight: Double)]](repeating: [], count: termCount)
    for (place, text) in texts.enumerated() {
      for part in parts[text] { postings[Int(part.term)].append((Int32(place), part.weight)) }
    }
    return Index(texts: texts, postings: postings)
  }

  /// The overlap of a text with each of an index, in its order.
  func overlaps(of text: Int, with index: Index) -> [Double] {
    zip(products(of: text, with: index), index.texts).map { overlap($0, text, $1) }
  }

  /// The cosine of a text and each of an index, in its order.
  func cosines(of text: Int, with index: Index) -> [Double] {
    zip(products(of: text, with: index), index.texts).map { cosine($0, text, $1) }
  }

  private func products(of text: Int, with index: Index) -> [Double] {
    var products = [Double](repeating: 0, count: index.texts.count)
    for part in parts[text] {
      for posting in index.postings[Int(part.term)] {
        products[Int(posting.place)] += part.weight * posting.weight
      }
    }
    return products
  }
}
