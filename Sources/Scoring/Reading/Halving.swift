extension Array {
  /// How many elements lead the rest, found by halving: all for which this holds must stand in front.
  func lead(where leads: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if leads(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
