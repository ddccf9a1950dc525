/// The commands of lessons and lanes, one row each, in the order in which help shows them.
enum LessonCommandCatalog {
  static let all: [Command] = [
    LessonTaskCommand.row, LessonAnswerCommand.row, LessonHintCommand.row, LessonSolveCommand.row,
    LessonAuthorCommand.row,
    LessonNextCommand.next, LessonNextCommand.skip, LessonChooseCommand.lesson,
    LessonChooseCommand.lessons, LessonReviewCommand.review, LessonReviewCommand.ledger,
    LessonDrillCommand.row,
    LessonResetCommand.step, LessonResetCommand.lesson,
    LessonResetCommand.sandbox, LessonResetCommand.progress, LessonAgainCommand.row,
    LanesCommand.compare, LanesCommand.off, LanesCommand.lanes, ExperimentCommands.list,
    ExperimentCommands.attempt,
  ]
}
