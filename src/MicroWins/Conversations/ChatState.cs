using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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
[JsonDerivedType(typeof(AskedHowMuch), "askedHowMuch")]
[JsonDerivedType(typeof(AskedForDaily), "askedForDaily")]
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
    public sealed record AskedForMore(string Goal, bool MayAskWhy) : ChatState;

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
}

/// <summary>Writes states with a version number, and reads every version that was ever written.</summary>
public static class ChatStateJson
{
    /// <summary>The version that is written. Raise it with a change that an older reader would misread, and teach <see cref="Read"/> the old one.</summary>
    const int Version = 1;

    public static string Write(ChatState state)
    {
        var json = JsonSerializer.SerializeToNode(state, MessageJson.Options)!.AsObject();
        json.Insert(0, "v", Version);
        return json.ToJsonString(MessageJson.Options);
    }

    /// <exception cref="JsonException">The text is no state, or a newer program wrote it.</exception>
    public static ChatState Read(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject json) throw new JsonException("A conversation's state is an object.");
        var version = (int?)json["v"];
        if (version is not Version) throw new JsonException($"A state of version {version} cannot be read; this program reads version {Version}.");
        json.Remove("v");
        return json.Deserialize<ChatState>(MessageJson.Options) ?? throw new JsonException("A conversation's state is an object.");
    }
}
