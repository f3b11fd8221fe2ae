// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// What a worker is asked to do with one file.
enum DocumentRequest: Hashable {
  /// To tell the SHA-256 of a file.
  case digest(path: String)
  /// To convert a document; `planID` is the plan's name in the tables.
  case convert(path: String, planID: String)
  /// To read a plan that was converted before, for the tables.
  case read(path: String, planID: String)
}

extension DocumentRequest {
  var bytes: [UInt8] {
    var fields = FieldWriter()
    switch self {
    case .digest(let path):
      fields.write(0)
      fields.write(path)
    case .convert(let path, let planID):
      fields.write(1)
      fields.write(path)
      fields.write(planID)
    case .read(let path, let planID):
      fields.write(2)
      fields.write(path)
      fields.write(planID)
    }
    return fields.bytes
  }

  init(_ bytes: [UInt8]) throws(MalformedFields) {
    var fields = FieldReader(bytes)
    switch try fields.integer() {
    case 0: self = .digest(path: try fields.text())
    case 1: self = .convert(path: try fields.text(), planID: try fields.text())
    case 2: self = .read(path: try fields.text(), planID: try fields.text())
    default: throw MalformedFields()
    }
  }
}
