// SPDX-License-Identifier: GPL-2.0-or-later

import JSONScanning
import PlanExport
import PlanModel
import PlanReading
import TestSupport
import Testing

struct JSONPlanReaderTests {
  private let reader = JSONPlanReader()

  /// The error of reading a text, or nil where it is a plan.
  private func error(_ json: String) -> PlanReadingError? {
    do {
      _ = try reader.plan(from: Array(json.utf8))
      return nil
    } catch {
      return error
    }
  }

  private func complete(_ style: JSONStyle = .indented) -> String {
    String(decoding: JSONPlanExporter(style: style).bytes(for: SamplePlan.complete), as: UTF8.self)
  }

  @Test("a plan with everything in it comes back whole", arguments: JSONStyle.allCases)
  func complete(style: JSONStyle) throws {
    let bytes = JSONPlanExporter(style: style).bytes(for: SamplePlan.complete)
    #expect(try reader.plan(from: bytes) == SamplePlan.complete)
  }

  @Test("a plan of the corpus comes back byte for byte", arguments: CorpusCase.all)
  func corpus(plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "plan.json")
    let document = try reader.plan(from: bytes)
    #expect(JSONPlanExporter(style: .indented).bytes(for: document) == bytes)
    let compact = JSONPlanExporter(style: .compact).bytes(for: document)
    #expect(try reader.plan(from: compact) == document)
  }

  @Test("fields may come in any order, and escaped")
  func order() throws {
    let json = complete(.compact)
    let start = try #require(json.firstRange(of: "{\"accounting\":"))
    let end = try #require(json.firstRange(of: "},\"closing\":"))
    let accounting = json[start.upperBound..<end.lowerBound] + "}"
    var moved = "{\"closing\":" + json[end.upperBound...]
    moved.removeLast(2)
    moved += ",\"\\u0061ccounting\" :\t\(accounting)\n}"
    #expect(try reader.plan(from: Array(moved.utf8)) == SamplePlan.complete)
  }

  /// A change of a document, and what is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let message: String

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(
    "a fault is told with its line, its column and its field",
    arguments: [
      Fault(
        old: "\"sourceWords\": 120", new: "\"sourceWords\": \"120\"",
        message: "line 7, column 20: /accounting/sourceWords: must be a number"),
      Fault(
        old: "\"sourceWords\": 120", new: "\"sourceWords\": 120.5",
        message: "line 7, column 20: /accounting/sourceWords: must be a whole number"),
      Fault(
        old: "\"sourceWords\": 120", new: "\"sourceWords\": 1e300",
        message: "line 7, column 20: /accounting/sourceWords: must be a whole number"),
      Fault(
        old: "\"sourceWords\": 120", new: "\"sourceWords\": 1e400",
        message: "line 7, column 20: /accounting/sourceWords: number out of range"),
      Fault(
        old: "\"sourceWords\": 120", new: "\"planWords\": 120",
        message: "line 7, column 5: /accounting: key \"planWords\" occurs twice"),
      Fault(
        old: "\"sourceWords\": 120", new: "\"words\": 120",
        message: "line 7, column 5: /accounting: a plan document has no field \"words\" here"),
      Fault(
        old: "    \"sourceWords\": 120,\n", new: "",
        message: "line 8, column 4: /accounting: the field \"sourceWords\" is missing"),
      Fault(
        old: "\"schemaVersion\": \"1.0\"", new: "\"schemaVersion\": \"2.0\"",
        message: "/schemaVersion: is \"2.0\", must be \"1.0\""),
      Fault(
        old: "\"severity\": \"info\"", new: "\"severity\": \"fatal\"",
        message:
          "/diagnostics/1/severity: is \"fatal\", must be one of \"info\", \"warning\", \"error\""),
      Fault(
        old: "\"type\": \"table\"", new: "\"type\": \"paragraph\"",
        message:
          "/introduction/0/sections/0/blocks/1: a plan document has no field \"columns\" here"),
      Fault(
        old: "\"scope\": \"enhet\",", new: "",
        message: "/goals/0/goals/0/goals/0/goals/0: the field \"scope\" is missing"),
      Fault(
        old: "\"number\": \"1\",", new: "\"number\": \"1\", \"scope\": \"enhet\",",
        message: "/goals/0: a plan document has no field \"scope\" here"),
    ])
  func faults(fault: Fault) throws {
    let json = complete()
    try #require(json.contains(fault.old))
    let found = error(json.replacing(fault.old, with: fault.new, maxReplacements: 1))
    #expect(found?.description.hasSuffix(fault.message) == true, "\(found?.description ?? "none")")
  }

  @Test(
    "what is no plan is refused",
    arguments: [
      ("", "line 1, column 1: the JSON ends too early"),
      ("[]", "line 1, column 1: must be an object"),
      ("{}", "line 1, column 3: the field \"accounting\" is missing"),
      ("{\"goals\":{}}", "line 1, column 10: /goals: must be an array"),
      ("{\"goals\":[{\"id\":7}]}", "line 1, column 17: /goals/0/id: must be a string"),
      ("{\"cover\":[\"a\",]}", "line 1, column 15: /cover/1: must be a string"),
      ("{\"plan\":", "line 1, column 9: /plan: the JSON ends too early"),
      (
        "{\"a\\nb\":1}", "line 1, column 2: a plan document has no field \"a\\nb\" here"
      ),
    ])
  func noPlan(json: String, message: String) {
    #expect(error(json)?.description == message)
  }

  @Test("something after the document is refused")
  func contentAfter() {
    #expect(error(complete() + "{}")?.reason == .syntax(.contentAfterValue))
  }

  @Test("a text that is not UTF-8 is refused")
  func invalidUTF8() {
    let bytes = Array("{\"cover\":[\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    #expect(throws: PlanReadingError.self) { try reader.plan(from: bytes) }
  }

  @Test("nesting that would exhaust the stack is refused")
  func nesting() {
    let goals = "{\"goals\":[" + String(repeating: "{\"goals\":[", count: 100_000)
    #expect(error(goals)?.reason == .syntax(.nestedTooDeep(limit: 256)))
    let sections = "{\"closing\":[" + String(repeating: "{\"sections\":[", count: 100_000)
    #expect(error(sections)?.reason == .syntax(.nestedTooDeep(limit: 256)))
  }

  @Test("a damaged document is read or refused, and never stops the program", arguments: 0..<8)
  func damaged(seed: Int) {
    var chance = Chance(seed: seed)
    let sound = Array(complete(.compact).utf8)
    let marks = Array("{}[]\",:\\0-e.n\u{0}".utf8) + [0xFF, 0xC3]
    var refused = 0
    for _ in 0..<200 {
      var bytes = sound
      for _ in 0...chance.below(3) {
        let index = chance.below(bytes.count - 1)
        switch chance.below(4) {
        case 0: bytes[index] = marks[chance.below(marks.count)]
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(marks[chance.below(marks.count)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + chance.below(40)))
        }
      }
      do {
        let plan = try reader.plan(from: bytes)
        // What was read must be a plan that is written and read alike.
        let written = JSONPlanExporter(style: .compact).bytes(for: plan)
        #expect((try? reader.plan(from: written)) == plan)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test("every beginning of a document is refused")
  func beginnings() {
    let sound = Array(complete(.compact).dropLast(1).utf8)
    for count in sound.indices {
      #expect(throws: PlanReadingError.self) { try reader.plan(from: Array(sound[..<count])) }
    }
  }
}
