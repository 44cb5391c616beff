import Domain
import Scoring

extension Scorecard {
  /// `91.5 %, passed`, and no number for what was not judged.
  var shownResult: String {
    result == .notEnglish ? result.rawValue : "\(quality.percent), \(result.rawValue)"
  }
}
