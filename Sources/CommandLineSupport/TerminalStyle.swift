// SPDX-License-Identifier: GPL-2.0-or-later

/// Colours and weights for a terminal; they only repeat what words say.
package struct TerminalStyle: Sendable {
  let usesColour: Bool

  /// Creates a style that paints, or one that leaves texts as they are.
  package init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  package func bold(_ text: String) -> String { paint(text, "1") }
  package func dim(_ text: String) -> String { paint(text, "2") }
  package func red(_ text: String) -> String { paint(text, "31") }
  package func green(_ text: String) -> String { paint(text, "32") }
  package func yellow(_ text: String) -> String { paint(text, "33") }

  /// The text in the colour of an SGR code.
  package func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
