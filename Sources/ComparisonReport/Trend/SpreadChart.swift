// SPDX-License-Identifier: GPL-2.0-or-later

/// How far the own targets of several units lie apart, year by year.
struct SpreadChart: Sendable {
  let spreads: [SharedIndicator.Spread]
  let unitOfMeasure: String?
  let scale: ChartScale

  /// nil where fewer than two years can be drawn.
  init?(_ indicator: SharedIndicator) {
    let spreads = indicator.spreads.filter { spread in
      [spread.least, spread.greatest].allSatisfy(ChartScale.canShow)
    }
    guard let first = spreads.first?.year, let last = spreads.last?.year, last > first,
      ChartScale.canShow(from: first, to: last)
    else { return nil }
    self.spreads = spreads
    unitOfMeasure = indicator.unitOfMeasure
    let values = spreads.flatMap {
      [
        $0.least, $0.greatest,
        $0.councilValue.flatMap { ChartScale.canShow($0) ? $0 : nil } ?? $0.least,
      ]
    }
    scale = ChartScale(years: first...last, values: (values.min() ?? 0)...(values.max() ?? 0))
  }
}
