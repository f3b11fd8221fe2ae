// SPDX-License-Identifier: GPL-2.0-or-later

/// The tables of encodings that came before Windows-1252 on other systems.
extension TextEncoding {
  /// The code points of 0x80–0xFF in DOS (code page 850), as the Unicode Consortium maps them.
  static let codePage850Table = table(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """)

  /// The code points of 0x80–0xFF in Mac OS Roman, as the Unicode Consortium maps them.
  static let macRomanTable = table(
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
