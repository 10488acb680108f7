using CsCheck;
using MicroWins.Rules.Sizing;

namespace MicroWins.Rules.Tests.Sizing;

/// <summary>Texts as nobody would write them all: built of amounts, verbs, scopes and times, spliced from real ones, or any Unicode at all.</summary>
static class GeneratedTexts
{
    static readonly string[] Real = [.. Cases.All.Select(c => c.Text)];

    static readonly string[] Verbs = ["Read", "Write", "Solve", "Clean", "Run", "Text", "Buy", "Finish", "Learn", "Go to", "Leer", "Schreib", "Lire", "Ler", "Pulire", "Прочитать", "读", "Zorp", ""];

    static readonly string[] Objects = ["pages", "chapters 3-5", "problems", "the whole house", "a thesis", "km", "flashcards", "the dentist", "páginas", "Seiten", "pages", "páginas", "la casa", "страниц", "页书", "gizmo", "words", "sets of 12 push-ups"];

    static readonly string[] Tails = ["", " for 45 minutes", " before bed", " and call mom", ", then write the report and clean everything", " in 3 hours", " (10 min)", " every day", " all weekend", " durante 2 horas", " und Müll rausbringen", "，然后写报告", " полтора часа", " - 90 min", " until 5 pm", " for 3 days"];

    static readonly Gen<string> Built = Gen.Select(Pick.From(Verbs), Gen.Int[0, 5000], Pick.From(Objects), Pick.From(Tails),
        (verb, amount, what, tail) => $"{verb} {amount} {what}{tail}");

    static readonly Gen<string> Spliced = Gen.Select(Pick.From(Real), Pick.From(Real), Gen.Int[0, 200], Pick.From(" and ", ", ", " ", ": ", " 99 ", "; ", " (", " for 2 hours "),
        (one, other, at, glue) => one[..Math.Min(at, one.Length)] + glue + other);

    static readonly Gen<string> AnyUnicode = Gen.Char.Array[0, 300].Select(chars => new string(chars));

    public static readonly Gen<string> Texts = Gen.Frequency((4, Built), (4, Spliced), (2, Pick.From(Real)), (1, AnyUnicode));

    public static readonly Gen<Pace?> Paces = Gen.OneOf(Gen.Const((Pace?)null), Gen.Double[0.5, 4].Select(factor =>
        (Pace?)Pace.Of(Enum.GetValues<WorkKind>().Select(kind => (kind, 10.0, 10 * factor)))));

    public static readonly Gen<SizingQuestion> Questions = Gen.Select(Texts, Gen.Enum<Language>().Nullable(), Gen.Double[0.1, 300].Nullable(), Paces,
        (text, language, claimed, pace) => new SizingQuestion(text, language, claimed, pace));

    public static readonly Gen<double> Targets = Gen.OneOf(Pick.From(10.0, 5, 2), Gen.Double[1, 10]);
}

static class Pick
{
    public static Gen<T> From<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);
}
