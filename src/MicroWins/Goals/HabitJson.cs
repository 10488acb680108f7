using System.Collections.Immutable;
using MicroWins.Rules;
using MicroWins.Rules.Scaling;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins.Goals;

/// <summary>Writes habits into their column, and reads them with every bound checked again.</summary>
static class HabitJson
{
    public static string Write(Habit habit) => StoredJson.Write(new Stored(
        habit.Started, habit.Slot, habit.Anchor, habit.Sentence, habit.Words, StoredLevel.Of(habit.Level), habit.MayGrow,
        [.. habit.Events.Select(e => new StoredEvent(e.Day, e.Kind, StoredLevel.Of(e.From)!, StoredLevel.Of(e.To)!))],
        habit.Eases));

    public static Habit Read(string json)
    {
        var stored = StoredJson.Read<Stored>(json);
        return new Habit
        {
            Started = stored.Started,
            Slot = stored.Slot,
            Anchor = stored.Anchor,
            Sentence = stored.Sentence,
            Words = stored.Words,
            Level = stored.Level?.ToLevel(),
            MayGrow = stored.MayGrow,
            Events = [.. stored.Events.Select(e => new LevelEvent(e.Day, e.Kind, e.From.ToLevel(), e.To.ToLevel()))],
            Eases = stored.Eases,
        };
    }

    sealed record Stored(
        LocalDate Started,
        int Slot,
        string Anchor,
        string Sentence,
        string Words,
        StoredLevel? Level,
        bool MayGrow,
        ImmutableArray<StoredEvent> Events,
        ImmutableArray<EaseAnswer> Eases);

    sealed record StoredEvent(LocalDate Day, LevelEventKind Kind, StoredLevel From, StoredLevel To);

    sealed record StoredLevel(int Amount, string Unit, double LowMinutes, double HighMinutes)
    {
        public static StoredLevel? Of(HabitLevel? level) =>
            level is null ? null : new(level.Amount, level.Unit, level.PerUnit.LowMinutes, level.PerUnit.HighMinutes);

        public HabitLevel ToLevel() => HabitLevel.Create(Amount, Unit, Effort.FromMinutes(LowMinutes, HighMinutes));
    }
}
