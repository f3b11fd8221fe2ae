// SPDX-License-Identifier: GPL-2.0-or-later

/// A line of text as it was printed, with what is known of its place and look.
public struct SourceLine: Sendable {
  /// The characters in NFC, never empty.
  ///
  /// Soft hyphens, control and direction characters are gone, and each run of white space is one
  /// space.
  public var text: String
  /// Where the line stands.
  public var position: SourcePosition
  /// Whether it is the first line of its page.
  public var startsPage: Bool
  /// How many lines without text stand between this one and the one above.
  ///
  /// Always 0 in a PDF, where the looks say how far away the line above is.
  public var blankLinesAbove: Int
  /// Whether the line ends in a soft hyphen, that is, inside a word.
  public var endsInsideWord: Bool
  /// Where the words stand: always known in a PDF; in a text only where the line has runs of
  /// spaces that may stand for columns, else empty.
  public var words: [LineWord]
  /// The left edge: points from the page's left edge in a PDF, columns from 0 in a text.
  public var xMin: Double
  /// The right edge, in the same unit as `xMin`.
  public var xMax: Double
  /// The look of the line, or nil in a text.
  public var look: LineLook?
  /// Whether it is none of the page's lines, but stands beside or across them.
  ///
  /// So does text up or down the margin, or a stamp; it comes after all lines of its page.
  public var standsApart = false

  /// Creates a line.
  public init(
    text: String, position: SourcePosition, startsPage: Bool, blankLinesAbove: Int,
    endsInsideWord: Bool, words: [LineWord], xMin: Double, xMax: Double, look: LineLook?
  ) {
    self.text = text
    self.position = position
    self.startsPage = startsPage
    self.blankLinesAbove = blankLinesAbove
    self.endsInsideWord = endsInsideWord
    self.words = words
    self.xMin = xMin
    self.xMax = xMax
    self.look = look
  }
}

/// A word of a line, between white space, with its place.
public struct LineWord: Sendable, Equatable {
  /// Where it begins in the line's text, in bytes of UTF-8 from 0.
  public var utf8Start: Int
  /// Where it ends in the line's text, in bytes of UTF-8.
  public var utf8End: Int
  /// The left edge, in the line's unit.
  public var xMin: Double
  /// The right edge, in the line's unit.
  public var xMax: Double

  /// Creates a word.
  public init(utf8Start: Int, utf8End: Int, xMin: Double, xMax: Double) {
    self.utf8Start = utf8Start
    self.utf8End = utf8End
    self.xMin = xMin
    self.xMax = xMax
  }

  /// Whether more than one space parts it, in a text, from the word before it, as one cell is parted
  /// from the next.
  @inlinable
  public func isApart(from previous: LineWord) -> Bool { xMin - previous.xMax >= 2 }
}

/// How a line of a PDF looks.
///
/// Lengths are points; the origin is the top left of the page, y grows
/// downwards.
public struct LineLook: Sendable, Hashable {
  /// The top of the tallest character.
  public var yTop: Double
  /// The bottom of the lowest character.
  public var yBottom: Double
  /// The size of most of the line's characters.
  public var fontSize: Double
  /// Whether every word is set in a bold face.
  public var isBold: Bool
  /// Whether every word is set in an italic face.
  public var isItalic: Bool

  /// Creates a look.
  public init(yTop: Double, yBottom: Double, fontSize: Double, isBold: Bool, isItalic: Bool) {
    self.yTop = yTop
    self.yBottom = yBottom
    self.fontSize = fontSize
    self.isBold = isBold
    self.isItalic = isItalic
  }
}
