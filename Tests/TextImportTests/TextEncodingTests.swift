// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing
import TextImport

struct TextEncodingTests {
  /// Letters of Swedish, and signs that ISO 8859-1 has as well.
  private static let text = "Förväntat resultat\nÖka andelen på § 9:9, «år» – nej"
  private static let latinText = "Förväntat resultat\nÖka andelen på § 9:9, «år» nej"

  private func texts(_ bytes: [UInt8]) throws -> [String] {
    try TextImporter().document(from: bytes).lines.map(\.text)
  }

  @Test(
    "a text says the same in every encoding",
    arguments: [
      Encoded.utf8(text), Encoded.utf8(text, hasMark: true),
      Encoded.utf16(text, isBigEndian: false), Encoded.utf16(text, isBigEndian: true),
      Encoded.utf16(text, isBigEndian: false, hasMark: true),
      Encoded.utf16(text, isBigEndian: true, hasMark: true),
      Encoded.windows1252(text),
    ])
  func encodings(encoded: Encoded) throws {
    let document = try TextImporter().document(from: encoded.bytes)
    #expect(
      document.lines.map(\.text)
        == ["Förväntat resultat", "Öka andelen på § 9:9, «år» – nej"])
    #expect(document.diagnostics.isEmpty)
  }

  @Test("a text in ISO 8859-1 has its letters")
  func latin1() throws {
    let bytes = Self.latinText.unicodeScalars.map { UInt8($0.value) }
    #expect(try texts(bytes) == ["Förväntat resultat", "Öka andelen på § 9:9, «år» nej"])
  }

  @Test("signs of Windows-1252 that ISO 8859-1 lacks are told by their bytes")
  func windowsSigns() throws {
    let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let bytes = (0x80...0x9F).filter { !unused.contains($0) }
    let words = "på nytt ".unicodeScalars.map { UInt8($0.value) }
    #expect(try texts(words + bytes) == ["på nytt €‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"])
  }

  @Test(
    "texts of DOS and of older Macs are told by ä, å and ö inside words",
    arguments: [
      (
        "M\u{86}l f\u{94}r \u{84}ldre: \u{90}va v\u{84}ljer \u{99}n \u{F5} 2",
        "Mål för äldre: Éva väljer Ön § 2"
      ),
      (
        "M\u{8C}l f\u{9A}r \u{8A}ldre: \u{83}va v\u{8A}ljer \u{85}n \u{A4} 2",
        "Mål för äldre: Éva väljer Ön § 2"
      ),
    ])
  func olderEncodings(bytes: String, text: String) throws {
    let document = try TextImporter().document(
      from: bytes.unicodeScalars.map { UInt8($0.value) })
    #expect(document.lines.map(\.text) == [text])
    #expect(document.diagnostics.isEmpty)
  }

  @Test(
    "signs and foreign letters of Windows-1252 make no text one of DOS or of an older Mac",
    arguments: [
      (
        "M\u{E5}l f\u{F6}r \u{84}alla\u{94}, a\u{86}b a\u{84}b a\u{94}b",
        "Mål för „alla”, a†b a„b a”b"
      ),
      ("Du\u{9A}ko och MI\u{8A}O", "Duško och MIŠO"),
    ])
  func windowsText(bytes: String, text: String) throws {
    #expect(try texts(bytes.unicodeScalars.map { UInt8($0.value) }) == [text])
  }

  @Test(
    "single Swedish letters are enough to tell an eight-bit encoding",
    arguments: [(0xE5, "på"), (0xE4, "pä"), (0xF6, "pö"), (0xC5, "pÅ")] as [(UInt8, String)])
  func singleLetters(byte: UInt8, word: String) throws {
    #expect(try texts([UInt8(ascii: "p"), byte]) == [word])
    #expect(try texts([UInt8(ascii: "p"), byte] + Array(" nytt".utf8)) == ["\(word) nytt"])
  }

  @Test("a few broken bytes do not turn UTF-8 into another encoding, and are reported")
  func damagedUTF8() throws {
    let bytes = Array("Förväntat resultat för året, ".utf8) + [0xFF] + Array(" åtgärd".utf8)
    let document = try TextImporter().document(from: bytes)
    #expect(document.lines.map(\.text) == ["Förväntat resultat för året, \u{FFFD} åtgärd"])
    #expect(document.diagnostics.map(\.code) == ["invalid-bytes"])
    #expect(document.diagnostics.map(\.severity) == [.warning])
    #expect(document.diagnostics.first?.message.hasPrefix("1 stretches") == true)
  }

  @Test("a file cut inside a letter keeps all letters before it")
  func cutLetter() throws {
    let bytes = Array("Vi går över ån i år".utf8).dropLast(2)
    let lines = try texts(Array(bytes))
    #expect(lines == ["Vi går över ån i \u{FFFD}"])
  }

  @Test("UTF-8 with a byte order mark stays UTF-8, however damaged")
  func damagedWithMark() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0xE5, 0x20] + Array("ö".utf8)
    #expect(try texts(bytes) == ["\u{FFFD} ö"])
  }

  @Test("UTF-16 holds signs beyond its 16 bits, and half a one is reported")
  func surrogates() throws {
    let whole = Encoded.utf16("Bra 🙂 mål", isBigEndian: false, hasMark: true)
    #expect(try texts(whole.bytes) == ["Bra 🙂 mål"])
    let half = whole.bytes[..<12] + whole.bytes[14...]
    let document = try TextImporter().document(from: Array(half))
    #expect(document.lines.map(\.text) == ["Bra \u{FFFD} mål"])
    #expect(document.diagnostics.map(\.code) == ["invalid-bytes"])
  }

  @Test("UTF-16 that was cut inside a unit loses that unit only")
  func oddByteCount() throws {
    let encoded = Encoded.utf16("Mål ett", isBigEndian: false, hasMark: true)
    #expect(try texts(encoded.bytes.dropLast()) == ["Mål et"])
  }

  @Test(
    "a file with nothing to read is empty",
    arguments: [
      [], [0x20, 0x0A, 0x0D, 0x0A, 0x09, 0x0C], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
      [0xC2, 0xA0, 0x0A], [0xC2, 0xAD],
    ] as [[UInt8]])
  func empty(bytes: [UInt8]) {
    #expect(throws: TextImportError.empty) { _ = try TextImporter().document(from: bytes) }
  }

  @Test("a binary file is no text", arguments: BinaryFile.all)
  func binary(file: BinaryFile) {
    #expect(throws: TextImportError.notText) { _ = try TextImporter().document(from: file.bytes) }
  }

  @Test("a stray NUL in a text is dropped")
  func strayNUL() throws {
    let bytes = Array("Enhetsmål: ett ".utf8) + [0] + Array("mål som räcker ".utf8)
    let rest = Array(String(repeating: "och mera text ", count: 10).utf8)
    let lines = try texts(bytes + rest)
    #expect(lines.first?.hasPrefix("Enhetsmål: ett mål som räcker och mera") == true)
  }
}

