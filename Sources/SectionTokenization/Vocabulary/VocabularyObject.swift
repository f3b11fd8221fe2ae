// SPDX-License-Identifier: GPL-2.0-or-later

internal import JSONScanning

/// An object of a vocabulary file, with its place for the error that a field of it is wrong.
struct VocabularyObject {
  private let members: [JSONText: JSONValue]
  /// The way to it from the whole file, for which it is empty: `.goalLabels[0]`.
  private let place: String

  /// The object that a value is.
  init(_ value: JSONValue, at place: String = "") throws(VocabularyError) {
    guard case .object(let members) = value else { throw Self.wrongType(at: place) }
    self.members = members
    self.place = place
  }

  func string(_ field: String) throws(VocabularyError) -> String {
    try Self.string(try value(field), at: { "\(place).\(field)" })
  }

  /// The text of a field, or nil where it is null or not there.
  func optionalString(_ field: String) throws(VocabularyError) -> String? {
    hasValue(field) ? try string(field) : nil
  }

  func strings(_ field: String) throws(VocabularyError) -> [String] {
    let elements = try array(field)
    var strings: [String] = []
    strings.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      strings.append(try Self.string(element, at: { "\(place).\(field)[\(index)]" }))
    }
    return strings
  }

  /// The texts of a field, or nil where it is null or not there.
  func optionalStrings(_ field: String) throws(VocabularyError) -> [String]? {
    hasValue(field) ? try strings(field) : nil
  }

  func object(_ field: String) throws(VocabularyError) -> VocabularyObject {
    try VocabularyObject(try value(field), at: "\(place).\(field)")
  }

  /// The object of a field, or nil where it is null or not there.
  func optionalObject(_ field: String) throws(VocabularyError) -> VocabularyObject? {
    hasValue(field) ? try object(field) : nil
  }

  func objects(_ field: String) throws(VocabularyError) -> [VocabularyObject] {
    var objects: [VocabularyObject] = []
    for (index, element) in try array(field).enumerated() {
      objects.append(try VocabularyObject(element, at: "\(place).\(field)[\(index)]"))
    }
    return objects
  }

  private func array(_ field: String) throws(VocabularyError) -> [JSONValue] {
    guard case .array(let elements) = try value(field) else {
      throw Self.wrongType(at: "\(place).\(field)")
    }
    return elements
  }

  private func value(_ field: String) throws(VocabularyError) -> JSONValue {
    guard let value = members[JSONText(field)] else {
      throw .malformed("\"\(field)\" is missing\(place.isEmpty ? "" : " at \(place)")")
    }
    return value
  }

  private func hasValue(_ field: String) -> Bool {
    (members[JSONText(field)] ?? .null) != .null
  }

  private static func string(
    _ value: JSONValue, at place: () -> String
  ) throws(VocabularyError) -> String {
    guard case .string(let text) = value else { throw wrongType(at: place()) }
    return text.string
  }

  private static func wrongType(at place: String) -> VocabularyError {
    .malformed("a value of the wrong type\(place.isEmpty ? "" : " at \(place)")")
  }
}
