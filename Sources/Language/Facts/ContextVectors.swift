/// What every piece of a text means in its place, by the transformer's last layer.
struct ContextVectors: Sendable {
  private let pieces: [TokenVector]

  init(_ pieces: [TokenVector]) { self.pieces = pieces }

  /// The direction of the whole text; empty for a text without pieces.
  var vector: [Float] { Self.direction(pieces[...]) }

  /// The direction of what stands in a stretch of the text; empty when nothing was read of it.
  func vector(at range: TextRange) -> [Float] {
    var first = 0
    var last = pieces.count
    while first < last {
      let middle = (first + last) / 2
      if pieces[middle].token.range.upperBound <= range.utf8.lowerBound {
        first = middle + 1
      } else {
        last = middle
      }
    }
    let end = pieces[first...].firstIndex { $0.token.range.lowerBound >= range.utf8.upperBound }
    return Self.direction(pieces[first..<(end ?? pieces.count)])
  }

  private static func direction(_ some: ArraySlice<TokenVector>) -> [Float] {
    guard var sum = some.first?.values else { return [] }
    for piece in some.dropFirst() {
      let count = min(sum.count, piece.values.count)
      sum.withUnsafeMutableBufferPointer { sum in
        piece.values.withUnsafeBufferPointer { values in
          for index in 0..<count { sum[index] += values[index] }
        }
      }
    }
    let length = VectorProduct.dot(sum, sum).squareRoot()
    return length > 0 ? sum.map { Float(Double($0) / length) } : sum
  }
}

/// Reads a text through the transformer once, or a sentence at a time when it is too long for that.
struct ContextReader {
  private let transformer: TransformerEncoder

  init(_ transformer: TransformerEncoder) { self.transformer = transformer }

  func read(_ reply: Reply) -> ContextVectors {
    guard transformer.pieces(of: reply.text).isCut else {
      return ContextVectors(transformer.tokenVectors(of: reply.text))
    }
    return ContextVectors(reply.sentences.prefix(FactText.mostPassages).flatMap { read($0.range, reply) })
  }

  private func read(_ range: TextRange, _ reply: Reply) -> [TokenVector] {
    let start = range.utf8.lowerBound
    return transformer.tokenVectors(of: reply.text[range]).map { piece in
      let place = piece.token.range
      let token = WordPieceToken(
        id: piece.token.id, range: (place.lowerBound + start)..<(place.upperBound + start))
      return TokenVector(token: token, values: piece.values)
    }
  }
}
