namespace MicroWins.Conversations;

/// <summary>Everything that the bot says; the sentences are in Replies.resx under the same names.</summary>
public enum Reply
{
    Welcome, WelcomeBack, Help, HelpPlanner, HelpModel, Privacy, PrivacyModel, PrivacyPlanner,
    AskGoal, AskMore, AskWhy, Cancelled, NothingToCancel,
    PlannerInsteadOfModel, Step, StepFacts, StepFactsTimes, UnderAMinute, AboutMinutes, AlreadyPlanned,
    AskStuck, StuckTooBig, StuckUnclear, StuckUnclearStep, StuckDull, StuckAfraid, StuckTired, StuckBlocked, StuckBlockedStep,
    AskEdit, Edited, EditedSmaller, AskAdd, Added, AddedSmaller,
    AskLanguage, LanguageSet,
    Go, Smaller, Floor, SkippedStep,
    KeptFirst, Kept, KeptBonus, MarkIt, GoalReached, AlreadyKept, BitMoreStep, BitMoreFacts,
    StopHere, StopWithoutWin, WillAsk, WillNotAsk, AskWhen, WillAskInAnHour, WillAskInThreeHours, WillAskTomorrow, NotToday,
    CheckIn, CheckInEvidence, StopAsking, CameBack,
    PlanTitle, PlanLine, PlanLineKept, PlanLineSkipped, PlanMore, PlanParts,
    Goals, GoalLine, GoalLineReached, NoGoals, PutAway, BroughtBack,
    Today, TodayNothing, TodayKept,
    ThatsNothing, ThatsNothingYet, SmallTalk, SmallTalkNoGoal, Question, IsItAGoal, Remark,
    SafetyHeard, SafetyEmergency, SafetyLine, SafetyDirectory, SafetyQuiet, SafetyAfterQuiet, SafetyQuestion, SafetyNoAnswer, SafetyDenied, SafetySos,
    SafetyEmergencyFirst, SafetySomebodyElse, SafetyEatingDisorder, SafetyViolence, SafetyThreatToOthers, SafetyLocalNumber,
    DeclineStarving, DeclineFastWeightLoss, DeclineNoSleep, DeclineSelfHarm, DeclinePunishment, DeclineStalking, DeclineCheating,
    DeclineHurtingSomebody, DeclineDrugs,
    Months, Weekdays, Date,
    AskGoals, AskGoalsBeside, AskDay, AskUnreached, AskWhatStoodInTheWay, AskHabits, AskRoutine, AskDeadline, AskTracking,
    AskExam, AskExamDay, AskMaterial, AskExamMinutes,
    SystemMade, SystemLine, StackMade, KeptForLater, GoalLineHabit, StepFactsHabit, HabitKept, DayThrough, Rehearse, Rehearsed,
    LastResort, PaceInTime, RitualsAgreed, RitualOfWin, RitualOfDay, RitualOfWeek, RitualOfReview,
    PartThrough, PartBegun, PlanBefore, Rejected, PutFirst, AskDone,
    ExamFacts, ExamFits, ExamDoesNotFit, ExamTooFar, ExamOver, ExamDayUnknown, ExamDayDone, ExamTodayThrough, ExamLine, ExamLineKept,
    RecallStep, AskRecall, RecallNoted, RecallNotedLast,
    UnknownCommand, CannotRead, NothingToRead, TooLong, OldButton, OldButtonNoGoal, Stumbled,
}
