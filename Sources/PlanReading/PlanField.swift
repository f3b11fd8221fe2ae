// SPDX-License-Identifier: GPL-2.0-or-later

/// The fields of one kind of object, named as in the document and in the order in which it is
/// written.
protocol PlanField: RawRepresentable<String>, CaseIterable, Sendable {
  static var table: FieldTable<Self> { get }
  /// Whether an object may lack the field.
  var mayBeAbsent: Bool { get }
}

extension PlanField {
  var mayBeAbsent: Bool { false }
}

/// Finds a field by its key; the one that follows the last one is tried first.
struct FieldTable<Field: PlanField>: Sendable {
  private let fields: [Field]
  private let names: [String]
  /// A bit for each field that must be there.
  private let required: UInt32

  init() {
    fields = Array(Field.allCases)
    names = fields.map(\.rawValue)
    required = fields.enumerated().reduce(0) { bits, field in
      field.element.mayBeAbsent ? bits : bits | 1 << UInt32(field.offset)
    }
  }

  /// The index of a field, or nil where there is none of that name.
  func index(of key: String, expected: Int) -> Int? {
    if expected < names.count, names[expected] == key { return expected }
    return names.firstIndex(of: key)
  }

  subscript(index: Int) -> Field { fields[index] }

  /// The name of the first field that `present`, a bit for each field, lacks.
  func missing(in present: UInt32) -> String? {
    let missing = required & ~present
    return missing == 0 ? nil : names[missing.trailingZeroBitCount]
  }
}
