using MicroWins.Channels.Telegram;
using MicroWins.Tests.Support.BotApi;

namespace MicroWins.Tests.Channels.Telegram;

public sealed class TelegramPresenceTests : TelegramBed
{
    static readonly TimeSpan Blink = TimeSpan.FromSeconds(0.3);
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(4.5);

    TelegramPresence Presence => new(Clients.Sending, Clock);

    [Fact]
    public async Task A_reply_that_comes_within_a_blink_has_no_sign()
    {
        _ = Server.User(42);
        await using (Presence.Thinking(Chat(42)))
        {
            Clock.Advance(TimeSpan.FromSeconds(0.25));
            await Breathe();
        }
        Clock.Advance(10 * Beat);
        await Breathe();

        Assert.Equal(0, Server.World.Count("sendChatAction"));
    }

    [Fact]
    public async Task Typing_shows_after_a_blink_and_again_before_Telegram_takes_it_away()
    {
        _ = Server.User(42);
        await using var sign = Presence.Thinking(Chat(42));
        Clock.Advance(Blink);
        await Server.WaitForCalls("sendChatAction", 1);
        await Breathe();

        Clock.Advance(TimeSpan.FromSeconds(4.4));
        await Breathe();
        Assert.Equal(1, Server.World.Count("sendChatAction"));

        await AdvanceUntil(Server.WaitForCalls("sendChatAction", 2), TimeSpan.FromSeconds(0.1));
        Assert.All(Server.Calls("sendChatAction"), call => Assert.Equal(("typing", 42), (call.Text("action"), call.Chat)));
    }

    [Fact]
    public async Task After_the_thinking_nothing_more_is_shown()
    {
        _ = Server.User(42);
        var sign = Presence.Thinking(Chat(42));
        Clock.Advance(Blink);
        await Server.WaitForCalls("sendChatAction", 1);
        await Breathe();
        await sign.DisposeAsync();
        await sign.DisposeAsync();

        Clock.Advance(10 * Beat);
        await Breathe();

        Assert.Equal(1, Server.World.Count("sendChatAction"));
    }

    [Fact]
    public async Task A_sign_that_Telegram_does_not_answer_holds_up_nobody()
    {
        _ = Server.User(42);
        Server.Faults.Add(new Fault.HoldUntil(new TaskCompletionSource().Task), "sendChatAction");

        var sign = Presence.Thinking(Chat(42));
        Clock.Advance(Blink);
        await Server.WaitForCalls("sendChatAction", 1);

        await sign.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task After_an_outage_the_sign_comes_back()
    {
        _ = Server.User(42);
        Server.Faults.Add(new Fault.DropBefore(), "sendChatAction");
        Server.Faults.Add(new Fault.GatewayError(), "sendChatAction");
        await using var sign = Presence.Thinking(Chat(42));

        await AdvanceUntil(Server.WaitForCalls("sendChatAction", 4), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(429, "Too Many Requests")]
    public async Task Where_Telegram_says_no_the_sign_does_not_insist(int code, string words)
    {
        _ = Server.User(42);
        Server.Faults.Add(new Fault.Refusal(code, words), "sendChatAction");
        await using var sign = Presence.Thinking(Chat(42));
        Clock.Advance(Blink);
        await Server.WaitForCalls("sendChatAction", 1);
        await Breathe();

        Clock.Advance(10 * Beat);
        await Breathe();

        Assert.Equal(1, Server.World.Count("sendChatAction"));
    }

    [Fact]
    public async Task An_address_that_is_no_chat_shows_nothing()
    {
        await using (Presence.Thinking(new("telegram", "me"))) await Breathe();

        Assert.Empty(Server.World.Calls());
    }
}
