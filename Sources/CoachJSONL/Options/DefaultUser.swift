extension Environment {
  /// Whose turns those are that do not say: `COACH_USER`, nil where it is unset (contract §2).
  ///
  /// - Throws: `StageFailure` (78) where it cannot be an id.
  public func defaultUserId() throws(StageFailure) -> String? {
    guard let userId = self["COACH_USER"] else { return nil }
    guard RecordID.isValid(userId) else {
      throw StageFailure(.configuration, "COACH_USER must be 1–128 printable characters")
    }
    return userId
  }
}
