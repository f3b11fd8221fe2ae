// SPDX-License-Identifier: GPL-2.0-or-later

/// Colours and weights for a terminal; they only repeat what words say.
struct TerminalStyle {
  let usesColour: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func red(_ text: String) -> String { paint(text, "31") }
  func green(_ text: String) -> String { paint(text, "32") }
  func yellow(_ text: String) -> String { paint(text, "33") }

  /// The text in the colour of an SGR code.
  func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
