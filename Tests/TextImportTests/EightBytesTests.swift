// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

struct EightBytesTests {
  @Test(
    "a range holds its bytes and no others, whatever stands beside them",
    arguments: [(0x00, 0x1F), (0x21, 0x7E), (0x41, 0x5A), (0x5C, 0x5C), (0x7F, 0x7F)])
  func asciiRanges(first: UInt8, last: UInt8) {
    for byte in UInt8.min...UInt8.max {
      for filler in [0, first, last, 0x7F, 0x80, 0xFF] {
        let bytes = [filler, filler, filler, byte, filler, filler, filler, filler]
        let expected = bytes.firstIndex { first <= $0 && $0 <= last } ?? 8
        let count = bytes.withUnsafeBytes { buffer in
          EightBytes(buffer, at: 0)?.ascii(from: first, through: last).countBefore
        }
        #expect(count == expected, "byte \(byte) among \(filler)")
      }
    }
  }

  @Test(
    "a range beyond ASCII holds its bytes and no others",
    arguments: [(0x80, 0x96), (0x98, 0xB6), (0xC3, 0xC3), (0xB8, 0xBF)])
  func rangesBeyondASCII(first: UInt8, last: UInt8) {
    for byte in UInt8.min...UInt8.max {
      let bytes: [UInt8] = [0x20, byte, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]
      let isMember = bytes.withUnsafeBytes { buffer in
        EightBytes(buffer, at: 0).map { !$0.beyondASCII(from: first, through: last).isEmpty }
      }
      #expect(isMember == (first <= byte && byte <= last))
    }
  }

  @Test("fewer than eight bytes are none, and a prefix is what stands first")
  func ends() {
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    bytes.withUnsafeBytes { buffer in
      #expect(EightBytes(buffer, at: 2).map { _ in true } == nil)
      #expect(EightBytes(buffer, at: 1)?.prefix(2) == 0x0302)
      #expect(EightBytes(buffer, at: 1)?.prefix(8) == 0x0908_0706_0504_0302)
    }
  }

  @Test("the bytes after others are known, and the first one where it is said to follow")
  func followers() throws {
    let bytes = Array("aab.aaaa".utf8)
    try bytes.withUnsafeBytes { buffer in
      let letters = try #require(EightBytes(buffer, at: 0)).ascii(UInt8(ascii: "a"))
      #expect(letters.marks == 0x8080_8080_0000_8080)
      #expect(letters.followers(withFirst: false).marks == 0x8080_8000_0080_8000)
      #expect(letters.followers(withFirst: true).marks == 0x8080_8000_0080_8080)
      #expect((letters & letters.followers(withFirst: false)).countBefore == 1)
    }
  }

  @Test("letters become small ones, whatever stands beside them", arguments: 0..<300)
  func lowerCase(seed: Int) {
    var chance = Chance(seed: seed)
    let letters: [UInt8] = [0x40, 0x41, 0x5A, 0x5B, 0x61, 0x80, 0x96, 0x97, 0x98, 0x9E, 0x9F, 0xC3]
    let bytes = (0..<(1 + chance.below(11))).map { _ in letters[chance.below(letters.count)] }
    let isAfterC3 = chance.below(2) == 0
    var expected: UInt64 = 0
    for (index, byte) in bytes.prefix(8).enumerated() {
      let followsC3 = index == 0 ? isAfterC3 : bytes[index - 1] == 0xC3
      let isCapital =
        (0x41...0x5A).contains(byte) || followsC3 && (0x80...0x9E).contains(byte) && byte != 0x97
      expected |= UInt64(isCapital ? byte + 0x20 : byte) << UInt64(8 * index)
    }
    let lowercased = bytes.withUnsafeBytes {
      EightBytes($0, from: 0).lowercased(afterC3: isAfterC3).number
    }
    #expect(lowercased == expected)
  }
}
