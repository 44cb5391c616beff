import Domain
import Scoring
import Testing

@Suite struct `Agreement of several coaches` {
  // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units.
  @Test func `by alpha is the worked example's`() throws {
    let units = [
      [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
      [1, 1, 2, 1], [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
    ]
    let alpha = OrdinalAlpha(units)
    #expect(alpha.pairable == 40)
    #expect(((try #require(alpha.value)) * 1_000).rounded() == 815)
  }

  @Test func `by alpha is 1 for one mind, and nothing for nobody`() {
    #expect(OrdinalAlpha([[1, 1], [3, 3, 3]]).value == 1)
    #expect(OrdinalAlpha([[2, 2], [2, 2]]).value == 1)
    #expect(OrdinalAlpha([[1], [2], []]).value == nil)
    #expect(OrdinalAlpha([]).value == nil)
  }

  // By hand: squares seen 1; by the margins missed 2:1, partly 0:1, met 2:2 expected (2*1*1 + 2*2*4 + 2*1*4 + 2*1*1) / 4.
  @Test func `by quadratic kappa weighs the square of the steps`() {
    let agreement = Agreement([(.missed, .missed), (.missed, .partly), (.met, .met), (.met, .met)])
    #expect(agreement.quadraticKappa == 1 - 1 / (Double(2 * 1 + 2 * 8 + 2 * 4 + 2 * 1) / 4))
    #expect(Agreement([]).quadraticKappa == nil)
  }

  private func marks(_ lines: [String: [String: [Verdict]]]) -> [Calibration.BlindMark] {
    lines.sorted { $0.key < $1.key }.flatMap { coach, criteria in
      criteria.sorted { $0.key < $1.key }.flatMap { criterion, verdicts in
        verdicts.enumerated().map { place, verdict in
          Calibration.BlindMark(session: "s\(place)", coach: coach, criterion: criterion, verdict: verdict)
        }
      }
    }
  }

  @Test func `names the strict and the lenient, and not on few marks`() {
    let calibration = Calibration(
      marks([
        "Ann": ["calm": [.met, .met, .partly, .met, .met]],
        "Bo": ["calm": [.partly, .missed, .missed, .met, .partly]],
        "Cy": ["calm": [.met]],
      ]))
    #expect(calibration.coaches.map(\.coach) == ["Ann", "Bo", "Cy"])
    #expect(calibration.coaches.map(\.words) == ["lenient", "strict", "too few to tell"])
    // Ann against the mean of Bo and Cy in s0, against Bo elsewhere: 0.5, 2, 1, 0, 1.
    #expect(calibration.coaches[0].bias == 90)
  }

  @Test func `agrees on anchors only where all who marked it agree`() {
    let calibration = Calibration(
      marks(["Ann": ["calm": [.met, .missed, .met]], "Bo": ["calm": [.met, .partly]]]))
    #expect(
      calibration.anchors.map { [$0.session, $0.criterion] + $0.coaches } == [["s0", "calm", "Ann", "Bo"]])
    #expect(calibration.anchors.map(\.verdict) == [.met])
    #expect(calibration.criteria.map(\.sessions) == [2])
    #expect(calibration.criteria.map(\.pairs) == [2])
    #expect(calibration.criteria.map(\.same) == [1])
  }

  @Test func `takes a coach's last word`() {
    let twice = ["Ann", "Ann", "Bo"].enumerated().map { place, coach in
      Calibration.BlindMark(
        session: "s", coach: coach, criterion: "calm", verdict: place == 0 ? .missed : .met)
    }
    #expect(Calibration(twice).anchors.map(\.verdict) == [.met])
    #expect(Calibration([]).criteria.isEmpty)
  }
}
