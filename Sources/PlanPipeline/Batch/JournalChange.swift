// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// One change of a journal, a frame in its file: a checksum and the change.
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
    var checked = FieldWriter()
    checked.write(Self.checksum(of: fields.bytes[...]))
    var frame = FieldWriter()
    frame.write(checked.bytes + fields.bytes)
    return frame.bytes
  }

  private static let checksumSize = 8

  /// FNV-1a: tells bytes that a disk has changed, not bytes that somebody has made up.
  private static func checksum(of bytes: ArraySlice<UInt8>) -> Int {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return Int(Int64(bitPattern: hash))
  }

  init(_ frame: ArraySlice<UInt8>) throws(MalformedFields) {
    var fields = FieldReader(frame)
    guard try fields.integer() == Self.checksum(of: frame.dropFirst(Self.checksumSize)) else {
      throw MalformedFields()
    }
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
