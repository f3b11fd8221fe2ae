// SPDX-License-Identifier: GPL-2.0-or-later

package import JSONScanning

/// Why bytes are not a plan document, and where.
package struct PlanReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong at the place.
  package enum Reason: Sendable, Hashable {
    /// The bytes are not JSON.
    case syntax(JSONSyntaxError.Reason)
    /// The value has not the form that the field asks for: "a string", "an object" …
    case wrongForm(expected: String)
    /// The text is none of those that the field may hold.
    case unknownValue(String, allowed: [String])
    /// The object has a field that plan documents do not have.
    case unknownField(String)
    /// The object lacks a field that plan documents always have.
    case missingField(String)
  }

  package let reason: Reason
  /// The line, counted from 1.
  package let lineNumber: Int
  /// The byte in the line, counted from 1.
  package let columnNumber: Int
  /// The field that is wrong, or the object that has or lacks one: a JSON Pointer (RFC 6901), empty
  /// for the whole document.
  package private(set) var path: String

  /// The place, the field and the fact on one line.
  package var description: String {
    let field = path.isEmpty ? "" : "\(path): "
    return "line \(lineNumber), column \(columnNumber): \(field)\(fact)"
  }

  private var fact: String {
    switch reason {
    case .syntax(let reason):
      JSONSyntaxError(reason: reason, lineNumber: lineNumber, columnNumber: columnNumber).fact
    case .wrongForm(let expected): "must be \(expected)"
    case .unknownValue(let value, let allowed):
      "is \(BriefText.quoted(value)), must be \(Self.list(allowed))"
    case .unknownField(let field): "a plan document has no field \(BriefText.quoted(field)) here"
    case .missingField(let field): "the field \"\(field)\" is missing"
    }
  }

  private static func list(_ texts: [String]) -> String {
    let quoted = texts.map { "\"\($0)\"" }
    return quoted.count == 1 ? quoted[0] : "one of " + quoted.joined(separator: ", ")
  }

  init(_ error: JSONSyntaxError) {
    self.init(.syntax(error.reason), at: (error.lineNumber, error.columnNumber))
  }

  init(_ reason: Reason, at place: (lineNumber: Int, columnNumber: Int)) {
    self.reason = reason
    (lineNumber, columnNumber) = place
    path = ""
  }

  /// The error as the object or the array sees it that has the value under `token`.
  func below(_ token: some CustomStringConvertible) -> PlanReadingError {
    var error = self
    error.path = "/\(token)" + path
    return error
  }
}
