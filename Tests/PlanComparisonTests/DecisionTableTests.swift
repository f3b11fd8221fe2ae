// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import Testing

struct DecisionTableTests {
  private func decisions(_ text: String) throws -> [AlignmentDecision] {
    try DecisionTable.decisions(from: Array(text.utf8))
  }

  @Test("columns are found by name, in both dialects of CSV")
  func read() throws {
    let comma = "old_id,level,decision,new_id\r\n1/1.4,area,same,\"2/2.1\"\r\n\r\n"
    let expected = AlignmentDecision(level: .area, oldID: "1/1.4", newID: "2/2.1", isSame: true)
    #expect(try decisions(comma) == [expected])
    let semicolon = "\u{FEFF}level;old_id;new_id;decision;old_file\nUnit;1;2;different;a.pdf"
    #expect(
      try decisions(semicolon) == [
        AlignmentDecision(
          level: .unit, oldID: "1", newID: "2", isSame: false, oldFileName: "a.pdf")
      ])
  }

  @Test(
    "a fault is told with its line",
    arguments: [
      ("", 1, "the file is empty"),
      ("level,old_id,new_id\n", 1, "the column “decision” is missing"),
      (
        "level,old_id,new_id,decision\nunit,1,1,same\nnämnd,1,1,same", 3,
        "“nämnd” is no level; use direction, area, committee or unit"
      ),
      (
        "level,old_id,new_id,decision\nunit,1,1,maybe", 2,
        "“maybe” is no decision; use same or different"
      ),
      ("level,old_id,new_id,decision\nunit,,1,same", 2, "a goal's id is missing"),
      (
        "level,old_id,new_id,decision\nunit,\"1,1,same", 2,
        "a quotation mark is opened and never closed"
      ),
    ])
  func faults(text: String, line: Int, fact: String) throws {
    let error = #expect(throws: DecisionTableError.self) { try decisions(text) }
    #expect(error?.lineNumber == line)
    #expect(error?.fact == fact)
  }
}
