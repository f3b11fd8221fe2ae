// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import PlanModel
import SchemaValidation
import TestSupport
import Testing

struct PlanSchemaTests {
  private func violations(
    _ plan: PlanDocument, replacing old: String = "", with new: String = ""
  ) throws -> [String] {
    let bytes = JSONPlanExporter(style: .compact).bytes(for: plan)
    var json = String(decoding: bytes, as: UTF8.self)
    if !old.isEmpty {
      let range = try #require(json.firstRange(of: old))
      json.replaceSubrange(range, with: new)
    }
    return try SchemaValidator.plan().violations(in: Array(json.utf8)).map(\.description)
  }

  @Test("what the exporter writes is valid")
  func exportedPlansAreValid() throws {
    #expect(try violations(SamplePlan.complete) == [])
    #expect(try violations(SamplePlan.empty) == [])
  }

  @Test(
    "one wrong value gives one violation at its place",
    arguments: [
      (
        #""schemaVersion":"1.0""#, #""schemaVersion":"2""#,
        #"/schemaVersion is "2", must be "1.0""#
      ),
      (
        #""severity":"warning""#, #""severity":"bad""#,
        #"/diagnostics/0/severity is "bad", must be one of "info", "warning", "error""#
      ),
      (#""byteCount":48213"#, #""byteCount":-1"#, "/source/byteCount is -1, below 0"),
      (
        #""byteCount":48213"#, #""byteCount":1.5"#,
        "/source/byteCount is the number 1.5, must be an integer"
      ),
      (
        #""byteCount":48213"#, #""byteCount":1e19"#,
        "/source/byteCount is the number 1e+19, which 64 bits do not hold, must be an integer"
      ),
      (
        #""date":"2026-11-02""#, #""date":"2 november""#,
        #"/plan/date is "2 november", must match "#
          + "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
      ),
      (
        #""date":"2026-11-02""#, #""date":"2026-11-02\n""#,
        #"/plan/date is "2026-11-02\n", must match "#
          + "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
      ),
      (#""scope":"enhet","#, "", #"/goals/0/goals/0/goals/0/goals/0 lacks "scope""#),
      (#""number":"1","#, #""number":"1","scope":"enhet","#, "/goals/0/scope is not allowed here"),
      (
        #""marker":"-","#, "",
        #"/goals/0/goals/0/goals/0/goals/0/sections/0/blocks/0 lacks "marker""#
      ),
      (
        #""type":"table""#, #""type":"list""#,
        "/introduction/0/sections/0/blocks/1 fits none of the 3 forms allowed here"
      ),
      (
        #""raw":"Max 10 personer""#, #""raw":"""#,
        "/goals/0/goals/0/indicators/0/councilTarget/raw has 0 characters, must have at least 1"
      ),
      (#""depth":1,"#, "", #"/introduction/0 lacks "depth""#),
      (#""year":2027"#, #""year":2027,"tag/a~b":1"#, "/plan/tag~1a~0b is not allowed here"),
    ])
  func wrongValues(old: String, new: String, violation: String) throws {
    #expect(try violations(SamplePlan.complete, replacing: old, with: new) == [violation])
  }
}
