// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The encodings that Swedish plans come in as text.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  case isoLatin1 = "ISO 8859-1"
  case codePage850 = "CP850"
  case macRoman = "Mac OS Roman"
}

/// Text, with what was learnt on the way.
struct DecodedText {
  /// Valid UTF-8.
  var utf8: [UInt8]
  /// Whether all of it is in NFC for certain.
  var isComposed = false
  var encoding: TextEncoding
  /// How many faulty stretches were replaced with U+FFFD.
  var replacementCount: Int
}

/// Recognises the encoding of bytes and turns them into UTF-8.
struct TextDecoder {
  /// The part of bytes that may be NUL in a text that somebody damaged; UTF-16 without a mark has
  /// about half, and a binary file rarely less than this.
  private static let nulShareOfBinary = 0.02

  /// The part of bytes that may be other control characters; compressed data has about an eighth.
  private static let controlShareOfBinary = 0.03

  /// A control character that does not lay out text.
  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B) || byte == 0x7F
  }

  func decode(_ bytes: [UInt8]) throws(TextImportError) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return utf16(bytes.dropFirst(2), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), .utf16BigEndian) }
    if PlainUTF8.isAll(of: bytes) {
      return DecodedText(utf8: bytes, isComposed: true, encoding: .utf8, replacementCount: 0)
    }
    let sample = bytes.prefix(65_536)
    let (nulCounts, controlCount) = sample.withUnsafeBytes(controlCounts)
    if Double(nulCounts[0] + nulCounts[1]) > Self.nulShareOfBinary * Double(sample.count) {
      let half = sample.count / 2
      if nulCounts[1] * 10 > half * 7, nulCounts[0] * 20 < half {
        return utf16(bytes[...], .utf16LittleEndian)
      }
      if nulCounts[0] * 10 > half * 7, nulCounts[1] * 20 < half {
        return utf16(bytes[...], .utf16BigEndian)
      }
      throw .notText
    }
    guard Double(controlCount) <= Self.controlShareOfBinary * Double(sample.count) else {
      throw .notText
    }
    return eightBit(bytes)
  }

  /// How many bytes are NUL, at even and at odd offsets, and how many do not lay out text.
  private func controlCounts(of bytes: UnsafeRawBufferPointer) -> (nuls: [Int], controls: Int) {
    var nuls = [0, 0]
    var controls = 0
    var offset = 0
    while offset < bytes.count {
      // Most bytes are letters, which are passed over by eights.
      if let eight = EightBytes(bytes, at: offset) {
        let controls =
          eight.ascii(from: 0, through: 0x08) | eight.ascii(from: 0x0E, through: 0x1F)
          | eight.ascii(0x7F)
        offset += controls.countBefore
        if controls.isEmpty { continue }
      }
      if bytes[offset] == 0 { nuls[offset & 1] += 1 }
      if Self.isControl(bytes[offset]) { controls += 1 }
      offset += 1
    }
    return (nuls, controls)
  }

  private func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    if String(validating: bytes, as: UTF8.self) != nil {
      return DecodedText(utf8: Array(bytes), encoding: .utf8, replacementCount: 0)
    }
    return decoded(String(decoding: bytes, as: UTF8.self), .utf8)
  }

  /// A text in which U+FFFD stands for what was faulty.
  private func decoded(_ text: String, _ encoding: TextEncoding) -> DecodedText {
    DecodedText(
      utf8: Array(text.utf8), encoding: encoding,
      replacementCount: text.unicodeScalars.count { $0 == "\u{FFFD}" })
  }

  private func eightBit(_ bytes: [UInt8]) -> DecodedText {
    if String(validating: bytes, as: UTF8.self) != nil {
      return DecodedText(utf8: bytes, encoding: .utf8, replacementCount: 0)
    }
    // Damaged UTF-8 still has many whole sequences; single-byte Swedish has next to none.
    let sequences = sequenceCounts(in: bytes)
    if sequences.whole > 2 * sequences.broken { return utf8(bytes[...]) }
    return singleByte(bytes, singleByteEncoding(of: bytes))
  }

  /// The bytes of ä, å and ö.
  private static let swedishLetters: [(encoding: TextEncoding, bytes: [UInt8])] = [
    (.codePage850, [0x84, 0x86, 0x94]), (.macRoman, [0x8A, 0x8C, 0x9A]),
  ]
  private static let windowsLetters: [UInt8] = [0xE4, 0xE5, 0xF6]

  /// Windows-1252 has signs that stand between no letters where older encodings have ä, å and ö: a
  /// text with all three of them inside words, and none of its own, is in the older one.
  private func singleByteEncoding(of bytes: [UInt8]) -> TextEncoding {
    let inWords = bytesInWords(of: bytes)
    let older = Self.swedishLetters.filter { $0.bytes.allSatisfy { inWords[Int($0)] } }
    if older.count == 1, !Self.windowsLetters.contains(where: { inWords[Int($0)] }) {
      return older[0].encoding
    }
    return bytes.contains { (0x80...0x9F).contains($0) } ? .windows1252 : .isoLatin1
  }

  /// Whether each byte from 0x80 on stands between two letters of ASCII somewhere.
  private func bytesInWords(of bytes: [UInt8]) -> [Bool] {
    func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
    var inWords = [Bool](repeating: false, count: 256)
    for index in bytes.indices.dropFirst().dropLast()
    where bytes[index] >= 0x80 && isLetter(bytes[index - 1]) && isLetter(bytes[index + 1]) {
      inWords[Int(bytes[index])] = true
    }
    return inWords
  }

  private func sequenceCounts(in bytes: [UInt8]) -> (whole: Int, broken: Int) {
    var whole = 0
    var broken = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte >= 0x80 else { continue }
      let length = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC2 ? 1 : 0
      let rest = bytes[index..<min(index + length, bytes.count)]
      if length > 0, rest.count == length, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        whole += 1
        index += length
      } else {
        broken += 1
      }
    }
    return (whole, broken)
  }

  private func singleByte(_ bytes: [UInt8], _ encoding: TextEncoding) -> DecodedText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    let table = encoding.upperCodePoints
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let place = Int(byte - 0x80)
        let value = place < table.count ? table[place] : UInt32(byte)
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return DecodedText(utf8: utf8, encoding: encoding, replacementCount: 0)
  }

  private func utf16(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return decoded(String(decoding: units, as: UTF16.self), encoding)
  }
}
