using CsCheck;
using MicroWins.Coaching;
using MicroWins.Conversations;
using MicroWins.Messaging;
using MicroWins.Rules;
using MicroWins.Rules.Sizing;
using MicroWins.Tests.Coaching;
using MicroWins.Tests.Support;
using NodaTime;
using Limits = MicroWins.Rules.Limits;

namespace MicroWins.Tests.Fuzz;

/// <summary>Anything that can happen, in any order, with any coach: the conversation goes on, and asks for nothing that is too big.</summary>
public sealed class ConversationTests
{
    static readonly Rulebook Rules = new(Sizer.Default, "model.example", DateTimeZone.Utc);

    static readonly Chat New = new() { Id = new ChatId("fuzz", "1"), LanguageTag = "en", Language = Language.English };

    static readonly string[] Words =
    [
        "write my 15 page history paper by thursday", "read 10 pages", "done", "smaller", "skip", "stuck", "later", "yes", "no", "5", "2 pages", "tomorrow", "at 7 pm", "in 1 minute", "because it is big", "essay",
        "write, clean, call mum", "my biology exam on 12 march", "cells, genetics", "30 min", "after coffee", "run; read; cook", "i did it yesterday", "i'm ill", "/plan learn to swim", "/exam biology", "/system", "/stack", "/again",
        "/celebrate", "/scaleup 3", "/daily", "/focus 2", "/go", "/done", "/smaller", "/skip", "/stuck", "/edit Write a line", "/add Read a page", "/reject", "/first", "/yesterday", "/pause", "/resume", "/settings", "/stats", "/week",
        "/today", "/goals", "/calendar", "/export", "/language fr", "/cancel", "/start", "Europe/Berlin", "i can't do this any more", "I mean the work",
    ];

    /// <summary>What happens: its kind, a word of it, and a lot for what it depends on.</summary>
    static readonly Gen<(int Kind, string Word, int Lot)> Happening = Gen.Select(Gen.Int[0, 99], Spoiled.Of(Words, 1), Gen.Int[0, 10_000]);

    [Fact]
    public void Whatever_happens_the_conversation_goes_on_and_no_step_is_over_ten_minutes() => Happening.Array[1, 40].Sample(happenings =>
    {
        var (chat, now, buttons) = (New, Instant.FromUtc(2026, 3, 2, 9, 0), new List<string>());
        foreach (var (kind, word, lot) in happenings)
        {
            now += Duration.FromMinutes(lot % 7 is 0 ? 60 * 20 : lot % 30);
            var happened = Event(kind, word, lot, chat, buttons);
            var turn = Turn(Today(chat, now), happened, now, lot);
            Holds(turn, happened);
            // As the store gives it back: of two bonuses with one key the first is kept.
            chat = turn.Chat with
            {
                State = ChatStateJson.Read(ChatStateJson.Write(turn.Chat.State)),
                Record = turn.Chat.Record with { Wins = [.. turn.Chat.Record.Wins.DistinctBy(win => (win.Goal, win.Step, win.Occurrence, win.Bonus))] },
            };
            buttons.AddRange(turn.Replies.SelectMany(reply => reply.Buttons).SelectMany(row => row).Select(button => button.Data));
        }
    }, iter: 400);

    static ChatEvent Event(int kind, string word, int lot, Chat chat, List<string> buttons) => kind switch
    {
        < 45 when buttons.Count > 0 => new ChatEvent.ButtonPressed(buttons[^(1 + lot % Math.Min(buttons.Count, kind < 35 ? 8 : buttons.Count))], "card"),
        < 50 => new ChatEvent.ButtonPressed(new ButtonCode((ButtonVerb)(lot % Enum.GetValues<ButtonVerb>().Length), lot % 3, lot % 5, lot % 2).ToString(), null),
        < 56 when chat.Reminders.Length > 0 => Due(chat, lot),
        < 57 => new ChatEvent.OtherSent(),
        < 58 => new ChatEvent.WroteTooFast(),
        < 59 => new ChatEvent.PersonLeft(),
        < 60 => new ChatEvent.PersonCameBack(),
        _ => new ChatEvent.TextWritten(word),
    };

    static ChatEvent.ReminderDue Due(Chat chat, int lot) => chat.Reminders[lot % chat.Reminders.Length] is var due ? new(due.Goal, due.Purpose.ToString()) : throw new InvalidOperationException();

    static Chat Today(Chat chat, Instant now)
    {
        var day = Clocks.Of(chat.Agreement, Rules.Zone).DayOf(now);
        return chat with { Goals = [.. chat.Goals.Select(goal => goal.On(day))] };
    }

    static Decision.Finish Turn(Chat chat, ChatEvent happened, Instant now, int lot)
    {
        var decision = ConversationFlow.Advance(chat, happened, Rules, now);
        for (var asked = 0; decision is Decision.AskCoach ask; asked++)
        {
            Assert.True(asked < 5, "The coach is asked without end.");
            decision = ConversationFlow.Advance(ask, Answer(ask.Request, lot), happened, Rules, now);
        }
        // Who has everything erased begins anew.
        return decision as Decision.Finish ?? new Decision.Finish(New, [Cards.Say(FormattedText.Plain("erased"))]);
    }

    // A good coach, one that fails, and one that lies about minutes and puts anything into every place.
    static CoachAnswer Answer(CoachRequest request, int lot) => (lot % 4) switch
    {
        0 or 1 => Some.AnswerTo(request),
        2 => new(Asked.Draft(CoachFunction.Name(request)), DraftedBy.PlannerInsteadOfModel),
        _ => request is CoachRequest.BreakDownGoal
            ? new(new CoachDraft.GoalBreakdown("<b>x</b>", GoalKind.Task, new(OverwhelmCause.TooBig, "{0} ‮"), ["All of it", "All of it"], new("Write the whole thesis", 1), [new("Study for 4 hours", 0), new("x", double.MaxValue), new("Read 500 pages", null), new("🙂", -3)], ["**"]), DraftedBy.Model)
            : Some.AnswerTo(request),
    };

    static void Holds(Decision.Finish turn, ChatEvent happened)
    {
        var chat = turn.Chat;
        foreach (var step in chat.Goals.SelectMany(goal => goal.Steps))
        {
            Assert.InRange(step.Goal.Effort.HighMinutes, 0, 10);
            Assert.InRange(step.Goal.Text.Length, 1, Limits.StepTextLength);
        }
        var kept = chat.Record.Wins.Where(win => !win.IsBonus).ToList();
        Assert.Equal(kept.Count, kept.Select(win => (win.Goal, win.Step, win.Occurrence)).Distinct().Count());
        Assert.Equal(chat.Record.Asked.Length, chat.Record.Asked.Select(asked => (asked.Day, asked.Slot)).Distinct().Count());
        Assert.Equal(chat.Reminders.Length, chat.Reminders.Select(reminder => reminder.Number).Distinct().Count());
        if (happened is ChatEvent.TextWritten or ChatEvent.ButtonPressed or ChatEvent.OtherSent or ChatEvent.WroteTooFast) Assert.NotEmpty(turn.Replies);
        Assert.All(turn.Replies, reply => Assert.All(reply.Buttons.SelectMany(row => row), button => Assert.InRange(button.Data.Length, 1, 64)));
    }
}
