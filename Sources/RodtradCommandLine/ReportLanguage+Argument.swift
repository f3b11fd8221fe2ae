// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import ComparisonReport

/// `--language`, by the tags of the languages.
extension ReportLanguage: ExpressibleByArgument {
  /// Refuses the option where there is no page, and it would change nothing.
  static func validate(_ language: ReportLanguage?, writesHTML: Bool) throws {
    guard language == nil || writesHTML else {
      throw ValidationError("--language goes with --format html only; add that, or leave it out")
    }
  }
}
