// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// One change of a journal, a frame in its file.
enum JournalChange {
  case entry(RunEntry)
  case removal(file: String)
  /// An output that no input gives any more, or that one gives again.
  case leftover(path: String, isThere: Bool)
  /// What the tables were made of.
  case tables(digest: String)
}

extension JournalChange {
  var frame: [UInt8] {
    var fields = FieldWriter()
    switch self {
    case .entry(let entry):
      fields.write(0)
      entry.write(to: &fields)
    case .removal(let file):
      fields.write(1)
      fields.write(file)
    case .leftover(let path, let isThere):
      fields.write(2)
      fields.write(path)
      fields.write(isThere ? 1 : 0)
    case .tables(let digest):
      fields.write(3)
      fields.write(digest)
    }
    var frame = FieldWriter()
    frame.write(fields.bytes)
    return frame.bytes
  }

  init(_ frame: [UInt8]) throws(MalformedFields) {
    var fields = FieldReader(frame)
    switch try fields.integer() {
    case 0: self = .entry(try RunEntry(from: &fields))
    case 1: self = .removal(file: try fields.text())
    case 2:
      let path = try fields.text()
      guard PlanOutput.staysInFolder(path) else { throw MalformedFields() }
      self = .leftover(path: path, isThere: try fields.integer() == 1)
    case 3: self = .tables(digest: try fields.text())
    default: throw MalformedFields()
    }
  }
}
