import CoachJSONL

/// The part of a chart that shows one level.
struct LevelPanel {
  /// How high a panel is, in units of the document.
  static let height = 232
  private static let left = 92.0
  private static let top = 32.0
  private static let bottom = 36.0
  /// The lowest and the highest value of each band (plan §2).
  private static let bands: [(band: Level.Band, low: Double, high: Double)] = [
    (.novice, 1, 4), (.developing, 4, 8), (.mastery, 8, 10),
  ]

  private let level: Level
  private let title: String
  private let width: Double

  init(_ level: Level, title: String, width: Int) {
    self.level = level
    self.title = title
    self.width = Double(width)
  }

  /// The elements of the panel, whose upper left corner is at 0, 0.
  var elements: [SVGElement] { heading + scale + course + times }

  private var heading: [SVGElement] {
    let now = "level \(level.level) · \(level.band.rawValue) · \(SVGElement.number(level.ema))"
    return [
      SVGElement("text", ["class": "focus", "x": "0", "y": "18"], text: title),
      SVGElement(
        "text", ["x": SVGElement.number(width), "y": "18", "text-anchor": "end"], text: now),
    ]
  }

  /// The bands with their names, and a line and a number for every second score.
  private var scale: [SVGElement] {
    let bands = Self.bands.flatMap { band, low, high in
      [
        SVGElement(
          "rect",
          [
            "class": band.rawValue, "x": number(Self.left), "y": number(y(high)),
            "width": number(width - Self.left), "height": number(y(low) - y(high)),
          ]),
        SVGElement(
          "text",
          ["class": "note", "x": "0", "y": number((y(low) + y(high)) / 2 + 4)],
          text: band.rawValue),
      ]
    }
    let lines = [1.0, 2, 4, 6, 8, 10].flatMap { value in
      [
        SVGElement(
          "line",
          [
            "class": "grid", "x1": number(Self.left), "x2": number(width), "y1": number(y(value)),
            "y2": number(y(value)),
          ]),
        SVGElement(
          "text",
          [
            "class": "axis", "x": number(Self.left - 6), "y": number(y(value) + 4),
            "text-anchor": "end",
          ], text: number(value)),
      ]
    }
    return bands + lines
  }

  private var course: [SVGElement] {
    let averages = level.course
    let points = averages.enumerated().map { "\(number(x($0))),\(number(y($1)))" }
    let dots = level.window.enumerated().map { index, score in
      SVGElement(
        "circle",
        ["class": "score", "cx": number(x(index)), "cy": number(y(score.score)), "r": "3"],
        [
          SVGElement(
            "title",
            text: "\(CivilTime(milliseconds: score.createdAt).day): \(number(score.score))")
        ])
    }
    let now = SVGElement(
      "circle",
      [
        "class": "now", "cx": number(x(averages.count - 1)), "cy": number(y(level.ema)), "r": "5",
      ])
    return dots + [
      SVGElement("polyline", ["class": "average", "points": points.joined(separator: " ")]), now,
    ]
  }

  /// The days of the first and the last score, below them.
  private var times: [SVGElement] {
    guard let first = level.window.first, let last = level.window.last else { return [] }
    let noun = level.count == 1 ? "score" : "scores"
    let count = "\(level.count) \(noun), α = \(number(level.alpha))"
    let y = number(Double(Self.height) - 12)
    let ends = [(first, Self.left, "start"), (last, width, "end")]
    let days = ends.suffix(level.count > 1 ? 2 : 1).map { score, x, anchor in
      SVGElement(
        "text", ["class": "axis", "x": number(x), "y": y, "text-anchor": anchor],
        text: CivilTime(milliseconds: score.createdAt).day)
    }
    return days + [
      SVGElement(
        "text",
        [
          "class": "axis", "x": number((Self.left + width) / 2), "y": y, "text-anchor": "middle",
        ], text: count)
    ]
  }

  /// Scores stand side by side at equal distances: what moves a level is practice, not the calendar.
  private func x(_ index: Int) -> Double {
    let room = width - Self.left - 24
    guard level.count > 1 else { return Self.left + 12 + room }
    return Self.left + 12 + room * Double(index) / Double(level.count - 1)
  }

  private func y(_ value: Double) -> Double {
    let room = Double(Self.height) - Self.top - Self.bottom
    return Self.top + room * (10 - value) / 9
  }

  private func number(_ value: Double) -> String { SVGElement.number(value) }
}
