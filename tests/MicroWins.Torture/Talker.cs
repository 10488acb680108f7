using System.Globalization;
using System.Text.Json.Nodes;
using MicroWins.Conversations;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Torture;

/// <summary>What a person sent.</summary>
/// <param name="Probe">Its number, for a probe.</param>
/// <param name="Text">The words, or the button's data.</param>
/// <param name="NeedsAnswer">False for a press: it may change a card to what it is already, which nobody sees.</param>
readonly record struct Said(int? Probe, string Text, bool NeedsAnswer);

/// <summary>
/// A person who talks with the bot: says something, or a few things at once, then a numbered word that the bot does not know, which is
/// answered by its number. So it can be seen afterwards that everything was answered, in order.
/// </summary>
sealed class Talker(Person person, SentRecord record, Sayings sayings, Dice dice, TimeProvider time)
{
    /// <summary>Who waits longer for an answer writes again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    static readonly string[] Languages = ["en", "en", "en", "en", "de", "es", "fr", "it", "pt-BR", "ru", "zh-hans"];

    // What a win can come of: an upper bound, since most of these count none.
    static readonly string[] Winning = ["done", "done!", "did it", "/done", "i did it yesterday", "/yesterday", "5", "2 pages"];
    static readonly HashSet<ButtonVerb> WinningButtons =
        [ButtonVerb.Done, ButtonVerb.DidIt, ButtonVerb.DidABit, ButtonVerb.BonusDone, ButtonVerb.Rehearsed, ButtonVerb.RecallForgot, ButtonVerb.RecallHard, ButtonVerb.RecallGood, ButtonVerb.RecallEasy];

    readonly List<Said> _said = [];
    int _probes;

    public long Id => person.Id;

    /// <summary>All that was sent, in order.</summary>
    public IReadOnlyList<Said> All => _said;

    /// <summary>How much of it a win can have come of.</summary>
    public int MayHaveWon { get; private set; }

    /// <summary>Talks until the purse is empty.</summary>
    public async Task LiveAsync(Purse purse, CancellationToken cancel)
    {
        person.LanguageCode = dice.One(Languages);
        while (await purse.TakeAsync(cancel))
        {
            var more = dice.Falls(150) ? dice.Below(3) + 1 : 0;
            if (dice.Falls(800)) Speak();
            for (; more > 0 && await purse.TakeAsync(cancel); more--) Speak();
            if (await purse.TakeAsync(cancel)) await AskProbeAsync(cancel);
            await Task.Delay(dice.Between(0, 400), time, cancel);
        }
    }

    /// <summary>Sends a last numbered word, and gives a task that ends with its answer.</summary>
    public Task SayLastWord()
    {
        Say($"/p{++_probes}", isProbe: true);
        return record.Answered(Id, _probes);
    }

    async Task AskProbeAsync(CancellationToken cancel)
    {
        var answered = SayLastWord();
        await Task.WhenAny(answered, Task.Delay(Patience, time, cancel));
        cancel.ThrowIfCancellationRequested();
    }

    void Speak()
    {
        var messages = person.Messages;
        var card = messages.LastOrDefault(message => message.Buttons.Count > 0);
        if (card is not null && dice.Falls(350)) Press(dice.Falls(900) ? card : dice.One([.. messages.Where(message => message.Buttons.Count > 0)]));
        else if (card is not null && dice.Falls(20)) Press(Sayings.ForgedButton(dice), card.Id);
        else if (dice.Falls(10)) Send(() => person.Sends("sticker", JsonNode.Parse("""{"file_id":"s","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false}""")!));
        else Say(card is null ? sayings.Goal(dice) : sayings.Next(dice, Soon()), isProbe: false);
    }

    // The bot's zone is UTC here.
    string Soon() => time.GetUtcNow().AddMinutes(1 + dice.Below(2)).ToString("HH:mm", CultureInfo.InvariantCulture);

    void Press(BotMessage card) => Press(dice.One([.. card.Buttons.SelectMany(row => row)]).Data, card.Id);

    void Press(string data, int message)
    {
        if (ButtonCode.Read(data) is { } code && WinningButtons.Contains(code.Verb)) MayHaveWon++;
        _said.Add(new(null, data, NeedsAnswer: false));
        person.PressesData(data, message);
    }

    void Say(string text, bool isProbe)
    {
        // "Read 3 pages" may be a goal, and may be what was done.
        if (Winning.Contains(text, StringComparer.OrdinalIgnoreCase) || text.StartsWith("read ", StringComparison.Ordinal)) MayHaveWon++;
        _said.Add(new(isProbe ? _probes : null, text, NeedsAnswer: true));
        person.Says(text);
    }

    void Send(Func<int?> send)
    {
        _said.Add(new(null, "(a sticker)", NeedsAnswer: true));
        send();
    }
}
