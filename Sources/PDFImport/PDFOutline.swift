// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
internal import SourceText

/// Reads the outline (bookmarks), which names every heading in documents made with styles.
enum PDFOutline {
  /// Deeper nesting and more entries than any plan has; a hostile file may have loops.
  private static let depthLimit = 12
  private static let countLimit = 5_000

  static func entries(of document: borrowing GObjectHandle) -> [OutlineEntry] {
    var entries: [OutlineEntry] = []
    guard let iterator = poppler.index_iter_new(document.pointer) else { return [] }
    defer { poppler.index_iter_free(iterator) }
    appendEntries(at: iterator, depth: 1, document: document, to: &entries)
    return entries
  }

  private static func appendEntries(
    at iterator: OpaquePointer, depth: Int, document: borrowing GObjectHandle,
    to entries: inout [OutlineEntry]
  ) {
    repeat {
      guard entries.count < countLimit else { return }
      if let action = poppler.index_iter_get_action(iterator) {
        if let title = action.pointee.any.title {
          entries.append(
            OutlineEntry(
              title: String(cString: title), depth: depth,
              page: pageNumber(of: action, document: document)))
        }
        poppler.action_free(action)
      }
      guard depth < depthLimit, let child = poppler.index_iter_get_child(iterator) else { continue }
      appendEntries(at: child, depth: depth + 1, document: document, to: &entries)
      poppler.index_iter_free(child)
    } while poppler.index_iter_next(iterator) != 0
  }

  private static func pageNumber(
    of action: UnsafeMutablePointer<PopplerAction>, document: borrowing GObjectHandle
  ) -> Int? {
    guard action.pointee.type == POPPLER_ACTION_GOTO_DEST,
      let destination = action.pointee.goto_dest.dest
    else { return nil }
    guard destination.pointee.type == POPPLER_DEST_NAMED else {
      return Int(destination.pointee.page_num)
    }
    guard let name = destination.pointee.named_dest,
      let found = poppler.document_find_dest(document.pointer, name)
    else { return nil }
    defer { poppler.dest_free(found) }
    return Int(found.pointee.page_num)
  }
}
