// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// What a worker is asked to do with one file.
enum DocumentRequest: Hashable {
  /// To tell the SHA-256 of a file.
  case digest(path: String)
  /// To convert a document; `planID` is the plan's name in the tables, and its pages may be read by
  /// so many threads.
  case convert(path: String, planID: String, threadCount: Int)
  /// To read a plan that was converted before, for the tables.
  case read(path: String, planID: String)
}

extension DocumentRequest {
  /// What is asked where a worker was lost over this: the same with as little as it can be done with.
  var careful: DocumentRequest {
    guard case .convert(let path, let planID, _) = self else { return self }
    return .convert(path: path, planID: planID, threadCount: 1)
  }

  var bytes: [UInt8] {
    var fields = FieldWriter()
    switch self {
    case .digest(let path):
      fields.write(0)
      fields.write(path)
    case .convert(let path, let planID, let threadCount):
      fields.write(1)
      fields.write(path)
      fields.write(planID)
      fields.write(threadCount)
    case .read(let path, let planID):
      fields.write(2)
      fields.write(path)
      fields.write(planID)
    }
    return fields.bytes
  }

  init(_ bytes: [UInt8]) throws(MalformedFields) {
    var fields = FieldReader(bytes[...])
    switch try fields.integer() {
    case 0: self = .digest(path: try fields.text())
    case 1:
      self = .convert(
        path: try fields.text(), planID: try fields.text(), threadCount: try fields.integer())
    case 2: self = .read(path: try fields.text(), planID: try fields.text())
    default: throw MalformedFields()
    }
  }
}
