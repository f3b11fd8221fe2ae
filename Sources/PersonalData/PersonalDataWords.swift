// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization

/// The vocabulary's words about personal data, made ready for matching.
///
/// A class, since scanners hand it on for every text.
final class PersonalDataWords: Sendable {
  let titles: WordEndings
  let nameParticles: Set<FoldedText>
  /// In bytes.
  let longestNameParticle: Int
  /// The letters without marks of the last words of names that are particles, or that are one with
  /// the "s" of the genitive.
  let plainParticleEndings: [[UInt8]]
  let organizations: WordEndings
  let telephoneLabels: Set<FoldedText>
  let otherNumberLabels: Set<FoldedText>

  /// What whole words are in the search for names, so that each is looked up once.
  private let uses: [FoldedText: WordUses]
  /// The words that addresses of functions are made of, without marks on their letters.
  private let plainOtherWords: Set<FoldedText>
  private let plainOrganizations: WordEndings
  private let plainTitles: WordEndings

  /// In bytes.
  private static let longestShortForm = 3

  init(_ vocabulary: Vocabulary) {
    let words = vocabulary.personalData
    let cover = vocabulary.cover
    titles = WordEndings(words?.titleEndings ?? [])
    nameParticles = Self.folded(words?.nameParticles)
    longestNameParticle = nameParticles.map(\.utf8.count).max() ?? 0
    plainParticleEndings = (words?.nameParticles ?? []).flatMap { particle in
      let letters = PlainLetters.plain(particle.utf8)
      return letters.last == UInt8(ascii: "s") ? [letters, letters.dropLast()] : [letters]
    }
    let others = (words?.otherWords ?? []) + cover.contactLabels + cover.documentTypes
    let endings =
      (words?.organizationEndings ?? []) + cover.committeeSuffixes + cover.administrationSuffixes
      + cover.municipalityWords
    organizations = WordEndings(endings)
    telephoneLabels = Self.folded(words?.telephoneLabels)
    uses = Self.uses([
      (.qualifier, Self.folded(words?.titleQualifiers)), (.particle, nameParticles),
      (.joiner, Self.folded(words?.titleJoiners)), (.other, Self.folded(others)),
      (.other, telephoneLabels),
    ])
    otherNumberLabels = Self.folded((words?.otherNumberLabels ?? []) + cover.diaryNumberLabels)
    plainOtherWords = Self.folded((others + endings).map(Self.plain))
    // Shorter ones are what names end in, too: "vård" without its ring, and Edvard.
    plainOrganizations = WordEndings(endings.map(Self.plain).filter { $0.utf8.count > 4 })
    plainTitles = WordEndings((words?.titleEndings ?? []).map(Self.plain))
  }

  private static func folded(_ words: [String]?) -> Set<FoldedText> {
    // An empty word would stand before everything.
    Set((words ?? []).map { FoldedText($0) }).subtracting([FoldedText("")])
  }

  private static func uses(_ lists: [(WordUses, Set<FoldedText>)]) -> [FoldedText: WordUses] {
    var uses: [FoldedText: WordUses] = [:]
    for (use, words) in lists {
      for word in words { uses[word, default: []].insert(use) }
    }
    return uses
  }

  private static func plain(_ word: String) -> String {
    String(decoding: PlainLetters.plain(word.utf8), as: UTF8.self)
  }

  /// Whether a part of an address, small letters without marks, is that of a function and of no
  /// person: "hemtjanst" in hemtjanst.sodra@….
  func isFunction(_ part: [UInt8]) -> Bool {
    plainOrganizations.match(part) || plainTitles.match(part)
      || plainOtherWords.contains(FoldedText(utf8: part))
  }

  /// What a word is for the search for names.
  func role(of word: ArraySlice<UInt8>, canBeName: Bool) -> NameRole {
    let folded = FoldedText(utf8: Array(word))
    if titles.match(folded.utf8) { return .title }
    let uses = uses[folded] ?? []
    // With a capital, a short form such as "vik." is as likely a surname.
    let isShortName = canBeName && word.count <= Self.longestShortForm
    if !isShortName, uses.contains(.qualifier) { return .qualifier }
    guard canBeName else {
      if uses.contains(.particle) { return .particle }
      return uses.contains(.joiner) ? .joiner : .other
    }
    if organizations.match(folded.utf8) { return .organization }
    return uses.contains(.other) ? .other : .name
  }
}

/// What a word may be; which of it, its place tells.
private struct WordUses: OptionSet {
  let rawValue: UInt8

  static let qualifier = WordUses(rawValue: 1)
  static let particle = WordUses(rawValue: 2)
  static let joiner = WordUses(rawValue: 4)
  static let other = WordUses(rawValue: 8)
}

/// What a word is for the search for names.
enum NameRole {
  /// May be part of a name.
  case name
  /// "von", "de".
  case particle
  /// "enhetschef".
  case title
  /// "biträdande".
  case qualifier
  /// "är".
  case joiner
  /// "Hemtjänsten".
  case organization
  case other
}
