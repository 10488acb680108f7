using System.Net;
using System.Net.Http.Headers;
using MicroWins.Channels.Telegram;
using MicroWins.Coaching;
using MicroWins.Coaching.Embedded;
using MicroWins.Operations;
using MicroWins.Rules.Safety;
using MicroWins.Rules.Sizing;
using MicroWins.Storage;
using NodaTime;

namespace MicroWins;

/// <summary>Looks at everything that the bot needs, and says for each what works or what to do. Changes nothing but an old store's version.</summary>
sealed class DoctorVerb(Settings settings, TextWriter output)
{
    /// <summary>How long another side may take to answer: a doctor who waits longer looks ill himself.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    bool _isWell = true;

    /// <returns>True where everything works.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        await CheckStoreAsync();
        CheckWords();
        CheckZones();
        await CheckTelegramAsync(cancel);
        await CheckDoorAsync(cancel);
        await CheckModelAsync(cancel);
        return _isWell;
    }

    async Task CheckStoreAsync()
    {
        try
        {
            await using var store = await Composition.OpenStoreAsync(settings.Storage);
            var waiting = await store.ReadAsync(session =>
                session.One<int>("select count(*) from inbox where status = 'pending'") + session.One<int>("select count(*) from outbox where status = 'pending'"));
            using var connection = store.Dialect.Open();
            Report(true, "Store", $"{store.Dialect.Name}: {connection.DataSource} can be read and written; {waiting} messages wait in it.");
            Report(!LieTogether(connection.DataSource), "Keys", LieTogether(connection.DataSource)
                ? $"{settings.Storage.Keys.FullName} lies with the database: whoever copies the one has the other. Storage:KeyPath names a folder apart from it."
                : $"{settings.Storage.Keys.FullName} holds the keys of this store. Keep a copy of it, apart from the copies of the store.");
        }
        catch (WrongSettingsException wrong)
        {
            Report(false, "Store", wrong.Message);
        }
    }

    bool LieTogether(string database) =>
        File.Exists(database) && Path.GetDirectoryName(Path.GetFullPath(database)) == settings.Storage.Keys.FullName.TrimEnd(Path.DirectorySeparatorChar);

    void CheckWords()
    {
        try
        {
            var step = Sizer.Default.Size(new SizingQuestion("Write one sentence"));
            var tier = SafetyGate.Default.Screen("Write one sentence").Tier;
            _ = new EmbeddedPlanner().BreakDownGoal("write an essay");
            Report(step.Verdict is not MicroWins.Rules.Verdict.TooBig && tier is SafetyTier.None, "Words", "the lexicons, the phrases and the plans of all languages are read.");
        }
        catch (TypeInitializationException failure)
        {
            Report(false, "Words", failure.InnerException?.Message ?? failure.Message);
        }
    }

    void CheckZones() => Report(true, "Time zones", settings.CheckIns.Zone is { } zone
        ? $"{zone.Id} for people who have not named theirs; tzdb {DateTimeZoneProviders.Tzdb.VersionId}."
        : $"not set: \"tomorrow\" is in 24 hours; CheckIns:DefaultZone names the zone of the people whom you serve. {DateTimeZoneProviders.Tzdb.VersionId}.");

    async Task CheckTelegramAsync(CancellationToken cancel)
    {
        if (!settings.Telegram.HasToken)
        {
            Report(true, "Telegram", "no token: the bot chats in the terminal. Telegram:BotToken connects it.");
            return;
        }
        using var clients = new TelegramClients(settings.Telegram);
        var check = await TokenCheck.AskAsync(clients.Sending, cancel);
        Report(check is TokenCheck.Works, "Telegram", check.Sentence);
        if (check is TokenCheck.Works && await WebhookCheck.AskAsync(clients.Sending, settings.Telegram, cancel) is { } updates)
            Report(updates.IsWell, "Updates", updates.Sentence);
    }

    async Task CheckDoorAsync(CancellationToken cancel)
    {
        var (isWell, sentence) = await DoorCheck.AskAsync(settings.Http, cancel);
        Report(isWell, "HTTP", sentence);
    }

    async Task CheckModelAsync(CancellationToken cancel)
    {
        var prompts = PromptFolder.Problems(Composition.PromptsFolder);
        foreach (var problem in prompts) Report(false, "Prompts", problem);
        if (!settings.Llm.HasModel)
        {
            Report(true, "Model", "none: the embedded planner drafts. Llm:Endpoint and Llm:Model connect one.");
            return;
        }
        using var http = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{settings.Llm.Endpoint!.Trim().TrimEnd('/')}/models");
        if (!string.IsNullOrWhiteSpace(settings.Llm.ApiKey)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Llm.ApiKey.Trim());
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            var (isWell, sentence) = Judge(answer.StatusCode);
            Report(isWell, "Model", sentence);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            Report(false, "Model", $"{settings.Llm.Host} does not answer: check Llm:Endpoint and the network. Until then the embedded planner drafts.");
        }
    }

    (bool IsWell, string Sentence) Judge(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => (true, $"{settings.Llm.Host} answers."),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => (false, $"{settings.Llm.Host} refuses the key in Llm:ApiKey."),
        HttpStatusCode.NotFound => (false, $"{settings.Llm.Host} has nothing at this address: most servers want Llm:Endpoint to end with /v1."),
        _ => (false, $"{settings.Llm.Host} answers with status {(int)status}."),
    };

    void Report(bool isWell, string what, string sentence)
    {
        _isWell &= isWell;
        output.WriteLine($"{(isWell ? "ok " : "fix")}  {what}: {sentence}");
    }
}
