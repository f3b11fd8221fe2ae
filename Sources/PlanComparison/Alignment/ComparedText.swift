// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText

/// Texts as they are compared.
enum ComparedText {
  /// The text without spaces and hyphens: two forms of one plan (PDF, plain text) may break lines,
  /// and with them words and cells, at different places.
  static func key(_ text: String) -> String {
    var text = text
    return text.withUTF8 { utf8 in
      var kept: [UInt8] = []
      kept.reserveCapacity(utf8.count)
      var offset = 0
      while offset < utf8.count {
        let (scalar, width) = decodeScalar(utf8, at: offset)
        if !isLayout(scalar) { kept.append(contentsOf: utf8[offset..<(offset + width)]) }
        offset += width
      }
      return String(decoding: kept, as: UTF8.self)
    }
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "\u{A0}", "\u{AD}", "\u{2010}"..."\u{2014}", "\t", "\n": true
    default: false
    }
  }

  /// The letters and digits of a text in lower case, with one space (U+0020) for each run of
  /// anything else; at most `limit` of them.
  static func folded(_ text: String, limit: Int) -> [UInt32] {
    var text = text
    return text.withUTF8 { utf8 in
      var folded: [UInt32] = []
      var offset = 0
      while offset < utf8.count, folded.count < limit {
        let (scalar, width) = decodeScalar(utf8, at: offset)
        offset += width
        if let letter = lowercaseLetterOrDigit(scalar) {
          folded.append(letter)
        } else if scalar != "\u{AD}", let last = folded.last, last != 0x20 {
          folded.append(0x20)
        }
      }
      if folded.last == 0x20 { folded.removeLast() }
      return folded
    }
  }

  private static func lowercaseLetterOrDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: return value
    case 0x41...0x5A: return value + 0x20
    case 0..<0x80, 0xD7, 0xF7: return nil
    case 0xC0...0xDE: return value + 0x20
    case 0xDF...0xFF: return value
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return nil
      }
      return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
    }
  }
}