/// A text in the bytes of an encoding.
struct Encoded: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  static func utf8(_ text: String, hasMark: Bool = false) -> Encoded {
    Encoded(
      testDescription: "UTF-8" + (hasMark ? " with mark" : ""),
      bytes: (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8))
  }

  static func utf16(_ text: String, isBigEndian: Bool, hasMark: Bool = false) -> Encoded {
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
    return Encoded(
      testDescription: "UTF-16\(isBigEndian ? "BE" : "LE")" + (hasMark ? " with mark" : ""),
      bytes: bytes)
  }

  /// Knows the en dash besides ISO 8859-1, which is all that the tests write.
  static func windows1252(_ text: String) -> Encoded {
    Encoded(
      testDescription: "Windows-1252",
      bytes: text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8(truncatingIfNeeded: $0.value) })
  }
}

/// The bytes of a file that somebody named .txt by mistake.
struct BinaryFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  static let all = [
    BinaryFile(testDescription: "zeros", bytes: [UInt8](repeating: 0, count: 512)),
    BinaryFile(
      testDescription: "a program",
      bytes: [0x7F] + Array("ELF".utf8)
        + (0..<4_096).map { $0 % 3 == 0 ? UInt8(truncatingIfNeeded: $0) : 0 }),
    // Deflated data has every byte about as often as the others.
    BinaryFile(testDescription: "a .docx", bytes: Array("PK\u{3}\u{4}".utf8) + noise),
    BinaryFile(testDescription: "a picture", bytes: [0xFF, 0xD8, 0xFF, 0xE0] + noise),
  ]

  private static let noise: [UInt8] = {
    var state: UInt32 = 2_463_534_242
    return (0..<8_192).map { _ in
      state ^= state << 13
      state ^= state >> 17
      state ^= state << 5
      return UInt8(truncatingIfNeeded: state)
    }
  }()
}
