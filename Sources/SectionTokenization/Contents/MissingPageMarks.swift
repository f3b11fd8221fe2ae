// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// What stands in place of a page number in printed contents.
///
/// Word prints it where the heading that an entry led to is gone: "Error! Bookmark not defined."
package struct MissingPageMarks: Sendable {
  private let marks: [[UInt8]]

  init(_ vocabulary: Vocabulary) {
    marks = vocabulary.missingPageMarks.map { Array($0.utf8) }
  }

  /// Where such a mark begins at the end of a text, in bytes, or nil.
  ///
  /// It may be glued to the word before.
  package func start(in text: String) -> Int? {
    text.withUTF8Bytes { utf8 in
      marks.lazy.filter { $0.count <= utf8.count && utf8.suffix($0.count).elementsEqual($0) }
        .map { utf8.count - $0.count }.min()
    }
  }
}
