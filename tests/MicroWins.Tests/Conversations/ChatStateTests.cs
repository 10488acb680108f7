using System.Text.Json;
using MicroWins.Coaching;
using MicroWins.Conversations;

namespace MicroWins.Tests.Conversations;

public sealed class ChatStateTests
{
    static readonly ChatState[] All =
    [
        new ChatState.Idle(), new ChatState.Celebrated(), new ChatState.AskedForGoal(), new ChatState.AskedForMore("essay", MayAskWhy: true),
        new ChatState.AskedWhy("a \"quoted\" goal\n"), new ChatState.AskedWhatItIs("hm"), new ChatState.AskedMeaning("hm"), new ChatState.AskedForStep(1, 2),
        new ChatState.AskedForDetails(RouteIntent.Exam, Detail.Around, new Told("bio\nchemistry", "dull", "a \"day\"", "2026-03-02", 45), 2),
        new ChatState.AskedHowMuch(1, 2, 3), new ChatState.AskedForDaily(), new ChatState.AskedToAgree(Term.Zone, "08:30,19:00|Europe/Berlin"),
        new ChatState.AskedToDelete(1_772_442_000_000),
    ];

    [Fact]
    public void Every_state_comes_back_as_it_was_written()
    {
        Assert.Equal(All, All.Select(state => ChatStateJson.Read(ChatStateJson.Write(state))));
        Assert.Equal(typeof(ChatState).GetNestedTypes().Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name))),
            All.Select(state => state.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_state_carries_its_version() =>
        Assert.StartsWith("""{"v":1,""", ChatStateJson.Write(new ChatState.Idle()), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"v":2,"type":"idle"}""")]
    [InlineData("""{"type":"idle"}""")]
    [InlineData("""{"v":1,"type":"dreaming"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_state_that_this_program_does_not_know_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => ChatStateJson.Read(json));
}
