// SPDX-License-Identifier: GPL-2.0-or-later

/// What known words begin with, told by two bytes: hardly any line begins like one of them.
struct WordBeginnings: Sendable {
  /// By the first byte, in lower case: a bit for the lowest six bits of each second byte.
  private var secondBytes = [UInt64](repeating: 0, count: 256)

  /// Adds a word as ``FoldedText`` has it.
  mutating func insert(_ word: [UInt8]) {
    guard let first = word.first else { return }
    secondBytes[Int(first)] |= word.count > 1 ? Self.bit(word[1]) : .max
  }

  /// Whether a line may begin with one of the words; never false where it does.
  func mayBegin(_ edges: LineEdges) -> Bool {
    let bits = secondBytes[Int(edges.foldedFirst)]
    return bits & Self.bit(edges.foldedSecond) != 0 || bits != 0 && edges.count == 1
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }
}
