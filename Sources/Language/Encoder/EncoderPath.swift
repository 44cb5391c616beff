import CEncoder

/// The ways the same integer sums are done; all give the same bits.
enum EncoderPath: Hashable, Sendable, CaseIterable {
  case plain, sse2, avx2, vnni

  /// Whether this processor can run it.
  var isAvailable: Bool { tp_can_run(number) != 0 }

  /// The fastest that this processor can run.
  static var best: EncoderPath { allCases.last { $0.isAvailable } ?? .plain }

  /// Its name in the engine.
  var number: tp_path {
    switch self {
    case .plain: TP_PLAIN
    case .sse2: TP_SSE2
    case .avx2: TP_AVX2
    case .vnni: TP_VNNI
    }
  }
}
