// SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import PlanExport
import PlanModel
import TestSupport
import Testing

struct JSONPlanExporterTests {
  @Test("the document reads back as the same plan", arguments: JSONStyle.allCases)
  func roundTrip(style: JSONStyle) throws {
    for plan in [SamplePlan.complete, SamplePlan.empty] {
      let bytes = JSONPlanExporter(style: style).bytes(for: plan)
      let decoded = try JSONDecoder().decode(PlanDocument.self, from: Data(bytes))
      #expect(decoded == plan)
    }
  }

  @Test("the same plan gives the same bytes, ended by one line feed", arguments: JSONStyle.allCases)
  func stableBytes(style: JSONStyle) {
    let exporter = JSONPlanExporter(style: style)
    let bytes = exporter.bytes(for: SamplePlan.complete)
    #expect(bytes == exporter.bytes(for: SamplePlan.complete))
    #expect(bytes.suffix(2) == [UInt8(ascii: "}"), UInt8(ascii: "\n")])
  }

  @Test("a compact document is one line")
  func compactIsOneLine() {
    let bytes = JSONPlanExporter(style: .compact).bytes(for: SamplePlan.complete)
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1)
  }

  @Test("scope stands on unit goals only, depth on headings only")
  func optionalKeys() {
    let bytes = JSONPlanExporter(style: .compact).bytes(for: SamplePlan.complete)
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(json.components(of: #""scope":"#) == 2)
    #expect(json.components(of: #""depth":"#) == 2)
    #expect(json.components(of: #""marker":"#) == 6)
  }

  @Test("every field of an empty plan is there, nil as null")
  func emptyPlan() {
    let bytes = JSONPlanExporter(style: .compact).bytes(for: SamplePlan.empty)
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(
      json == #"{"accounting":{"contentsWords":0,"coverWords":0,"furnitureWords":0,"planWords":0,"#
        + #""sourceWords":0,"unaccountedWords":0},"closing":[],"contents":[],"#
        + #""contentsHeading":null,"cover":[],"diagnostics":[],"furniture":[],"#
        + #""generator":{"name":"rodtrad","version":"0.0.0"},"goals":[],"introduction":[],"#
        + #""plan":{"committee":null,"date":null,"diaryNumber":null,"documentType":null,"#
        + #""municipality":null,"title":null,"unit":null,"year":null},"schemaVersion":"1.0","#
        + #""source":{"byteCount":0,"fileName":"tom.txt","mediaType":"text/plain","metadata":"#
        + #"{"creationDate":null,"creator":null,"producer":null,"title":null},"pageCount":1,"#
        + #""sha256":"0000000000000000000000000000000000000000000000000000000000000000"}}"#
        + "\n")
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    ranges(of: text).count
  }
}
