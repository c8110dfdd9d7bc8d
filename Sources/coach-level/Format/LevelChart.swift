import CoachJSONL

/// Levels as an SVG document that stands by itself: for each learner and focus a panel with the
/// bands of the scale, the scores as dots and the moving average as a line.
struct LevelChart {
  private static let width = 760
  private static let margin = 24
  private static let heading = 64

  private let levels: [Level]
  private let names: LevelNames

  init(_ levels: [Level], names: LevelNames) {
    self.levels = levels
    self.names = names
  }

  /// The document, without a line feed at its end.
  var document: String {
    let height = Self.heading + max(levels.count, 1) * (LevelPanel.height + Self.margin)
    var children = [
      SVGElement("title", ["id": "title"], text: title),
      SVGElement("desc", ["id": "description"], text: description),
      SVGElement("style", text: Self.style),
      SVGElement("rect", ["class": "page", "width": "100%", "height": "100%"]),
      SVGElement("text", ["class": "title", "x": "\(Self.margin)", "y": "32"], text: title),
      SVGElement("text", ["class": "note", "x": "\(Self.margin)", "y": "52"], text: Self.key),
    ]
    if levels.isEmpty {
      children.append(
        SVGElement("text", ["x": "\(Self.margin)", "y": "96"], text: "There are no scores yet."))
    }
    for (index, level) in levels.enumerated() {
      let top = Self.heading + index * (LevelPanel.height + Self.margin)
      let panel = LevelPanel(
        level, title: heading(of: level), width: Self.width - 2 * Self.margin)
      children.append(
        SVGElement("g", ["transform": "translate(\(Self.margin),\(top))"], panel.elements))
    }
    return SVGElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(Self.width)", "height": "\(height)",
        "viewBox": "0 0 \(Self.width) \(height)", "role": "img",
        "aria-labelledby": "title description",
      ], children
    ).text
  }

  private static let key = "line: moving average · dots: scores from 1 to 10, oldest first"

  private var learners: [String] {
    levels.map(\.userId).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  private var title: String {
    learners.count == 1 ? "Levels of \(names.name(ofUser: learners[0]))" : "Levels"
  }

  private var description: String {
    levels.map { level in
      "\(heading(of: level)): level \(level.level) of 10 (\(level.band.rawValue)), "
        + "\(level.count) scores."
    }.joined(separator: " ")
  }

  private func heading(of level: Level) -> String {
    let focus = names.title(ofFocus: level.focusId)
    return learners.count == 1 ? focus : "\(names.name(ofUser: level.userId)) · \(focus)"
  }

  /// Colours for light, and for dark where the reader's system asks for that.
  private static let style = """
    svg { font: 13px system-ui, sans-serif; }
    text { fill: #24292f; }
    .page { fill: #ffffff; }
    .title { font-size: 18px; font-weight: 600; }
    .focus { font-size: 14px; font-weight: 600; }
    .note, .axis { fill: #57606a; font-size: 12px; }
    .novice { fill: #f5c2a8; fill-opacity: 0.45; }
    .developing { fill: #f2e3a0; fill-opacity: 0.45; }
    .mastery { fill: #b4dfb8; fill-opacity: 0.5; }
    .grid { stroke: #8c959f; stroke-opacity: 0.35; }
    .score { fill: #57606a; fill-opacity: 0.65; }
    .average { fill: none; stroke: #0550ae; stroke-width: 2.5; stroke-linejoin: round; }
    .now { fill: #0550ae; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .page { fill: #161b22; }
      .note, .axis { fill: #9da7b1; }
      .novice { fill: #a2502b; fill-opacity: 0.4; }
      .developing { fill: #8a7420; fill-opacity: 0.4; }
      .mastery { fill: #2f7d3b; fill-opacity: 0.4; }
      .score { fill: #c9d1d9; }
      .average { stroke: #79c0ff; }
      .now { fill: #79c0ff; }
    }
    """
}
