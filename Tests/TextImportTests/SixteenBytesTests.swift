// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

/// What is told of sixteen bytes at a time is what is told of them one by one.
struct SixteenBytesTests {
  private static func bytes(_ chance: inout Chance) -> [UInt8] {
    let edges: [UInt8] = [0x00, 0x20, 0x41, 0x5A, 0x61, 0x7F, 0x80, 0xC3, 0xFF]
    return (0..<18).map { _ in
      chance.below(2) == 0 ? edges[chance.below(edges.count)] : UInt8(chance.below(256))
    }
  }

  private func places(_ subset: SixteenBytes.Subset) -> [Int] {
    let halves = subset.halves
    return (0..<16).filter { place in
      let half = place < 8 ? halves.first : halves.last
      return UInt8(truncatingIfNeeded: half >> UInt64(8 * (place % 8))) == 0xFF
    }
  }

  @Test("bytes belong to a subset by their value alone", arguments: 0..<200)
  func subsets(seed: Int) throws {
    var chance = Chance(seed: seed)
    let bytes = Self.bytes(&chance)
    let others = Self.bytes(&chance)
    let (low, high) = (UInt8(chance.below(256)), UInt8(chance.below(256)))
    let range = min(low, high)...max(low, high)
    try bytes.withUnsafeBytes { text in
      let sixteen = try #require(SixteenBytes(text, at: 1))
      let within = sixteen.within(range)
      let equal = sixteen.equal(to: low)
      let isWithin = (0..<16).filter { range.contains(bytes[$0 + 1]) }
      let isEqual = (0..<16).filter { bytes[$0 + 1] == low }
      #expect(places(within) == isWithin)
      #expect(places(equal) == isEqual)
      #expect(places(!within) == (0..<16).filter { !isWithin.contains($0) })
      #expect(places(within - equal) == isWithin.filter { !isEqual.contains($0) })
      #expect(places(within & equal) == isWithin.filter(isEqual.contains))
      #expect(places(within | equal) == (0..<16).filter { (isWithin + isEqual).contains($0) })
      #expect(
        places(within.differing(from: equal))
          == (0..<16).filter { isWithin.contains($0) != isEqual.contains($0) })
      #expect(within.count == isWithin.count)
      #expect(within.isEmpty == isWithin.isEmpty)
      #expect(within.countBefore == isWithin.first ?? 16)
      for limit in 0...16 {
        #expect(places(within.prefix(limit)) == isWithin.filter { $0 < limit })
      }
      #expect(places(sixteen.setting(0x20).equal(to: 0x61)) == letterPlaces(bytes))
      try others.withUnsafeBytes { other in
        let differing = sixteen.differing(from: try #require(SixteenBytes(other, at: 0)))
        #expect(places(differing) == (0..<16).filter { bytes[$0 + 1] != others[$0] })
      }
    }
  }

  private func letterPlaces(_ bytes: [UInt8]) -> [Int] {
    (0..<16).filter { bytes[$0 + 1] == UInt8(ascii: "a") || bytes[$0 + 1] == UInt8(ascii: "A") }
  }

  @Test("sixteen bytes are taken only where all of them are in the text")
  func edges() {
    let bytes = [UInt8](repeating: 0x61, count: 18)
    bytes.withUnsafeBytes { text in
      #expect(
        (-1...3).map { SixteenBytes(text, at: $0) != nil } == [false, true, true, true, false])
    }
  }
}
