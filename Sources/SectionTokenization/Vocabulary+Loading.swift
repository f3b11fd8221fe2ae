// SPDX-License-Identifier: GPL-2.0-or-later

internal import FoundationEssentials

extension Vocabulary {
  /// The vocabulary of the City of Stockholm's plans, built in.
  ///
  /// - Throws: ``VocabularyError`` only where the program was built with a broken file.
  public static func stockholm() throws(VocabularyError) -> Vocabulary {
    try Vocabulary(json: stockholmJSON)
  }

  /// The file that ``stockholm()`` reads.
  package static var stockholmJSON: [UInt8] { PackageResources.stockholm_json }

  /// Reads a vocabulary from JSON.
  ///
  /// - Throws: ``VocabularyError/malformed(_:)`` with the place of the fault.
  public init(json: [UInt8]) throws(VocabularyError) {
    do {
      self = try JSONDecoder().decode(Vocabulary.self, from: Data(json))
    } catch let error as DecodingError {
      throw .malformed(Self.summary(of: error))
    } catch {
      throw .malformed("not JSON")
    }
  }

  private static func summary(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\"\(key.stringValue)\" is missing\(place(of: context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "a value of the wrong type\(place(of: context))"
    default:
      "not JSON"
    }
  }

  private static func place(of context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    return path.isEmpty ? "" : " at \(path.joined())"
  }
}
