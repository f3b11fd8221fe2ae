// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import ComparisonReport

/// `--language`, by the tags of the languages.
extension ReportLanguage: ExpressibleByArgument {}
