using SkiaSharp;

namespace MicroWins.Pictures;

public enum PictureTheme { Light, Dark }

/// <summary>
/// The colours of a theme. Text stands out from what is under it by 4.5 to 1, marks by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). No
/// meaning rests on a colour alone, and a missed day is no red one.
/// </summary>
sealed record Palette
{
    public required SKColor Page { get; init; }
    public required SKColor Card { get; init; }
    public required SKColor Tile { get; init; }
    public required SKColor Text { get; init; }
    public required SKColor Muted { get; init; }

    /// <summary>What is behind a bar: as much as was asked.</summary>
    public required SKColor Track { get; init; }

    public required SKColor Grid { get; init; }

    /// <summary>The bars.</summary>
    public required SKColor Kept { get; init; }

    /// <summary>A kept day in the calendar, by wins: one, two, three and more.</summary>
    public required SKColor[] KeptDays { get; init; }

    /// <summary>The number in such a day.</summary>
    public required SKColor[] OnKeptDays { get; init; }

    public required SKColor Missed { get; init; }
    public required SKColor FrozenDay { get; init; }
    public required SKColor OnFrozenDay { get; init; }
    public required SKColor Blank { get; init; }
    public required SKColor Curve { get; init; }

    public static Palette Of(PictureTheme theme) => theme switch
    {
        PictureTheme.Light => Light,
        PictureTheme.Dark => Dark,
    };

    static Palette Light { get; } = new()
    {
        Page = new(0xFFE4EAF0), Card = SKColors.White, Tile = new(0xFFF2F5F8), Text = new(0xFF17212B), Muted = new(0xFF55636F),
        Track = new(0xFFCDE4D6), Grid = new(0xFFDDE3E9),
        Kept = new(0xFF23804A),
        KeptDays = [new(0xFF4A9F6E), new(0xFF23804A), new(0xFF11512C)], OnKeptDays = [new(0xFF06170D), SKColors.White, SKColors.White],
        Missed = new(0xFF7A8793), FrozenDay = new(0xFFDDE8F6), OnFrozenDay = new(0xFF35659F), Blank = new(0xFFC3CCD4), Curve = new(0xFF2B66C4),
    };

    static Palette Dark { get; } = new()
    {
        Page = new(0xFF0D141C), Card = new(0xFF1A2430), Tile = new(0xFF243140), Text = new(0xFFF1F4F7), Muted = new(0xFFAAB7C3),
        Track = new(0xFF2B4638), Grid = new(0xFF334253),
        Kept = new(0xFF4DB679),
        KeptDays = [new(0xFF338255), new(0xFF4DB679), new(0xFF98E8B8)], OnKeptDays = [SKColors.White, new(0xFF06170D), new(0xFF06170D)],
        Missed = new(0xFF7F8F9E), FrozenDay = new(0xFF27405C), OnFrozenDay = new(0xFFA9CCF5), Blank = new(0xFF465666), Curve = new(0xFF82B4FA),
    };
}
