/// The candidate that a misspelt name most likely means; nothing when none is near.
///
/// Near means few slips for its length: one up to five letters, two up to eight, three beyond. A slip is a
/// letter too many, missing, wrong, or two neighbours swapped. Names past 64 letters are not compared.
public func closest(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = comparable(name)
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (candidate: String, slips: Int)?
  for candidate in candidates where candidate != name {
    let limit = min(allowedSlips(wanted.count), (best?.slips ?? 4) - 1)
    guard limit >= 0, let slips = slips(from: wanted, to: comparable(candidate), limit: limit) else {
      continue
    }
    best = (candidate, slips)
    if slips == 0 { break }
  }
  return best?.candidate
}

private func allowedSlips(_ length: Int) -> Int {
  switch length {
  case ...5: 1
  case 6...8: 2
  default: 3
  }
}

/// Lower case, and `-`, `_` and a blank alike: those are mixed up most.
private func comparable(_ name: String) -> [Unicode.Scalar] {
  guard name.utf8.count <= 256 else { return [] }
  return name.lowercased().unicodeScalars.map { $0 == "-" || $0 == " " ? "_" : $0 }
}

/// The slips between two names (optimal string alignment), or nothing beyond `limit`.
///
/// Only a band of `limit` cells beside the diagonal can hold an answer, so no more is computed.
private func slips(from left: [Unicode.Scalar], to right: [Unicode.Scalar], limit: Int) -> Int? {
  guard !right.isEmpty, abs(left.count - right.count) <= limit else { return nil }
  let far = limit + 1
  var beforeLast = [Int](repeating: far, count: right.count + 1)
  var last = (0...right.count).map { min($0, far) }
  for row in 1...left.count {
    var current = [Int](repeating: far, count: right.count + 1)
    current[0] = min(row, far)
    let low = max(1, row - limit)
    let high = min(right.count, row + limit)
    guard low <= high else { return nil }
    for column in low...high {
      let isSame = left[row - 1] == right[column - 1]
      var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current[column] = min(cost, far)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count] <= limit ? last[right.count] : nil
}
