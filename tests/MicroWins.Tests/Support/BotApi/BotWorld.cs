using System.Text.Json.Nodes;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>What the server knows: people, their chats, and everything that the bot did there. One lock guards it.</summary>
public sealed class BotWorld(TimeProvider time)
{
    /// <summary>The bot's own user id and name.</summary>
    public const long BotId = 987654321;
    public const string BotName = "MicroWinsTestBot";

    readonly Dictionary<long, Person> people = [];
    readonly List<(Func<bool> Condition, TaskCompletionSource Done)> waiting = [];
    readonly List<ApiCall> calls = [];
    readonly Dictionary<string, int> counts = [];
    int lastMessage = 500;

    internal Lock Gate { get; } = new();

    internal HashSet<string> OpenPresses { get; } = [];

    /// <summary>Messages that Telegram will not let the bot edit any more.</summary>
    public HashSet<int> Uneditable { get; } = [];

    /// <summary>The command menus by language code; "" for everyone else.</summary>
    public Dictionary<string, IReadOnlyList<(string Command, string Description)>> Menus { get; } = [];

    /// <summary>The webhook, where one is set: polling is a conflict then.</summary>
    public string? Webhook { get; set; }

    /// <summary>False keeps and checks no calls, and counts them only: for long runs.</summary>
    public bool RecordsCalls { get; set; } = true;

    /// <summary>Everything that the bot asked for, in order of arrival.</summary>
    public IReadOnlyList<ApiCall> Calls()
    {
        lock (Gate) return [.. calls];
    }

    /// <summary>How often a method was called, also where the calls are not kept.</summary>
    public int Count(string method)
    {
        lock (Gate) return counts.GetValueOrDefault(method);
    }

    internal DateTimeOffset Now => time.GetUtcNow();

    internal Person? Find(long? chat) => chat is { } id && people.TryGetValue(id, out var person) ? person : null;

    internal Person GetOrAdd(long id, Func<Person> create)
    {
        lock (Gate) return people.TryGetValue(id, out var known) ? known : people[id] = create();
    }

    internal int NewMessageId()
    {
        lock (Gate) return ++lastMessage;
    }

    internal void Record(ApiCall call)
    {
        lock (Gate)
        {
            if (RecordsCalls) calls.Add(call);
            counts[call.Method] = counts.GetValueOrDefault(call.Method) + 1;
            Changed();
        }
    }

    /// <summary>Waits until something is true of the world. It is looked at whenever something happened, never by the clock.</summary>
    public async Task Until(Func<bool> condition, string what, TimeSpan? patience = null)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            if (condition()) return;
            waiting.Add((condition, done));
        }
        try
        {
            await done.Task.WaitAsync(patience ?? TimeSpan.FromMinutes(5)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Nothing came of it: {what}.");
        }
    }

    /// <summary>Called under the lock after each change.</summary>
    internal void Changed() => waiting.RemoveAll(wait => wait.Condition() && wait.Done.TrySetResult());

    internal static JsonObject Bot() => new() { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "MicroWins", ["username"] = BotName };

    internal static JsonObject PrivateChat(long id) => new() { ["id"] = id, ["type"] = "private", ["first_name"] = "Test" };
}
