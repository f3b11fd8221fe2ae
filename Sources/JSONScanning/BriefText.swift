// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts of a file as a message quotes them.
package enum BriefText {
  /// The text in quotation marks on one line, long ones cut and control characters escaped.
  package static func quoted(_ text: String) -> String {
    // Long enough to find the place by, short enough for a terminal's line.
    let longest = 60
    var quoted = "\""
    for scalar in text.unicodeScalars.prefix(longest) {
      let isControl = scalar.properties.generalCategory == .control
      let breaksLine = scalar == "\u{2028}" || scalar == "\u{2029}"
      if isControl || breaksLine || scalar == "\"" || scalar == "\\" {
        quoted += scalar.escaped(asASCII: true)
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + (text.unicodeScalars.count > longest ? "…\"" : "\"")
  }
}
