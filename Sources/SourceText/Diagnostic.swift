// SPDX-License-Identifier: GPL-2.0-or-later

/// Something doubtful or wrong that a stage noticed, with its place.
///
/// One type serves every stage, so that a plan carries all of its remarks in one list.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// How much the remark matters to a reader of the plan.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case info, warning, error
  }

  /// A stable kebab-case word, such as `goal-without-title`.
  public var code: String
  /// How much it matters.
  public var severity: Severity
  /// The page it concerns, counted from 1, or nil where it concerns the whole document.
  public var page: Int?
  /// The line it concerns, counted as in ``SourcePosition``, or nil.
  public var line: Int?
  /// One sentence for a person: the fact and, where there is one, what to do.
  public var message: String

  /// Creates a diagnostic; `position` is nil where it concerns the whole document.
  public init(
    _ code: String, _ severity: Severity, at position: SourcePosition? = nil, _ message: String
  ) {
    self.code = code
    self.severity = severity
    self.page = position?.page
    self.line = position?.line
    self.message = message
  }
}
