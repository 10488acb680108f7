namespace MicroWins.Rules.Sizing.Amounts;

/// <summary>Puts another amount into a text: the number, and where the language asks for it the forms of the words that go with it.</summary>
readonly struct AmountWording(AmountSpot spot)
{
    Passage Passage => spot.Reading.Passage;

    Language Language => spot.Reading.Language;

    string Line => spot.Reading.Line;

    Sentences Say => Passage.Lexicon.Sentences;

    /// <summary>The text with another amount; null where the forms are not known.</summary>
    public string? With(int amount) => spot.Measure switch
    {
        AmountMeasure.Minutes => WithMinutes(amount),
        _ => KeepsForms(amount) ? WithNumber(amount) : spot.UnitAt.First < spot.Number.End ? null : WithUnit(amount),
    };

    // From two on most languages say the same form for every number; Chinese says it from one on, Russian has three.
    bool KeepsForms(int amount) => Passage.Lexicon.NoSpaces || (Language is Language.Russian
        ? Say.FormOf(amount, 3) == Say.FormOf(spot.Amount, 3) && (amount is 1) == (spot.Amount is 1) : amount > 1 && spot.Amount > 1);

    string WithMinutes(int amount)
    {
        if (spot.Reading.Frame is "neutral") return Digits(amount) + Line[Line.IndexOf(Reading.Neutral, StringComparison.Ordinal)..];
        var isPlain = Passage[spot.Length.Last].Minutes is 1 && spot.Amount > 1 && amount > 1 && Language is not Language.Russian && !spot.IsRange && spot.Number.First < spot.Number.End;
        return Articled(isPlain ? WithNumber(amount) : new TimeWording(spot.Reading, new(spot.Reading)).WithTime(spot.Length, amount));
    }

    // "a 5-minute walk", but "an 8-minute walk".
    string Articled(string text)
    {
        if (Language is not Language.English) return text;
        foreach (var number in (string[])["8", "11", "18"])
            text = text.Replace(" a " + number + "-minute", " an " + number + "-minute", StringComparison.Ordinal);
        foreach (var number in (string[])["5", "6", "7", "9", "10"])
            text = text.Replace(" an " + number + "-minute", " a " + number + "-minute", StringComparison.Ordinal);
        return text;
    }

    int NumberStart => Passage.Tokens[spot.Number.First].Start;

    int NumberEnd => Passage.Tokens[spot.Number.End - 1].End;

    string WithNumber(int amount) => Line[..NumberStart] + Digits(amount) + Line[NumberEnd..];

    // Whole numbers stay whole: Say.Number is for minutes.
    string Digits(int amount) => amount is 1 && Language is Language.English && spot.Measure is not AmountMeasure.Minutes ? "one"
        : amount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    string? WithUnit(int amount)
    {
        if ((amount is 1) != (spot.Amount is 1) && IsTied()) return null;
        var end = Passage.Tokens[spot.UnitAt.End - 1].End;
        // An article may hang on the word behind it: "un'email".
        var words = Line[NumberEnd..end].TrimStart(' ', '\'', '’', '-');
        var adjective = AdjectiveBehind(end);
        var unit = UnitForms.Of(Language).Counted(words, Line[end..adjective], amount, spot.Amount, Passage.Lexicon);
        return unit is null ? null : Line[..NumberStart] + Digits(amount) + " " + unit + Line[adjective..];
    }

    // "that one sentence", "one line that ends it": other words would have to change as well.
    bool IsTied()
    {
        if (spot.Number.First > 0 && UnitForms.Of(Language).IsTiedTo(Passage.Tokens[spot.Number.First - 1].Text)) return true;
        var behind = Passage.IsKind(spot.UnitAt.End, TokenKind.Comma) ? spot.UnitAt.End + 1 : spot.UnitAt.End;
        return Passage.Is(behind, WordClass.Cut) && UnitForms.Of(Language).IsTiedTo(Passage.Tokens[behind].Text);
    }

    // "una respiración profunda": the word behind the unit changes with it where it is an adjective.
    int AdjectiveBehind(int end) =>
        spot.UnitAt.End < Passage.Count && Passage.IsKind(spot.UnitAt.End, TokenKind.Word) && UnitForms.Of(Language).IsAdjectiveBehind(Passage.Tokens[spot.UnitAt.End].Text)
            ? Passage.Tokens[spot.UnitAt.End].End : end;
}
