using MicroWins.Channels.Telegram;
using MicroWins.Messaging;
using MicroWins.Tests.Support.BotApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MicroWins.Tests.Channels.Telegram;

/// <summary>What happens when the bot starts: the token is checked, the menu is set, the parts find each other.</summary>
public sealed class TelegramStartTests : TelegramBed
{
    static readonly CommandMenu[] Menus =
    [
        new(null, [("help", "What I can do"), ("today", "Your steps for today")]),
        new("de", [("help", "Was ich kann")]),
    ];

    TelegramCommands Commands => new(Clients.Sending, Log.For<TelegramCommands>());

    [Fact]
    public async Task The_menu_is_set_in_each_language()
    {
        await Commands.PublishAsync(Menus, Stopping);

        Assert.Equal([("help", "What I can do"), ("today", "Your steps for today")], Server.World.Menus[""]);
        Assert.Equal([("help", "Was ich kann")], Server.World.Menus["de"]);
    }

    [Fact]
    public async Task A_menu_that_cannot_be_set_is_logged_and_the_others_are_set()
    {
        Server.Faults.Add(new Fault.GatewayError(), "setMyCommands");

        await Commands.PublishAsync(Menus, Stopping);

        Assert.Equal(["de"], Server.World.Menus.Keys);
        Assert.Contains("every language", Assert.Single(Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_token_is_known_by_the_bots_name() =>
        Assert.Equal("Telegram knows this bot as @MicroWinsTestBot.", (await TokenCheck.AskAsync(Clients.Sending, Stopping)).Sentence);

    [Fact]
    public async Task A_wrong_token_is_told_from_a_server_that_does_not_answer()
    {
        const string Token = "1:AAtest-token_of-the_micro-wins_tests";
        using var wrong = new TelegramClients(Options(Token));
        Server.Faults.Add(new Fault.DropBefore(), "getMe", times: 5);

        var refused = await TokenCheck.AskAsync(wrong.Sending, Stopping);
        var noAnswer = await TokenCheck.AskAsync(Clients.Sending, Stopping);

        Assert.IsType<TokenCheck.Refused>(refused);
        Assert.IsType<TokenCheck.NoAnswer>(noAnswer);
        Assert.Contains("Telegram:ApiBaseUrl", noAnswer.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, refused.Sentence + noAnswer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_line_puts_the_whole_channel_into_a_program_and_its_log_holds_no_token_and_no_text()
    {
        const string Secret = "my very private goal";
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddTelegram(Options())
            .BuildServiceProvider();
        var (inbox, ana) = (new QueueInbox(), Server.User(42));
        Server.Faults.Add(new Fault.GatewayError(), "getUpdates");
        Server.Faults.Add(new Fault.Refusal(400, $"Bad Request: can't parse entities: Unsupported start tag \"{Secret}\" at byte offset 0"), "sendMessage");
        Server.Faults.Add(new Fault.Refusal(400, $"Bad Request: bad thing \"{Secret}\""), "sendMessage");
        ana.Says(Secret);
        Server.Updates.AddRaw(Server.Updates.NextId, $$"""{"update_id":{{Server.Updates.NextId}},"message":{"text":["{{Secret}}"] } }""");

        _ = services.GetRequiredService<TelegramPoller>().RunAsync(inbox.Store, Stopping);
        var next = inbox.Next();
        await AdvanceUntil(next, TimeSpan.FromSeconds(1));
        await using var sign = services.GetRequiredService<IPresence>().Thinking((await next).Chat);
        var refused = await services.GetRequiredService<IMessageSender>().SendAsync((await next).Chat, Message(Secret), Stopping);
        await services.GetRequiredService<TelegramCommands>().PublishAsync(Menus, Stopping);
        await Server.WaitForCalls("getUpdates", 3);

        Assert.IsType<SendOutcome.Refused>(refused);
        Assert.True(Log.Lines.Count >= 4, Log.Text);
        Assert.DoesNotContain(Secret, Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Token, Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Token.Split(':')[1], Log.Text, StringComparison.Ordinal);
    }
}
