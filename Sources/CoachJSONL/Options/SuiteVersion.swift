/// The suite's version; all tools have the same.
public enum SuiteVersion {
  public static let current = "0.1.0"
}
