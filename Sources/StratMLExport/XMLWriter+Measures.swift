// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
internal import PlanModel
internal import SourceText

extension XMLWriter {
  /// The expected results, indicators and activities of a goal: all are performance indicators.
  ///
  /// - Parameters:
  ///   - goal: The goal.
  ///   - year: The year of the plan, which its targets are for; or nil.
  ///   - identifiers: The plan's.
  mutating func writeMeasures(of goal: Goal, year: Int?, _ identifiers: StratMLIdentifiers) {
    for result in goal.expectedResults() {
      write(result, identifiers.identifier(of: "result \(result.ordinal) \(goal.id)"))
    }
    for (index, indicator) in goal.indicators.enumerated() {
      let identifier = identifiers.identifier(of: "indicator \(index + 1) \(goal.id)")
      write(indicator, sequence: index + 1, year: year, identifier)
    }
    for (index, activity) in goal.activities.enumerated() {
      let identifier = identifiers.identifier(of: "activity \(index + 1) \(goal.id)")
      write(activity, sequence: index + 1, identifier)
    }
  }

  private mutating func write(_ result: ExpectedResult, _ identifier: String) {
    element("PerformanceIndicator", Self.attributes(.outcome, .qualitative)) { xml in
      xml.text("SequenceIndicator", String(result.ordinal))
      xml.text("MeasurementDimension", result.text)
      xml.text("UnitOfMeasurement", "")
      xml.text("Identifier", identifier)
      var notes = StratMLNotes(at: result.at)
      notes.add("marker", result.marker)
      xml.text("OtherInformation", notes.text)
    }
  }

  private mutating func write(
    _ indicator: Indicator, sequence: Int, year: Int?, _ identifier: String
  ) {
    let targets = [indicator.target, indicator.councilTarget].compactMap { $0 }
    let isMeasured = targets.contains { $0.value != nil }
    element(
      "PerformanceIndicator", Self.attributes(nil, isMeasured ? .quantitative : .qualitative)
    ) { xml in
      xml.text("SequenceIndicator", String(sequence))
      xml.text("MeasurementDimension", indicator.name)
      // One for both targets; the printed cells, with what each counts, are in the descriptions.
      xml.text("UnitOfMeasurement", targets.lazy.compactMap(\.unit).first ?? "")
      xml.text("Identifier", identifier)
      if !targets.isEmpty {
        xml.element("MeasurementInstance") { xml in
          if let target = indicator.target { xml.write(target, as: "target", year: year) }
          if let target = indicator.councilTarget {
            let councilYear = indicator.councilTargetYear ?? year
            xml.write(target, as: "council_target", year: councilYear)
          }
        }
      }
      var notes = StratMLNotes(at: indicator.at)
      notes.add("period", indicator.period)
      notes.add("council_target_year", indicator.councilTargetYear)
      xml.text("OtherInformation", notes.text)
    }
  }

  /// A target: the number, whose it is and what it demands, and the cell as printed.
  private mutating func write(_ target: Target, as name: String, year: Int?) {
    element("TargetResult") { xml in
      xml.writeDates(of: year)
      xml.text("NumberOfUnits", target.value.map(DecimalText.withoutExponent))
      xml.element("Descriptor") { xml in
        xml.text("DescriptorName", name)
        xml.text("DescriptorValue", target.comparator?.rawValue)
      }
      xml.text("Description", target.raw)
    }
  }

  private mutating func write(_ activity: Activity, sequence: Int, _ identifier: String) {
    element("PerformanceIndicator", Self.attributes(.process, .qualitative)) { xml in
      xml.text("SequenceIndicator", String(sequence))
      xml.text("MeasurementDimension", activity.text)
      xml.text("UnitOfMeasurement", "")
      xml.text("Identifier", identifier)
      let start = activity.start.flatMap(Self.day)
      let end = activity.end.flatMap(Self.day)
      if start != nil || end != nil {
        xml.element("MeasurementInstance") { xml in
          xml.element("TargetResult") { xml in
            xml.text("StartDate", start)
            xml.text("EndDate", end)
          }
        }
      }
      var notes = StratMLNotes(at: activity.at)
      // A plan may print a day that there is not, which the elements cannot hold.
      if start == nil { notes.add("start", activity.start) }
      if end == nil { notes.add("end", activity.end) }
      xml.text("OtherInformation", notes.text)
    }
  }

  /// A stage of the standard's value chain, from inputs by processes to outcomes.
  private enum Stage {
    case outcome, process
  }

  private enum Measure {
    case quantitative, qualitative
  }

  private static func attributes(
    _ stage: Stage?, _ measure: Measure
  ) -> [(name: StaticString, value: StaticString)] {
    let type: StaticString =
      switch measure {
      case .quantitative: "Quantitative"
      case .qualitative: "Qualitative"
      }
    let value: StaticString? =
      switch stage {
      case .outcome: "Outcome"
      case .process: "Input_Processing"
      case nil: nil
      }
    let typeAttribute: (name: StaticString, value: StaticString) = (
      "PerformanceIndicatorType", type
    )
    guard let value else { return [typeAttribute] }
    return [("ValueChainStage", value), typeAttribute]
  }
}

extension StratMLNotes {
  /// Notes that begin with the place of something in the source.
  fileprivate init(at position: SourcePosition) {
    self.init()
    add("page", position.page)
    add("line", position.line)
  }
}
