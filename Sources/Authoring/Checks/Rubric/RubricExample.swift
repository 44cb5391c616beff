/// The start that the examples of the checks over rubric files share.
enum RubricExample {
  /// A whole rubric file around a few lines.
  static func file(_ lines: String) -> String {
    """
    format: service-rubric 1
    id: house
    title: House
    skills: {empathy: Shows that the trouble is understood.}

    """ + lines + "\n"
  }
}
