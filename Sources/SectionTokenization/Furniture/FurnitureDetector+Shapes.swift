// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// What tells the lines of a running head or foot as the same on all pages.
extension FurnitureDetector {
  /// The shape of numbers that count the lines of a page, however many these are.
  static let countOfLines = Array("# #".utf8)

  /// What a line has in common with those of other pages that are the same furniture.
  func keyText(of line: SourceLine) -> [UInt8] {
    let shape = shape(of: line.text)
    let isCount = line.standsApart && shape.allSatisfy { Self.countOfLines.contains($0) }
    return isCount ? Self.countOfLines : shape
  }

  /// The text with every run of digits replaced, in lower case.
  func shape(of text: String) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in FoldedText(text).utf8 {
      if isDigit(byte) {
        if shape.last != UInt8(ascii: "#") { shape.append(UInt8(ascii: "#")) }
      } else {
        shape.append(byte)
      }
    }
    return shape
  }
}
