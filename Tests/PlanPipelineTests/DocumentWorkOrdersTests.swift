// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import ProcessIsolation
import Testing

@testable import PlanPipeline

struct DocumentWorkOrdersTests {
  @Test("orders come back as they were")
  func roundTrip() throws {
    for flags in 0..<8 {
      for csv in [nil] + CSVDialectChoice.allCases.map(Optional.some) {
        for redactions in [nil] + CSVDialect.allCases.map(Optional.some) {
          let orders = DocumentWorkOrders(
            redacts: flags & 1 > 0,
            tables: TableSet(csv: csv, hasJSONLines: flags & 2 > 0, redactionsDialect: redactions),
            writesJSON: flags & 4 > 0)
          #expect(try DocumentWorkOrders(orders.bytes[...]) == orders)
        }
      }
    }
  }

  @Test("orders that are cut short are refused")
  func length() {
    let bytes = DocumentWorkOrders(redacts: true, tables: TableSet(csv: .both), writesJSON: true)
      .bytes
    for count in bytes.indices {
      #expect(throws: MalformedFields.self) { try DocumentWorkOrders(bytes.prefix(count)) }
    }
  }
}
