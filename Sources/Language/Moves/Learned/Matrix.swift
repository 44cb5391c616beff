/// Numbers in rows of one width.
struct Matrix: Hashable, Sendable {
  let rows: Int
  let width: Int
  var values: [Float]

  init(rows: Int, width: Int) {
    self.rows = rows
    self.width = width
    values = [Float](repeating: 0, count: rows * width)
  }

  /// Rows as given; each is cut or filled with zeros to the width.
  init(_ lists: [[Float]], width: Int) {
    self.init(rows: lists.count, width: width)
    for (row, list) in lists.enumerated() {
      for column in 0..<min(width, list.count) { values[row * width + column] = list[column] }
    }
  }

  subscript(row: Int, column: Int) -> Float {
    get { values[row * width + column] }
    set { values[row * width + column] = newValue }
  }

  /// One row as a list.
  func row(_ index: Int) -> [Float] { Array(values[index * width..<(index + 1) * width]) }

  var transposed: Matrix {
    var result = Matrix(rows: width, width: rows)
    for row in 0..<rows {
      for column in 0..<width { result.values[column * rows + row] = values[row * width + column] }
    }
    return result
  }

  /// The product of every row with a vector of the same width.
  func times(_ vector: [Float]) -> [Float] {
    guard vector.count == width else { return [Float](repeating: 0, count: rows) }
    return values.withUnsafeBufferPointer { all in
      vector.withUnsafeBufferPointer { given in
        guard let start = all.baseAddress, let other = given.baseAddress else {
          return [Float](repeating: 0, count: rows)
        }
        return (0..<rows).map { Numbers.dot(start + $0 * width, other, width) }
      }
    }
  }

  /// The products of all rows with each other, those of a row with the rows up to it: the lower half of a square.
  var rowProducts: Matrix {
    var result = Matrix(rows: rows, width: rows)
    values.withUnsafeBufferPointer { all in
      guard let start = all.baseAddress else { return }
      for row in 0..<rows {
        for other in 0...row {
          result.values[row * rows + other] = Numbers.dot(start + row * width, start + other * width, width)
        }
      }
    }
    return result
  }
}

/// A symmetric matrix with positive eigenvalues, taken apart into a lower triangle and its mirror.
struct Cholesky: Sendable {
  private var triangle: Matrix

  /// Takes the lower half of `matrix`. What rounding makes too small is held at a tiny positive number.
  init(_ matrix: Matrix) {
    triangle = matrix
    let size = matrix.rows
    triangle.values.withUnsafeMutableBufferPointer { all in
      guard let start = all.baseAddress else { return }
      for row in 0..<size {
        let mine = start + row * size
        for column in 0...row {
          let rest = mine[column] - Numbers.dot(mine, start + column * size, column)
          mine[column] =
            column == row ? max(rest, 1e-6).squareRoot() : rest / start[column * size + column]
        }
      }
    }
  }

  /// Solves for one right-hand side.
  func solution(_ right: [Float]) -> [Float] {
    var result = halfway(right, from: 0)
    let size = triangle.rows
    triangle.values.withUnsafeBufferPointer { all in
      for row in stride(from: size - 1, through: 0, by: -1) {
        result[row] /= all[row * size + row]
        let value = result[row]
        for column in 0..<row { result[column] -= value * all[row * size + column] }
      }
    }
    return result
  }

  /// The lower triangle's own solution; all before `first` must be zero.
  func halfway(_ right: [Float], from first: Int) -> [Float] {
    var result = right
    let size = triangle.rows
    guard right.count == size else { return [Float](repeating: 0, count: size) }
    triangle.values.withUnsafeBufferPointer { all in
      result.withUnsafeMutableBufferPointer { solved in
        guard let start = all.baseAddress, let x = solved.baseAddress else { return }
        for row in first..<max(first, size) {
          let known = Numbers.dot(start + row * size + first, UnsafePointer(x) + first, row - first)
          x[row] = (x[row] - known) / start[row * size + row]
        }
      }
    }
    return result
  }

  /// The diagonal of the inverse.
  func inverseDiagonal() -> [Float] {
    (0..<triangle.rows).map { index in
      var unit = [Float](repeating: 0, count: triangle.rows)
      unit[index] = 1
      let column = halfway(unit, from: index)
      return Numbers.dot(column, column)
    }
  }
}
