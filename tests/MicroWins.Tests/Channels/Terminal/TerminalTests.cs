using System.Collections.Immutable;
using System.Text.Json;
using MicroWins.Channels.Terminal;
using MicroWins.Messaging;
using MicroWins.Tests.Support;
using NodaTime;
using NodaTime.Text;
using Spectre.Console.Testing;

namespace MicroWins.Tests.Channels.Terminal;

public sealed class TerminalTests
{
    static readonly OutgoingMessage Card = new(MessageKind.Card, FormattedText.Plain("Write \"one\" sentence\nabout 2 min"),
        [ImmutableArray.Create(new Button("Done", "Done.1.1.1"), new Button("Smaller", "Smaller.1.1.1")), ImmutableArray.Create(new Button("Skip", "Skip.1.1.1"))]);

    [Fact]
    public void A_message_is_one_json_object_on_one_line()
    {
        var output = new StringWriter();
        using var view = SomeView.Json(output);

        view.Show(Card);

        var line = Assert.Single(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("""{"from":"bot","text":"Write \"one\" sentence\nabout 2 min","buttons":[["Done","Smaller"],["Skip"]],"kind":"card","at":"2026-03-28T09:00:00+01:00"}""", line);
    }

    [Fact]
    public void A_message_says_when_it_is_shown_with_the_offset_of_that_moment()
    {
        var (output, clock) = (new StringWriter(), SomeView.Clock());
        using var view = SomeView.Json(output, clock);

        clock.MoveTo(clock.Now + Duration.FromDays(1));
        view.Show(Card);

        Assert.EndsWith(""","at":"2026-03-29T10:00:00+02:00"}""" + "\n", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageKind.Card, "card")]
    [InlineData(MessageKind.Reply, "reply")]
    [InlineData(MessageKind.CheckIn, "checkin")]
    [InlineData(MessageKind.Celebration, "celebration")]
    [InlineData(MessageKind.Error, "error")]
    public void Every_kind_has_its_name(MessageKind kind, string name)
    {
        var output = new StringWriter();
        using var view = SomeView.Json(output);

        view.Show(Card with { Kind = kind });

        Assert.Equal(name, JsonDocument.Parse(output.ToString()).RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("Done", "Done.1.1.1")]
    [InlineData("done ", "Done.1.1.1")]
    [InlineData("1", "Done.1.1.1")]
    [InlineData("2", "Smaller.1.1.1")]
    [InlineData("3", "Skip.1.1.1")]
    public async Task A_label_or_a_number_presses_the_button(string line, string data)
    {
        var sender = await Shown(Card);

        Assert.Equal(new ChatEvent.ButtonPressed(data, null), sender.Read(line));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("done with it")]
    [InlineData("")]
    public async Task Any_other_line_is_a_text(string line)
    {
        var sender = await Shown(Card);

        Assert.Equal(new ChatEvent.TextWritten(line), sender.Read(line));
    }

    [Fact]
    public async Task Only_the_latest_buttons_can_be_pressed()
    {
        var sender = await Shown(Card, Card with { Buttons = [ImmutableArray.Create(new Button("Keep going", "KeepGoing.1.1.1"))] });

        Assert.Equal(new ChatEvent.ButtonPressed("KeepGoing.1.1.1", null), sender.Read("1"));
        Assert.Equal(new ChatEvent.TextWritten("skip"), sender.Read("skip"));
    }

    [Fact]
    public void Markup_of_a_person_or_a_model_is_shown_as_text()
    {
        var console = new TestConsole();

        new ConsoleView(console, isInteractive: false).Show(Card with { Text = FormattedText.Plain("[red]not red[/] [/] \u001b[31m <b>") });

        Assert.Contains("[red]not red[/] [/]  [31m <b>", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Buttons_are_numbered_choices()
    {
        var console = new TestConsole();

        new ConsoleView(console, isInteractive: true).Show(Card);

        Assert.Contains("1 Done   2 Smaller   3 Skip", console.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+30m", "2026-03-28T09:30:00Z")]
    [InlineData("+3h", "2026-03-28T12:00:00Z")]
    // Berlin: in the night to the 29th the clocks go from 02:00 to 03:00, and the day has 23 hours.
    [InlineData("+1d", "2026-03-29T08:00:00Z")]
    [InlineData("+1w", "2026-04-04T08:00:00Z")]
    [InlineData("2026-03-29T09:30", "2026-03-29T07:30:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29T09:30:00Z", "2026-03-29T09:30:00Z")]
    public void The_clock_is_moved_by_days_on_the_wall(string move, string moment)
    {
        var now = Instant.FromUtc(2026, 3, 28, 9, 0);

        Assert.Equal(InstantPattern.General.Parse(moment).Value, TerminalClock.ReadMove(move, now, SomeView.Berlin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+d")]
    [InlineData("1d")]
    [InlineData("+1y")]
    [InlineData("+99999999999d")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    public void A_move_that_is_none_is_not_made(string move) =>
        Assert.Null(TerminalClock.ReadMove(move, Instant.FromUtc(2026, 3, 28, 9, 0), SomeView.Berlin));

    static async Task<TerminalSender> Shown(params OutgoingMessage[] messages)
    {
        using var view = SomeView.Json(TextWriter.Null);
        var sender = new TerminalSender(view, new SavedFiles("unused"));
        foreach (var message in messages) await sender.SendAsync(TerminalSender.Chat, message, CancellationToken.None);
        return sender;
    }
}
