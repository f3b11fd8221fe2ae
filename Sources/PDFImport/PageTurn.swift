// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib

/// Which way most of a page's text runs, seen by a reader who does not turn the page.
///
/// A wide table may be set sideways on an upright page, and a sheet scanned upside down: the file
/// says of neither that the page is turned.
enum PageTurn {
  case upright, upwards, downwards, upsideDown

  /// Tells it by where each character stands from the one before it; linear in their number.
  init(of places: UnsafeBufferPointer<PopplerRectangle>) {
    var (upright, upwards, downwards, upsideDown) = (0, 0, 0, 0)
    for index in places.indices.dropFirst() {
      let (last, next) = (places[index - 1], places[index])
      if last.y1 == next.y1, last.y2 == next.y2 {
        if next.x1 >= last.x1 { upright += 1 } else { upsideDown += 1 }
      } else if last.x1 == next.x1, last.x2 == next.x2 {
        if next.y1 < last.y1 { upwards += 1 } else { downwards += 1 }
      }
    }
    let most = max(upright, upwards, downwards, upsideDown)
    self =
      switch most {
      case upright: .upright
      case upwards: .upwards
      case downwards: .downwards
      default: .upsideDown
      }
  }

  /// Whether the page is wide where it was high.
  var swapsSides: Bool { self == .upwards || self == .downwards }

  /// Where a character stands on the page when it is turned so that its text can be read.
  ///
  /// - Parameters:
  ///   - place: Where it stands on the page as it is.
  ///   - width: The width of the page as it is, in points.
  ///   - height: Its height.
  /// - Returns: The place, in points from the top left of the turned page.
  func place(
    _ place: PopplerRectangle, width: Double, height: Double
  ) -> PopplerRectangle {
    switch self {
    case .upright: place
    case .upwards:
      PopplerRectangle(x1: height - place.y2, y1: place.x1, x2: height - place.y1, y2: place.x2)
    case .downwards:
      PopplerRectangle(x1: place.y1, y1: width - place.x2, x2: place.y2, y2: width - place.x1)
    case .upsideDown:
      PopplerRectangle(
        x1: width - place.x2, y1: height - place.y2, x2: width - place.x1, y2: height - place.y1)
    }
  }
}
