// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing
import UnicodeNormalization

@testable import TextImport

struct PlainUTF8Tests {
  private static let plainPieces = [
    "a", "Mål ", "åtgärd", "é", "ʶ", "–", "”", "•", "‰", "\n", "\t", " ",
  ]
  private static let oddBytes: [[UInt8]] = [
    [0x00], [0x08], [0x0E], [0x1B], [0x1F], [0x7F], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF],
    [0xC3], [0xC3, 0x41], [0xCC, 0x81], [0xE2, 0x80], [0xE2, 0x84, 0xAB], [0xE2, 0x41, 0x80],
    [0xE2, 0x80, 0x41], [0xE2, 0xBF], [0xE3, 0x81, 0x82], [0xEF, 0xAC, 0x81],
    [0xF0, 0x9F, 0x98, 0x80],
    [0xFF],
  ]

  private func pieces(_ chance: inout Chance, _ count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in Array(Self.plainPieces[chance.below(Self.plainPieces.count)].utf8) }
  }

  @Test("a text of letters and usual signs is plain", arguments: 0..<200)
  func plain(seed: Int) {
    var chance = Chance(seed: seed)
    let bytes =
      Array("En plan ".utf8) + pieces(&chance, chance.below(60)) + Array(" som tar slut".utf8)
    #expect(PlainUTF8.isAll(of: bytes))
  }

  @Test("no text is plain that has anything else, wherever it stands", arguments: oddBytes)
  func odd(bytes: [UInt8]) {
    var chance = Chance(seed: bytes.count)
    for offset in 0..<40 {
      let before = Array(("åä" + String(repeating: "a", count: offset)).utf8)
      let text = before + bytes + pieces(&chance, 20) + Array("slut på texten".utf8)
      #expect(!PlainUTF8.isAll(of: text))
      #expect(!PlainUTF8.isAll(of: Array("Text".utf8) + text))
      #expect(!PlainUTF8.isAll(of: Array("Text av tillräcklig längd".utf8) + before + bytes))
    }
  }

  @Test("what is called plain is valid and in NFC", arguments: 0..<2_000)
  func neverInError(seed: Int) {
    var chance = Chance(seed: seed)
    var bytes = Array("En plan ".utf8) + pieces(&chance, 12) + Array(" slut".utf8)
    for _ in 0...chance.below(3) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
    guard PlainUTF8.isAll(of: bytes) else { return }
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    #expect(!mayNeedComposition(bytes))
  }
}
