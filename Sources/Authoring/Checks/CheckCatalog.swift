/// Every check there is: the table of contents for the folders beside this file.
public struct CheckCatalog: Sendable {
  let scenarioChecks: [any ScenarioCheck.Type]
  let rubricChecks: [any RubricCheck.Type]
  let playedChecks: [any PlayedCheck.Type]
  /// The page of every check, by number.
  public let pages: [CheckPage]

  /// The checks of this version.
  public static let standard = CheckCatalog(
    scenarioChecks: [
      UnknownBeat.self, DuplicateName.self, UnknownMove.self, UnknownFact.self, UnknownAction.self,
      UndeclaredChannel.self, UnknownArticle.self, UnusedName.self, UnreadFact.self, UnsetFact.self,
      LookalikeNames.self, UnknownPlaceholder.self, EmptyPlaceholder.self, HiddenPackItem.self,
      RenamedWithoutWas.self, ReservedAction.self, OddName.self, IdleTest.self,
      UnreachableBeat.self, DeadEnd.self, UnreachableEnding.self, NoSuccess.self, TwoDestinations.self,
      SharedExample.self, NearlySharedExample.self, FewExamples.self, MisheardExample.self,
      MisheardGuidedLine.self, BlockedExample.self, EmptyExample.self, NamedExample.self, OneWordMove.self,
      UnheardNegation.self, ConfusedMoves.self, TellingMenu.self, BadPattern.self, MisjudgedAnswer.self,
      WrongWeights.self, UnearnableCriterion.self, UnavoidablePoints.self, PointsForNothing.self,
      UnreachablePassMark.self, ScoreAgainstEnding.self, IdleCriticalRule.self, UncountedCriterion.self,
      TwinCriteria.self, UnpractisedSkill.self, CriticalWithoutReason.self, SatisfactionAgainstEnding.self,
      UnknownDimension.self, ScoreByVariant.self,
    ],
    rubricChecks: [
      WrongWeights.self, UncountedCriterion.self, TwinCriteria.self, UnpractisedSkill.self,
      CriticalWithoutReason.self, UnknownDimension.self, UnknownColumn.self, UnknownAutoFail.self,
      EmptyDimension.self, UnmeasuredKind.self, OddName.self,
    ],
    playedChecks: [UnrecognisedReplies.self, PastedExamples.self],
    otherPages: ReadingChecks.pages + [UnknownPack.page])

  init(
    scenarioChecks: [any ScenarioCheck.Type], rubricChecks: [any RubricCheck.Type],
    playedChecks: [any PlayedCheck.Type], otherPages: [CheckPage]
  ) {
    self.scenarioChecks = scenarioChecks
    self.rubricChecks = rubricChecks
    self.playedChecks = playedChecks
    let checked =
      scenarioChecks.map { $0.page } + rubricChecks.map { $0.page } + playedChecks.map { $0.page }
    pages = Set(checked + otherPages).sorted { $0.number < $1.number }
  }

  /// The page with this number or name, such as `S201` or `unknown-beat`.
  public func page(_ word: String) -> CheckPage? {
    pages.first { $0.number == word.uppercased() || $0.name == word.lowercased() }
  }
}
