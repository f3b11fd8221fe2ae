// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

extension Diagnostic {
  /// That a plan holds personal data, with how many of each kind.
  public static func personalDataFound(_ counts: PersonalDataCounts) -> Diagnostic {
    Diagnostic(
      "personal-data-found", .info,
      "The plan holds \(listing(counts)); --redact replaces them by marks.")
  }

  /// That personal data were taken out of a plan, with how many of each kind.
  public static func personalDataRedacted(_ counts: PersonalDataCounts) -> Diagnostic {
    Diagnostic(
      "personal-data-redacted", .info,
      "Replaced by marks: \(listing(counts)); the accounting is that of the plan before.")
  }

  private static func listing(_ counts: PersonalDataCounts) -> String {
    let nouns: [(PersonalDataKind, one: String, many: String)] = [
      (.email, "e-mail address", "e-mail addresses"),
      (.telephone, "telephone number", "telephone numbers"),
      (.identityNumber, "personal identity number", "personal identity numbers"),
      (.name, "name of an official", "names of officials"),
    ]
    let parts = nouns.filter { counts[$0.0] > 0 }.map { kind, one, many in
      "\(counts[kind]) \(counts[kind] == 1 ? one : many)"
    }
    guard let last = parts.last, parts.count > 1 else { return parts.joined() }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
