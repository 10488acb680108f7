using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Finds the numbers that a text claims, in digits of any script and in words of its language, so that one that is not from the store can
/// be told. "One" is no claim: in half of the languages it is an article.
/// </summary>
internal static partial class ClaimedNumbers
{
    /// <summary>Number words of each language. Italian "sei" is left out: it says "you are" far more often than six.</summary>
    static readonly Dictionary<Language, Dictionary<string, double>> _words = new()
    {
        [Language.English] = Words("two=2 twice=2 double=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12 fifteen=15 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000"),
        [Language.Spanish] = Words("dos=2 doble=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 docena=12 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 mil=1000"),
        [Language.German] = Words("zwei=2 zweimal=2 doppelt=2 drei=3 dreimal=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dutzend=12 fünfzehn=15 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000"),
        [Language.French] = Words("deux=2 double=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 douzaine=12 quinze=15 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 mille=1000"),
        [Language.Portuguese] = Words("dois=2 duas=2 dobro=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 dúzia=12 quinze=15 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 mil=1000"),
        [Language.Italian] = Words("due=2 doppio=2 tre=3 quattro=4 cinque=5 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 dozzina=12 quindici=15 venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90 cento=100 mille=1000"),
        [Language.Russian] = Words("два=2 две=2 двух=2 дважды=2 вдвое=2 три=3 трёх=3 трех=3 четыре=4 четырёх=4 пять=5 пяти=5 шесть=6 шести=6 семь=7 семи=7 восемь=8 восьми=8 девять=9 девяти=9 десять=10 десяти=10 двенадцать=12 пятнадцать=15 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60 семьдесят=70 восемьдесят=80 девяносто=90 сто=100 тысяча=1000"),
        [Language.Chinese] = Words("二=2 两=2 三=3 四=4 五=5 六=6 七=7 八=8 九=9 十=10 百=100 千=1000"),
    };

    /// <summary>The numbers in a text, in order; not a number where one was written whose value is not known.</summary>
    public static IEnumerable<double> In(string text, Language language) => Number().Matches(Spelled(text))
        .Select(match => Value(match.Value, _words.GetValueOrDefault(language) ?? _words[Language.English])).OfType<double>();

    /// <summary>The numbers in several texts.</summary>
    public static IReadOnlySet<double> In(Language language, params IEnumerable<string> texts) => texts.SelectMany(text => In(text, language)).ToHashSet();

    /// <summary>Reads "14,000" and "14.000" as fourteen thousand, "2.5" and "2,5" as two and a half.</summary>
    public static double OfDigits(string digits)
    {
        var ascii = string.Concat(digits.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        var parts = ascii.Split(',', '.');
        var plain = parts.Length > 1 && parts[1..].All(part => part.Length == 3) ? string.Concat(parts) : ascii.Replace(',', '.');
        return double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    // Digits beyond the first plane of Unicode, such as the bold ones of mathematics, are two units each, which no pattern sees as a digit.
    static string Spelled(string text) => !text.Any(char.IsSurrogate) ? text.Normalize(NormalizationForm.FormC) : string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes()
        .Select(rune => !rune.IsBmp && Rune.GetNumericValue(rune) is >= 0 and var value ? value.ToString(CultureInfo.InvariantCulture) : rune.ToString()));

    static double? Value(string word, Dictionary<string, double> words)
    {
        if (char.IsDigit(word[0])) return OfDigits(word);
        if (words.TryGetValue(word.ToLowerInvariant(), out var value)) return value;
        if (char.GetNumericValue(word, 0) is >= 0 and var numeral) return numeral;
        return Compound().IsMatch(word) ? double.NaN : null;
    }

    static Dictionary<string, double> Words(string pairs) => pairs.Split(' ').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));

    // Chinese numerals count only before something to count: 十分 is "very".
    [GeneratedRegex(@"\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{No}\p{Nl}-[〇]]|[二两三四五六七八九十百千](?=[二三四五六七八九十百千页頁个個次天周月年小遍张張道题題字步条條组組倍成章节節本句件杯只]|分[钟鐘之])|[\p{L}-[\p{IsCJKUnifiedIdeographs}]]+")]
    private static partial Regex Number();

    // "einundzwanzig", "ventuno", "тринадцать": numbers all the same, though nobody gave them in words.
    [GeneratedRegex("und(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)$|^(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)(?:i?due|itré|uno|otto|i?cinque|iquattro|isei|isette|inove)$|^(?:thir|four|six|seven|eigh|nine)teen$|^(?:tre|quator|sei)ze$|^veinti|^dieci(?:s|o|n)|^dici|надцать$|zehn$", RegexOptions.IgnoreCase)]
    private static partial Regex Compound();
}
