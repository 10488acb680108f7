using System.Globalization;
using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>Reads how long a model says something takes: "5 min", "2-5 minutes", "an hour", "30 segundos", "5分钟".</summary>
internal static partial class Durations
{
    /// <summary>Minutes named in a text, the upper end of a range; null where none are. A bare number is minutes.</summary>
    public static double? Minutes(string text)
    {
        if (double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bare)) return Sane(bare);
        if (BareRange().Match(text) is { Success: true } range) return Sane(Number(range.Groups[1].Value));
        return Duration().Match(text) is { Success: true } match ? InMinutes(match) : null;
    }

    /// <summary>UTF-16 units of a piece that is a duration and little else, or a difficulty; what is longer says more.</summary>
    public const int LongestPiece = 100;

    /// <summary>Minutes where a piece of text is a duration and little else ("about 3 minutes", "10 min a night"); null where it says more.</summary>
    public static double? Whole(string piece) => piece.Length <= LongestPiece && WholeDuration().Match(piece) is { Success: true } match ? InMinutes(match) : null;

    static double? InMinutes(Match match)
    {
        var high = match.Groups["high"];
        var amount = Number((high.Success ? high : match.Groups["low"]).Value);
        return Sane(match.Groups["sec"].Success ? amount / 60 : match.Groups["hour"].Success ? amount * 60 : amount);
    }

    // Nobody means a step of more than a day; such a number is something else.
    static double? Sane(double? minutes) => minutes is > 0 and <= 24 * 60 ? minutes : null;

    static double? Number(string word) => word.ToLowerInvariant() switch
    {
        "half a" or "half an" or "media" or "une demi" or "eine halbe" or "mezz'" or "meia" or "半" => 0.5,
        "a" or "an" or "one" or "un" or "una" or "uno" or "une" or "ein" or "eine" or "um" or "uma" or "одна" or "один" or "одну" or "一" => 1,
        "two" or "dos" or "deux" or "zwei" or "dois" or "duas" or "due" or "две" or "два" or "两" or "二" => 2,
        "three" or "tres" or "trois" or "drei" or "três" or "tre" or "три" or "三" => 3,
        "four" or "cuatro" or "quatre" or "vier" or "quatro" or "quattro" or "четыре" or "四" => 4,
        "five" or "cinco" or "cinq" or "fünf" or "cinque" or "пять" or "五" => 5,
        "ten" or "diez" or "dix" or "zehn" or "dez" or "dieci" or "десять" or "十" => 10,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        var digits => double.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    const string Amount = @"\d{1,4}(?:[.,]\d{1,2})?|half an?|media|une demi|eine halbe|meia|an?|one|two|three|four|five|ten|fifteen|twenty|thirty|una?|uno|une|dos|deux|zwei|dois|duas|due|tres|trois|drei|três|tre|cuatro|quatre|vier|quatro|quattro|cinco|cinq|fünf|cinque|diez|dix|zehn|dez|dieci|eine?|uma?|одн[ау]|один|две|два|три|четыре|пять|десять|[半一两二三四五十]";
    const string Unit = @"(?:(?<sec>s|secs?|seconds?|segundos?|sekunden?|secondes?|second[io]|сек\w*|秒)|(?<min>m|mins?|minutes?|minuten?|minutos?|minut[io]|мин\w*|分钟|分鐘|分)|(?<hour>h|hrs?|hours?|stunden?|std|horas?|heures?|or[ae]|час\w*|小时|小時))(?!\p{L}|(?<=\p{IsCyrillic})\p{IsCyrillic})";
    const string Span = $@"(?<![\p{{L}}\d])(?<low>{Amount})(?:\s*(?:[-–—~]|to|à|a|bis|до|até|至|到|or|oder|ou|o)\s*(?<high>{Amount}))?[\s-]*{Unit}";
    const string About = @"(?:(?:so|about|around|roughly|approx\.?|approximately|ca\.?|circa|max\.?|under|up to|takes?|only|just|unos|unas|environ|etwa|cerca de|около|примерно|大约|约|(?:estimated )?time|duration|tiempo|temps|zeit|dauer|tempo|durata|время|时间)[\s:：]*)*";

    [GeneratedRegex(Span, RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex($@"^[^\p{{L}}\p{{N}}]*{About}[^\p{{L}}\p{{N}}]*{Span}(?:[\s/]+[\p{{L}}\d]+){{0,3}}\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeDuration();

    [GeneratedRegex(@"^\s*\d{1,3}\s*[-–—]\s*(\d{1,3})\s*$")]
    private static partial Regex BareRange();
}
