// SPDX-License-Identifier: GPL-2.0-or-later

/// The letters of Latin-1 and Latin Extended-A without their marks, as addresses are made of names.
enum PlainLetters {
  /// Two letters for each letter would not do in a table; one is what addresses have.
  private static let latin1 = Array(
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty".utf8)
  private static let latinExtendedA = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// The small ASCII letter for a letter of two bytes.
  static func plain(lead: UInt8, rest: UInt8) -> UInt8 {
    let place = Int(rest & 0x3F)
    switch lead {
    case 0xC3: return latin1[place]
    case 0xC4: return latinExtendedA[place]
    default: return latinExtendedA[64 + place]
    }
  }

  /// Whether a letter of two bytes is a capital.
  static func isCapital(lead: UInt8, rest: UInt8) -> Bool {
    if lead == 0xC3 { return rest <= 0x9E }
    let scalar = Int(lead & 0x1F) << 6 | Int(rest & 0x3F)
    // In Latin Extended-A capitals are even, but between U+0139 and U+0148 and after U+0178 odd.
    let isOdd = (0x139...0x148).contains(scalar) || scalar >= 0x179
    return scalar == 0x178 || scalar.isMultiple(of: 2) != isOdd
  }

  /// Small letters without their marks, and nothing else, of some text.
  static func plain(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(bytes.count)
    var lead: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: letters.append(byte | 0x20)
      case 0x80...0xBF where lead >= 0xC3 && lead <= 0xC5:
        letters.append(plain(lead: lead, rest: byte))
      default: break
      }
      lead = byte
    }
    return letters
  }
}
