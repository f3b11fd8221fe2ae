// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing
import TextImport
import UnicodeNormalization

struct PlainLineTests {
  private static let pieces = [
    "a", "Mål", "åäö", "Ö", " ", "  ", "      ", "\t", "•", "–", "é", "\u{A0}", "\u{AD}", "\u{7F}",
    "\u{C}", "€", "ﬁ", "×", "-", "1 234", "verksamhetsplanen", "\u{10000}", "e\u{301}", "",
  ]

  /// Made-up lines: mostly plain words, with something else among them now and then.
  private func lines(_ chance: inout Chance) -> [String] {
    (0..<chance.below(40)).map { _ in
      (0..<chance.below(12)).map { _ in
        Self.pieces[chance.below(chance.below(3) == 0 ? Self.pieces.count : 5)]
      }.joined()
    }
  }

  @Test("a line that is read by eights is what careful reading makes of it", arguments: 0..<150)
  func sameAsCareful(seed: Int) throws {
    var chance = Chance(seed: seed)
    // So much text that a few control characters do not make it look like a binary file.
    let filler = [String](repeating: "En rad av löpande text på sidan.", count: 20)
    let lines = filler + lines(&chance)
    // Lines that end in a carriage return are always read character by character.
    let plain = try document(lines.map { $0 + "\n" })
    let careful = try document(lines.map { $0 + "\r\n" })
    #expect(plain.pageCount == careful.pageCount)
    #expect(plain.lines.map { "\($0)" } == careful.lines.map { "\($0)" })
  }

  private func document(_ lines: [String]) throws -> SourceDocument {
    try TextImporter().document(from: Array(lines.joined().utf8))
  }

  @Test("a text may need composition where one of its bytes says so", arguments: 0..<400)
  func compositionByEights(seed: Int) {
    var chance = Chance(seed: seed)
    let leads: [UInt8] = [0x41, 0x84, 0xA3, 0xA4, 0xAC, 0xAD, 0xC3, 0xCB, 0xCC, 0xE2, 0xEF, 0xFF]
    let utf8 = (0..<chance.below(40)).map { _ in
      chance.below(3) == 0 ? leads[chance.below(leads.count)] : 0x61
    }
    #expect(mayNeedComposition(utf8) == mayNeedCompositionByteByByte(utf8))
    #expect(mayNeedComposition(AnySequence(utf8)) == mayNeedCompositionByteByByte(utf8))
  }

  private func mayNeedCompositionByteByByte(_ utf8: [UInt8]) -> Bool {
    zip([0] + utf8, utf8).contains { previous, byte in
      byte >= 0xCC && byte != 0xE2 && byte != 0xEF || previous == 0xE2 && byte == 0x84
        || previous == 0xEF && (0xA4...0xAC).contains(byte)
    }
  }
}
