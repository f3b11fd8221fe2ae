// SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import PersonalData
import SectionTokenization
import TestSupport
import Testing

struct PersonalDataFinderTests {
  private let finder: PersonalDataFinder

  init() throws { finder = PersonalDataFinder(try .stockholm()) }

  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return finder.spans(in: [[text]])[0][0].map {
      String(decoding: bytes[$0.utf8Range], as: UTF8.self)
    }
  }

  @Test("a name that an address shows is found in every text of the document")
  func addressInAnotherText() {
    let texts = [["Öberg, Åsa eller Åsa Öberg"], ["Skriv till asa.oberg@example.se"]]
    let spans = finder.spans(in: texts)
    #expect(spans[0][0].map(\.kind) == [.name])
    #expect(spans[0][0].first?.utf8Range == 19..<30)
    #expect(spans[1][0].map(\.kind) == [.email])
  }

  @Test("a name that a title shows is found where it stands without one")
  func titleInAnotherText() {
    let spans = finder.spans(in: [["Malte Ljunggård svarar."], ["Chefen Malte Ljunggård leder."]])
    #expect(spans.map { $0[0].map(\.kind) } == [[.name], [.name]])
  }

  @Test("a title in the text beside it shows a name, one further away does not")
  func neighbours() {
    #expect(finder.spans(in: [["Enhetschef", "Gry Nilssén"]])[0][1].map(\.kind) == [.name])
    #expect(finder.spans(in: [["Enhetschef", "08", "Gry Nilssén"]])[0][2].isEmpty)
    #expect(finder.spans(in: [["Enhetschef"], ["Gry Nilssén"]])[1][0].isEmpty)
  }

  @Test(
    "a title is seen in letters of any case, inside a compound, and whatever follows it",
    arguments: [
      "REKTOR Malte Ljunggård", "Malte Ljunggård, FÖRESTÅNDARE", "Malte Ljunggård – stabschef–",
      "Malte Ljunggård (rektor)", "Malte Ljunggård är förskolelärare«", "Rektors: Malte Ljunggård",
    ])
  func titles(text: String) {
    #expect(found(text) == ["Malte Ljunggård"])
  }

  @Test("a name is found whose last word is a particle")
  func lastWordIsParticle() {
    let spans = finder.spans(in: [["Vi frågar Maria von om det."], ["maria.von@example.se"]])
    #expect(spans[0][0].map(\.utf8Range) == [11..<20])
  }

  @Test(
    "a known name is found with marks, hyphens and initials",
    arguments: [
      ("åsa.öberg", "Vi frågar Åsa Öberg."), ("asa.oberg", "«Åsa Öberg»"),
      ("a-li.ek", "A-Li Ek leder."), ("ao.berg", "Av A. Öberg"), ("zofia.ek", "Av Žofia Ek"),
    ])
  func knownNames(address: String, text: String) {
    let spans = finder.spans(in: [[text], ["\(address)@example.se"]])
    #expect(spans[0][0].map(\.kind) == [.name])
  }

  @Test("without words for titles, names are told by addresses only, and numbers by their form")
  func otherVocabulary() throws {
    let finder = PersonalDataFinder(try Vocabulary(json: Array(OtherVocabulary.json.utf8)))
    let text = "Enhetschef Gry Nilssén, 08-465 004 12; tfn 465 004 13; Tor Ek, tor.ek@example.se"
    #expect(
      finder.spans(in: [[text]])[0][0].map(\.kind) == [.telephone, .name, .email])
  }

  @Test("spans are in order, apart, and inside their text, whatever the text")
  func anyText() throws {
    let pieces = [
      "08", "-", " ", "465", "004", "12", "@", ".", "se", "Åsa", "Öberg", "enhetschef", ",", "+46",
      "(0)", "811228", "9874", "\u{2013}", "é", "(", ")", "/", "a.b@example.se", "є", "«", "’",
    ]
    for seed in 0..<2_000 {
      var chance = Chance(seed: seed)
      let text = (0..<chance.below(40)).map { _ in pieces[chance.below(pieces.count)] }.joined()
      var end = 0
      for span in finder.spans(in: [[text]])[0][0] {
        #expect(span.utf8Range.lowerBound >= end && !span.utf8Range.isEmpty, "\(text)")
        end = span.utf8Range.upperBound
        let slice = Array(text.utf8)[span.utf8Range]
        #expect(String(validating: slice, as: UTF8.self) != nil, "\(text)")
      }
      #expect(end <= text.utf8.count)
    }
  }

  @Test(
    "twenty times as much of anything takes about twenty times as long",
    arguments: [
      "0", "@", "a", "a@", "a@a.", "0 ", "08 ", "08-", "1 ", "Aa ", "Aa von ", "enhetschef ", "+46",
      "Telefon 0", "(0", "a.b@c.se Ab Bc ", "Enhetschef Ab Bc, ", "811228-", "-", ".", "x. y@",
    ])
  func linearTime(piece: String) {
    let small = [[String(repeating: piece, count: 5_000 / piece.utf8.count)]]
    let large = [[String(repeating: piece, count: 100_000 / piece.utf8.count)]]
    let once = seconds { _ = finder.spans(in: small) }
    let twentyfold = seconds { _ = finder.spans(in: large) }
    // Three times what it would be; what grows with the square would take twenty times.
    #expect(twentyfold < once * 60 + 0.05, "\(once) s and \(twentyfold) s")
  }

  /// The least that some work took of this thread's time, which other tests take nothing of.
  private func seconds(_ work: () -> Void) -> Double {
    (0..<3).map { _ in
      let start = threadSeconds
      work()
      return threadSeconds - start
    }.min() ?? 0
  }

  private var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
