import TestSupport
import Testing

extension CommandResult {
  /// Expects this end, and gives the result on, to look at more of it.
  @discardableResult
  func expect(
    _ expected: Exit, sourceLocation: SourceLocation = #_sourceLocation
  ) -> CommandResult {
    #expect(exit == expected, "\(description)", sourceLocation: sourceLocation)
    return self
  }
}

extension PipelineResult {
  /// Expects all the stages to have done all.
  @discardableResult
  func expectSuccess(
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> PipelineResult {
    for stage in stages { stage.expect(.success, sourceLocation: sourceLocation) }
    return self
  }
}
