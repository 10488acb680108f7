using System.Globalization;
using System.Text.RegularExpressions;
using MicroWins.Messaging;

namespace MicroWins.Torture;

/// <summary>What must hold after a run. Each law gives a line for every time that it was broken.</summary>
sealed partial class Laws(IReadOnlyList<Talker> talkers, SentRecord record, Remains remains, Duplicates duplicates, TortureArguments asked, DateTimeOffset now)
{
    /// <summary>Minutes that a step takes at the most (the first promise).</summary>
    const int MostMinutes = 10;

    public async Task<IReadOnlyList<string>> BrokenAsync()
    {
        await remains.LookAsync();
        return
        [
            .. talkers.SelectMany(AnsweredInOrder),
            .. await StoredOnceAsync(), .. NothingIsLeftOver(), .. await NothingIsParkedAsync(),
            .. duplicates.Unexplained(talkers.Select(talker => talker.Id)).Select(found => $"chat {found.Chat}: {found.TooMany} messages too many, {found.TooFew} too few"),
            .. FewAreSeenTwice(), .. await WinsAreEarnedAsync(), .. await StepsAreSmallAsync(), .. await CheckInsComeOnceAsync(),
        ];
    }

    /// <summary>Answers to the numbered words come in their order, and between two of them something for each message in between.</summary>
    IEnumerable<string> AnsweredInOrder(Talker talker)
    {
        var sent = record.To(talker.Id);
        var first = sent.Select((one, at) => (one.Probe, at)).Where(one => one.Probe is not null).GroupBy(one => one.Probe!.Value).ToDictionary(probe => probe.Key, probe => probe.First().at);
        var (before, expected) = (-1, 0);
        foreach (var said in talker.All)
        {
            if (said.Probe is not { } probe)
            {
                if (said.NeedsAnswer) expected++;
                continue;
            }
            if (!first.TryGetValue(probe, out var at)) yield return $"chat {talker.Id}: /p{probe} was never answered";
            else if (at < before) yield return $"chat {talker.Id}: /p{probe} was answered before its predecessor";
            else
            {
                var answers = sent.Skip(before + 1).Take(at - before - 1).Count(one => one.Probe is null);
                if (answers < expected) yield return $"chat {talker.Id}: {expected} messages before /p{probe} got {answers} answers";
                (before, expected) = (at, 0);
            }
        }
    }

    /// <summary>No kill doubles more than the bot has under way at once; with several processes, those of the ones that live on cannot be told apart.</summary>
    IEnumerable<string> FewAreSeenTwice()
    {
        var most = DeliveryPolicy.MostInFlight * (asked.Processes > 1 ? 2 : 1);
        if (duplicates.MostAtOnce > most) yield return $"at one kill {duplicates.MostAtOnce} messages were on their way, more than {most}";
    }

    /// <summary>Each update is one row of the inbox, and answered.</summary>
    async Task<IEnumerable<string>> StoredOnceAsync()
    {
        var stored = (await remains.QueryAsync<Counted>("select chat_id as Chat, count(*) as Times from inbox where event_key like 'telegram:%' group by chat_id"))
            .ToDictionary(row => Remains.ChatOf(row.Chat), row => row.Times);
        return from talker in talkers
               let times = stored.GetValueOrDefault(talker.Id)
               where times != talker.All.Count
               select $"chat {talker.Id}: {talker.All.Count} messages were sent and {times} are in the inbox";
    }

    IEnumerable<string> NothingIsLeftOver()
    {
        foreach (var status in remains.Messages.Where(message => message.Status is not "sent" && !message.Row.IsFleeting).GroupBy(message => message.Status))
            yield return $"{status.Count()} messages are {status.Key} in the outbox";
    }

    async Task<IEnumerable<string>> NothingIsParkedAsync() =>
        (await remains.QueryAsync<Counted>("select status as Chat, count(*) as Times from inbox where status <> 'handled' group by status"))
        .Select(row => $"{row.Times} events are {row.Chat} in the inbox");

