import Authoring
import Language

extension Workplace {
  /// What the checks of recognition hear with: the fast tier, the background and the fact reader of the program's data.
  ///
  /// Some time is spent here on opening files, so do it once for a whole library.
  ///
  /// - Throws: when the fast tier's files or the background cannot be used; checks then go on without ears.
  public func recognition() throws(Unusable) -> Recognition {
    let encoders = EncoderSet(folder: share.scoring + "/model")
    guard let fast = encoders.fast else {
      throw Unusable(description: encoders.notices.first ?? "'\(share.scoring)/model' holds no fast tier")
    }
    let lines = try text("background/agent-talk.txt").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Recognition(
      encoder: fast, background: Background(lines.map(String.init)), facts: try facts(encoders))
  }

  private func facts(_ encoders: EncoderSet) throws(Unusable) -> FactReader {
    let weights = try text("facts/facts.weights")
    let opposites = try text("facts/antonyms.txt")
    do throws(FactModelTrouble) {
      return FactReader(encoders, model: try FactModel(weights: weights, opposites: opposites), tier: .fast)
    } catch {
      throw Unusable(description: "'\(share.scoring)/facts/facts.weights' cannot be used: \(error)")
    }
  }

  private func text(_ name: String) throws(Unusable) -> String {
    do throws(FileTrouble) {
      return String(decoding: try files.read(share.scoring + "/" + name, limit: 1 << 22), as: UTF8.self)
    } catch {
      throw Unusable(description: "\(error)")
    }
  }
}
