// SPDX-License-Identifier: GPL-2.0-or-later

internal import JSONScanning

extension Vocabulary {
  /// The vocabulary of the City of Stockholm's plans, built in.
  ///
  /// - Throws: ``VocabularyError`` only where the program was built with a broken file.
  public static func stockholm() throws(VocabularyError) -> Vocabulary {
    try Vocabulary(json: stockholmJSON)
  }

  /// The file that ``stockholm()`` reads.
  package static var stockholmJSON: [UInt8] { PackageResources.stockholm_json }

  /// What some editors put in front of a text in UTF-8.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads a vocabulary from JSON in UTF-8; fields that it does not know are passed over.
  ///
  /// - Throws: ``VocabularyError/malformed(_:)`` with the place of the fault.
  public init(json: [UInt8]) throws(VocabularyError) {
    let hasMark = json.starts(with: Self.byteOrderMark)
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONReader.value(
        from: hasMark ? Array(json[Self.byteOrderMark.count...]) : json)
    } catch {
      // What is twice there is JSON, but which of the two is meant nobody can tell.
      if case .duplicateKey = error.reason { throw .malformed(error.fact) }
      throw .malformed("not JSON")
    }
    try self.init(VocabularyObject(value))
  }

  private init(_ json: VocabularyObject) throws(VocabularyError) {
    schemaVersion = try json.string("schemaVersion")
    name = try json.string("name")
    language = try json.string("language")
    goalLabels = []
    for entry in try json.objects("goalLabels") { goalLabels.append(try GoalLabels(entry)) }
    sectionHeadings = []
    for entry in try json.objects("sectionHeadings") {
      sectionHeadings.append(try SectionHeadings(entry))
    }
    contentsHeadings = try json.strings("contentsHeadings")
    missingPageMarks = try json.optionalStrings("missingPageMarks") ?? []
    introductionHeadings = try json.strings("introductionHeadings")
    closingHeadings = try json.strings("closingHeadings")
    indicatorTable = try IndicatorTable(try json.object("indicatorTable"))
    activityTable = try ActivityTable(try json.object("activityTable"))
    periods = try json.strings("periods")
    targetPhrases = try json.strings("targetPhrases")
    comparators = []
    for entry in try json.objects("comparators") { comparators.append(try ComparatorWords(entry)) }
    units = try json.strings("units")
    suspendedHyphenWords = try json.strings("suspendedHyphenWords")
    pageCounterWords = try json.strings("pageCounterWords")
    pageCounterJoiners = try json.strings("pageCounterJoiners")
    cover = try Cover(try json.object("cover"))
    if let words = try json.optionalObject("personalData") {
      personalData = try PersonalDataWords(words)
    }
  }
}

extension Vocabulary.GoalLabels {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    level = try json.string("level")
    scope = try json.optionalString("scope")
    labels = try json.strings("labels")
  }
}

extension Vocabulary.SectionHeadings {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    kind = try json.string("kind")
    headings = try json.strings("headings")
  }
}

extension Vocabulary.IndicatorTable {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    name = try json.strings("name")
    target = try json.strings("target")
    councilTarget = try json.strings("councilTarget")
    period = try json.strings("period")
  }
}

extension Vocabulary.ActivityTable {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    text = try json.strings("text")
    start = try json.strings("start")
    end = try json.strings("end")
  }
}

extension Vocabulary.ComparatorWords {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    comparator = try json.string("comparator")
    words = try json.strings("words")
  }
}

extension Vocabulary.Cover {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    documentTypes = try json.strings("documentTypes")
    documentMarks = try json.strings("documentMarks")
    titleJoiners = try json.strings("titleJoiners")
    diaryNumberLabels = try json.strings("diaryNumberLabels")
    addresseeLabels = try json.strings("addresseeLabels")
    contactLabels = try json.strings("contactLabels")
    committeeSuffixes = try json.strings("committeeSuffixes")
    administrationSuffixes = try json.strings("administrationSuffixes")
    municipalityWords = try json.strings("municipalityWords")
    months = try json.strings("months")
  }
}

extension Vocabulary.PersonalDataWords {
  fileprivate init(_ json: VocabularyObject) throws(VocabularyError) {
    titleEndings = try json.strings("titleEndings")
    titleQualifiers = try json.strings("titleQualifiers")
    titleJoiners = try json.strings("titleJoiners")
    nameParticles = try json.strings("nameParticles")
    organizationEndings = try json.strings("organizationEndings")
    otherWords = try json.strings("otherWords")
    telephoneLabels = try json.strings("telephoneLabels")
    otherNumberLabels = try json.strings("otherNumberLabels")
  }
}
