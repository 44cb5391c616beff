/// Makes names for sessions: no name of a person, nothing that could be a path, short enough to type.
public enum SessionName {
  /// Eleven letters and digits, drawn from `random`: about 55 bits, so that two never meet in one store.
  ///
  /// Letters that are easily mistaken for digits are left out.
  public static func make(using random: inout some RandomNumberGenerator) -> String {
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
    return String((0..<11).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
  }
}
