// SPDX-License-Identifier: GPL-2.0-or-later

/// The tables of the single-byte encodings.
extension TextEncoding {
  /// The code points of the bytes from 0x80 on; those that are not given are the bytes themselves.
  var upperCodePoints: [UInt32] {
    switch self {
    case .windows1252: Self.windows1252Table
    case .codePage850: Self.codePage850Table
    case .macRoman: Self.macRomanTable
    case .utf8, .utf16LittleEndian, .utf16BigEndian, .isoLatin1: []
    }
  }

  /// The code points of 0x80–0x9F in Windows-1252 (the WHATWG Encoding Standard's table).
  private static let windows1252Table: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The code points of 0x80–0xFF in DOS (code page 850), as the Unicode Consortium maps them.
  private static let codePage850Table = table(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """)

  /// The code points of 0x80–0xFF in Mac OS Roman, as the Unicode Consortium maps them.
  private static let macRomanTable = table(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """)

  private static func table(_ characters: String) -> [UInt32] {
    characters.unicodeScalars.map(\.value)
  }
}
