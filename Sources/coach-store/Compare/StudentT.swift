#if canImport(Glibc)
  import Glibc
#endif

/// Student's t distribution.
enum StudentT {
  /// The quantiles at 0.975 for 1 to 30 degrees of freedom.
  private static let table = [
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788,
    2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639,
    2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
  ]
  private static let normal = 1.959_964

  /// The quantile at 0.975: the mean of n values ± this many standard errors, with n − 1 degrees
  /// of freedom, is the interval of 95 % confidence.
  ///
  /// Beyond the table, the first terms of the Cornish–Fisher expansion (Abramowitz and Stegun,
  /// 26.7.5), right to four digits there.
  static func quantile975(degreesOfFreedom: Int) -> Double {
    if (1...table.count).contains(degreesOfFreedom) { return table[degreesOfFreedom - 1] }
    let (z, v) = (normal, Double(degreesOfFreedom))
    return z + (pow(z, 3) + z) / (4 * v)
      + (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / (96 * v * v)
  }
}
