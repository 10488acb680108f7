using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MicroWins.Coaching;
using MicroWins.Messaging;

namespace MicroWins.Conversations;

/// <summary>What the bot waits for, as far as it waits for anything.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(Celebrated), "celebrated")]
[JsonDerivedType(typeof(AskedForGoal), "askedForGoal")]
[JsonDerivedType(typeof(AskedForMore), "askedForMore")]
[JsonDerivedType(typeof(AskedWhy), "askedWhy")]
[JsonDerivedType(typeof(AskedWhatItIs), "askedWhatItIs")]
[JsonDerivedType(typeof(AskedForStep), "askedForStep")]
[JsonDerivedType(typeof(AskedMeaning), "askedMeaning")]
[JsonDerivedType(typeof(AskedForDetails), "askedForDetails")]
[JsonDerivedType(typeof(AskedHowMuch), "askedHowMuch")]
[JsonDerivedType(typeof(AskedForDaily), "askedForDaily")]
[JsonDerivedType(typeof(AskedToAgree), "askedToAgree")]
[JsonDerivedType(typeof(AskedToDelete), "askedToDelete")]
public abstract record ChatState
{
    ChatState() { }

    /// <summary>Nothing is asked.</summary>
    public sealed record Idle : ChatState;

    /// <summary>A win was celebrated and the next step not shown yet, so that a second "done" cannot be about it.</summary>
    public sealed record Celebrated : ChatState;

    /// <summary>"What is it?", after /plan without words.</summary>
    public sealed record AskedForGoal : ChatState;

    /// <summary>"Tell me a little more", since the goal is a word or two.</summary>
    /// <param name="MayAskWhy">False where a question was asked before this one: two are the most.</param>
    /// <param name="Why">Why it is hard, where it was said with the goal.</param>
    public sealed record AskedForMore(string Goal, bool MayAskWhy, string Why = "") : ChatState;

    /// <summary>"What makes it hard?"</summary>
    public sealed record AskedWhy(string Goal) : ChatState;

    /// <summary>"Is this a new goal?", about words that could be that or a remark.</summary>
    public sealed record AskedWhatItIs(string Text) : ChatState;

    /// <summary>"How would you put this step?"</summary>
    /// <param name="Step">The step to reword; 0 for one to add.</param>
    public sealed record AskedForStep(int Goal, int Step) : ChatState;

    /// <summary>"What would you like to do every day?"</summary>
    public sealed record AskedForDaily : ChatState;

    /// <summary>"How many in all?", about a win.</summary>
    public sealed record AskedHowMuch(int Goal, int Step, int Time) : ChatState;

    /// <summary>"Do you mean the work, or your life?"</summary>
    public sealed record AskedMeaning(string Text) : ChatState;

    /// <summary>A question of one of the method's functions, with what was said so far.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Question">What is asked.</param>
    /// <param name="Told">What was said.</param>
    /// <param name="Asked">Which question it is, from 1: two are the most.</param>
    public sealed record AskedForDetails(RouteIntent Function, Detail Question, Told Told, int Asked) : ChatState;

    /// <summary>A question about when and how the bot asks: "when shall I ask you tomorrow?", "where are you?".</summary>
    /// <param name="Term">What is to be agreed on.</param>
    /// <param name="Held">What waits for the answer: the times for which a zone is missing, the zones to choose from, the goal to ask about again.</param>
    public sealed record AskedToAgree(Term Term, string Held = "") : ChatState;

    /// <summary>"Delete everything?" The next thing that the person does answers it, or it is withdrawn.</summary>
    /// <param name="AskedAt">When, in milliseconds since 1970: what was asked long ago is asked again.</param>
    public sealed record AskedToDelete(long AskedAt) : ChatState;
}

/// <summary>What a function of the method may ask for, in the order in which it asks.</summary>
public enum Detail
{
    /// <summary>The goals, habits, task or subject.</summary>
    What,

    /// <summary>The day of an exam.</summary>
    On,

    /// <summary>Why it did not work out.</summary>
    Why,

    /// <summary>What goes with it: the outline of a day, a routine, a deadline, a way of tracking, the material of an exam.</summary>
    Around,

    /// <summary>Minutes a day.</summary>
    Minutes,
}

/// <summary>What a person has told a function of the method; what was said is never asked for.</summary>
/// <param name="What">Goals or habits, a line each; a task; a subject.</param>
/// <param name="Why">Why it is hard, or did not work out.</param>
/// <param name="Around">What goes with it.</param>
/// <param name="On">The day that was named, as "2026-03-02": by the time of the answer "tomorrow" is another day.</param>
/// <param name="Minutes">Minutes a day.</param>
public sealed record Told(string What = "", string Why = "", string Around = "", string On = "", int? Minutes = null)
{
    /// <summary>The goals or habits, one each.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines => What.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Writes states with a version number, and reads every version that was ever written.</summary>
public static class ChatStateJson
{
    /// <summary>The version that is written. Raise it with a change that an older reader would misread, and teach <see cref="Read"/> the old one.</summary>
    const int Version = 1;

    /// <summary>The states that hold nothing, as the serializer writes them: they need none.</summary>
    static readonly Dictionary<string, ChatState> Bare = new()
    {
        ["""{"v":1,"type":"idle"}"""] = new ChatState.Idle(),
        ["""{"v":1,"type":"celebrated"}"""] = new ChatState.Celebrated(),
        ["""{"v":1,"type":"askedForGoal"}"""] = new ChatState.AskedForGoal(),
        ["""{"v":1,"type":"askedForDaily"}"""] = new ChatState.AskedForDaily(),
    };

    static readonly Dictionary<ChatState, string> BareTexts = Bare.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Write(ChatState state)
    {
        if (BareTexts.TryGetValue(state, out var known)) return known;
        var json = JsonSerializer.SerializeToNode(state, MessageJson.Options)!.AsObject();
        json.Insert(0, "v", Version);
        return json.ToJsonString(MessageJson.Options);
    }

    /// <exception cref="JsonException">The text is no state, or a newer program wrote it.</exception>
    public static ChatState Read(string text)
    {
        if (Bare.TryGetValue(text, out var known)) return known;
        if (JsonNode.Parse(text) is not JsonObject json) throw new JsonException("A conversation's state is an object.");
        var version = (int?)json["v"];
        if (version is not Version) throw new JsonException($"A state of version {version} cannot be read; this program reads version {Version}.");
        json.Remove("v");
        return json.Deserialize<ChatState>(MessageJson.Options) ?? throw new JsonException("A conversation's state is an object.");
    }
}
