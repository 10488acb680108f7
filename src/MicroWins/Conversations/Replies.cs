using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text;
using MicroWins.Messaging;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations;

/// <summary>
/// The bot's sentences in one language, from Replies.resx and its translations (Replies.de.resx, ...).
/// <c>{0}</c> stands for a value, <c>**words**</c> are bold, <c>__words__</c> italic; a value is text and can be neither.
/// A reply that counts has one entry per plural form of the language: Kept.one, Kept.few, Kept.many, Kept.other.
/// </summary>
public sealed class Replies
{
    static readonly ResourceManager Resources = new("MicroWins.Conversations.Replies", typeof(Replies).Assembly);
    static readonly Dictionary<Language, Replies> All = Enum.GetValues<Language>().ToDictionary(language => language, language => new Replies(language));

    readonly Language _language;
    readonly CultureInfo _culture;

    // What was asked for once. Two threads that come at once find the same.
    readonly string?[] _templates = new string?[Enum.GetValues<Reply>().Length], _labels = new string?[Enum.GetValues<ButtonVerb>().Length];

    Replies(Language language)
    {
        _language = language is Language.Unknown ? Language.English : language;
        _culture = CultureInfo.GetCultureInfo(_language.Code());
    }

    public static Replies In(Language language) => All[language];

    /// <summary>Whether the bot's sentences are translated to a language; English is always there.</summary>
    public static bool Speaks(Language language) => language is Language.English
        || Resources.GetResourceSet(CultureInfo.GetCultureInfo(language.Code()), createIfNotExists: true, tryParents: false) is not null;

    public FormattedText this[Reply reply, params ReadOnlySpan<object> values] => Fill(Template(reply), values);

    /// <summary>A reply that counts: the number is {0}, the values follow from {1}.</summary>
    public FormattedText Count(Reply reply, int number, params ReadOnlySpan<object> values)
    {
        var form = PluralForms.Of(_language, number);
        var template = Resources.GetString($"{reply}.{form}", _culture) ?? Template($"{reply}.other");
        return Fill(template, [number, .. values]);
    }

    /// <summary>The label of a button.</summary>
    public string Label(ButtonVerb verb) => _labels[(int)verb] ??= Template($"Button.{verb}");

    /// <summary>What a person says who presses one of the buttons under "what makes it hard?".</summary>
    public string WhyOf(ButtonVerb because) => Template($"Why.{because}");

    /// <summary>What stands beside a command in a menu.</summary>
    public string AboutCommand(string command) => Template($"Command.{command}");

    /// <summary>A date as it is said within a sentence: "3 March".</summary>
    public FormattedText On(LocalDate day) => this[Reply.Date, day.Day, Template(nameof(Reply.Months)).Split('|')[day.Month - 1]];

    /// <summary>The name of a day of the week.</summary>
    public string Weekday(LocalDate day) => Template(nameof(Reply.Weekdays)).Split('|')[(int)day.DayOfWeek - 1];

    /// <summary>A short date, where there is little room: "3 Mar".</summary>
    public string Briefly(LocalDate day) => this[Reply.Date, day.Day, List(Reply.MonthsShort)[day.Month - 1]].ToPlainText();

    /// <summary>An entry that is a list, with | between its parts.</summary>
    public IReadOnlyList<string> List(Reply reply) => Template(reply).Split('|');

    string Template(Reply reply) => _templates[(int)reply] ??= Template(reply.ToString());

    string Template(string key) => Resources.GetString(key, _culture) ?? throw new MissingManifestResourceException($"There is no reply {key}.");

    static FormattedText Fill(string template, ReadOnlySpan<object> values)
    {
        if (template.Length > 0 && template.AsSpan().IndexOfAny('{', '*', '_') < 0) return new([new(template)]);
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var text = new StringBuilder();
        var style = TextStyle.Plain;
        for (var i = 0; i < template.Length;)
        {
            var mark = i + 1 < template.Length ? template.AsSpan(i, 2) : default;
            if (mark is "**" or "__")
            {
                Close();
                style = style is TextStyle.Plain ? (mark is "**" ? TextStyle.Bold : TextStyle.Italic) : TextStyle.Plain;
                i += 2;
            }
            else if (template[i] is '{' && template.IndexOf('}', i) is > 0 and var end)
            {
                AppendValue(text, values[int.Parse(template.AsSpan(i + 1, end - i - 1), CultureInfo.InvariantCulture)], runs, style);
                i = end + 1;
            }
            else
            {
                text.Append(template[i++]);
            }
        }
        Close();
        return new(runs.ToImmutable());

        void Close()
        {
            if (text.Length > 0) runs.Add(new(text.ToString(), style));
            text.Clear();
        }
    }

    // A formatted value brings its own emphasis; any other is plain text in the style around it.
    static void AppendValue(StringBuilder text, object value, ImmutableArray<TextRun>.Builder runs, TextStyle style)
    {
        if (value is not FormattedText formatted)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value}");
            return;
        }
        if (text.Length > 0) runs.Add(new(text.ToString(), style));
        text.Clear();
        runs.AddRange(formatted.Runs.Select(run => run.Style is TextStyle.Plain ? run with { Style = style } : run));
    }
}
