// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

struct SixteenBytesTests {
  private func places(_ subset: SixteenBytes.Subset) -> [Int] {
    var places: [Int] = []
    _ = subset.contains { place in
      places.append(place)
      return false
    }
    #expect(subset.count == places.count)
    #expect(subset.isEmpty == places.isEmpty)
    return places
  }

  private static func bytes(_ seed: Int, count: Int) -> [UInt8] {
    var chance = Chance(seed: seed)
    let limit = chance.below(2) == 0 ? 256 : 128
    return (0..<count).map { _ in UInt8(chance.below(limit)) }
  }

  @Test(
    "a range of ASCII holds its bytes and no others",
    arguments: [(0x00, 0x1F), (0x21, 0x7E), (0x30, 0x40), (0x5C, 0x5C), (0x7F, 0x7F)])
  func asciiRanges(first: UInt8, last: UInt8) throws {
    for seed in 0..<300 {
      var bytes = Self.bytes(seed, count: 16)
      bytes[seed % 16] = [first, last, first &- 1, last &+ 1][seed % 4]
      let sixteen = try #require(bytes.withUnsafeBytes { SixteenBytes($0, at: 0) })
      #expect(
        places(sixteen.within(first...last))
          == bytes.indices.filter { first <= bytes[$0] && bytes[$0] <= last })
      #expect(places(sixteen.equal(to: first)) == bytes.indices.filter { bytes[$0] == first })
    }
  }

  @Test("what a capital may begin with is known by two bits")
  func capitalBeginnings() throws {
    for byte in UInt8.min...UInt8.max {
      let bytes = [0x61, byte] + [UInt8](repeating: 0xBF, count: 14)
      let sixteen = try #require(bytes.withUnsafeBytes { SixteenBytes($0, at: 0) })
      let isBeginning = byte & 0x60 == 0x40
      #expect(places(sixteen.capitalBeginnings) == (isBeginning ? [1] : []), "\(byte)")
    }
  }

  @Test("a shorter text is filled up with 0, and can be moved on by a place", arguments: 0..<20)
  func beginnings(count: Int) {
    let bytes = Self.bytes(count, count: count)
    let sixteen = bytes.withUnsafeBytes { SixteenBytes(beginning: $0) }
    let filled = (bytes + [UInt8](repeating: 0, count: 16)).prefix(16)
    #expect(sixteen.lanes == SIMD16(filled))
    #expect(sixteen.movedOn.lanes == SIMD16([0] + filled.dropLast()))
  }

  @Test("fewer than sixteen bytes are none")
  func ends() {
    let bytes = Self.bytes(1, count: 17)
    bytes.withUnsafeBytes { text in
      #expect(SixteenBytes(text, at: 1)?.lanes == SIMD16(bytes[1...]))
      #expect(SixteenBytes(text, at: 2).map { _ in true } == nil)
      #expect(SixteenBytes(text, at: -1).map { _ in true } == nil)
    }
  }

  @Test("subsets are joined, cut, and those of the first bytes", arguments: 0...16)
  func subsets(count: Int) {
    typealias Subset = SixteenBytes.Subset
    #expect(places(Subset(first: count)) == Array(0..<count))
    #expect(places(Subset(first: 12) & Subset(first: count)) == Array(0..<min(12, count)))
    #expect(places(Subset(first: 12) | Subset(first: count)) == Array(0..<max(12, count)))
    #expect(places(Subset()).isEmpty)
    #expect(Subset(first: 12).contains { $0 == count } == (count < 12))
  }

  @Test("bytes beyond ASCII are told by their value alone", arguments: 0..<300)
  func beyondASCII(seed: Int) throws {
    let bytes = Self.bytes(2 * seed, count: 16)
    let others = Self.bytes(seed, count: 16).enumerated().map { $0 % 3 == 0 ? $1 : bytes[$0] }
    let (one, two) = (0x80 | bytes[0], 0x80 | others[3])
    let (first, last) = (min(one, two), max(one, two))
    let sixteen = try #require(bytes.withUnsafeBytes { SixteenBytes($0, at: 0) })
    let other = try #require(others.withUnsafeBytes { SixteenBytes($0, at: 0) })
    func expect(_ subset: SixteenBytes.Subset, _ belongs: (UInt8) -> Bool) {
      let expected = bytes.indices.filter { belongs(bytes[$0]) }
      #expect(places(subset) == expected)
      #expect(subset.countBefore == expected.first ?? 16)
      #expect(places(!subset) == bytes.indices.filter { !belongs(bytes[$0]) })
      #expect(places(subset ^ Subset(first: 16)) == places(!subset))
    }
    expect(sixteen.beyondASCII) { $0 >= 0x80 }
    expect(sixteen.innerBytes) { $0 & 0xC0 == 0x80 }
    expect(sixteen.leadBytes) { $0 >= 0xC0 }
    expect(sixteen.equal(to: one)) { $0 == one }
    expect(sixteen.within(first...last)) { first <= $0 && $0 <= last }
    expect(sixteen.setting(0x20).equal(to: 0x61)) { $0 == 0x41 || $0 == 0x61 }
    #expect(
      places(sixteen.differing(from: other)) == bytes.indices.filter { bytes[$0] != others[$0] })
  }

  private typealias Subset = SixteenBytes.Subset
}