    /// <summary>No chat has more wins than it had occasions for one, and no win is there twice.</summary>
    async Task<IEnumerable<string>> WinsAreEarnedAsync()
    {
        var wins = (await remains.QueryAsync<Counted>("select chat_id as Chat, count(*) as Times from wins where bonus = 0 group by chat_id")).ToDictionary(row => Remains.ChatOf(row.Chat), row => row.Times);
        return talkers.Where(talker => wins.GetValueOrDefault(talker.Id) > talker.MayHaveWon)
            .Select(talker => $"chat {talker.Id}: {wins[talker.Id]} wins of {talker.MayHaveWon} occasions")
            .Concat((await remains.QueryAsync<Counted>(
                "select chat_id as Chat, count(*) as Times from steps s where times_done <> (select count(*) from wins w where w.chat_id = s.chat_id and w.goal_no = s.goal_no and w.step_no = s.step_no and w.bonus = 0) and status = 'kept' and s.day is null group by chat_id"))
                .Select(row => $"{row.Chat}: {row.Times} kept steps have another number of wins than of times done"));
    }

    async Task<IEnumerable<string>> StepsAreSmallAsync() =>
        (await remains.QueryAsync<Counted>($"select chat_id as Chat, count(*) as Times from steps where high_minutes > {MostMinutes} group by chat_id"))
        .Select(row => $"{row.Chat}: {row.Times} steps over {MostMinutes} minutes in the store")
        .Concat(from talker in talkers
                from sent in record.To(talker.Id)
                from Match match in MinutesOnCard().Matches(sent.Text)
                where int.Parse(match.Groups["minutes"].Value, CultureInfo.InvariantCulture) > MostMinutes
                select $"chat {talker.Id}: a card with {match.Value}");

    /// <summary>What was due has rung, once each; and each question that is on record as asked was one message.</summary>
    async Task<IEnumerable<string>> CheckInsComeOnceAsync()
    {
        var rung = await remains.QueryAsync<Counted>(
            "select r.chat_id as Chat, (select count(*) from inbox i where i.event_key = 'reminder:' || r.chat_id || ':' || r.reminder_no) as Times from reminders r where r.status = 'rung'");
        var onRecord = (await remains.QueryAsync<Counted>("select chat_id as Chat, count(*) as Times from asked group by chat_id")).ToDictionary(row => Remains.ChatOf(row.Chat), row => row.Times);
        var again = (await remains.QueryAsync<Counted>("select chat_id as Chat, count(*) as Times from reminders where status = 'rung' and purpose = 'CheckIn' group by chat_id")).ToDictionary(row => Remains.ChatOf(row.Chat), row => row.Times);
        var said = remains.Messages.Where(message => message.Row.Kind is MessageKind.CheckIn).GroupBy(message => message.Row.Chat).ToDictionary(chat => chat.Key, chat => (long)chat.Count());
        var late = await remains.QueryAsync<Counted>($"select chat_id as Chat, count(*) as Times from reminders where status = 'waiting' and due_at < {now.AddSeconds(-30).ToUnixTimeMilliseconds()} group by chat_id");
        return late.Select(row => $"{row.Chat}: {row.Times} reminders were due and did not ring")
            .Concat(rung.Where(row => row.Times is not 1).Select(row => $"{row.Chat}: a reminder that rang has {row.Times} events"))
            .Concat(from talker in talkers
                    let messages = said.GetValueOrDefault(talker.Id)
                    let least = onRecord.GetValueOrDefault(talker.Id)
                    where messages < least || messages > least + again.GetValueOrDefault(talker.Id)
                    select $"chat {talker.Id}: {messages} check-ins for {least} that are on record and {again.GetValueOrDefault(talker.Id)} that were asked for");
    }

    // As a step's length is written: "about 5 min · step 1 of 7". The minutes a day of an exam are no step.
    [GeneratedRegex(@"(?:about|etwa|environ|alrededor de|unos|circa|cerca de|около|大约) (?<minutes>\d+) ?(?:min\b|Min\.|мин|分钟)(?=\s*(?:·|\n|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex MinutesOnCard();

    sealed record Counted
    {
        public string Chat { get; init; } = "";
        public long Times { get; init; }
    }
}
