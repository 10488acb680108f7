using System.Globalization;
using System.Text;

namespace MicroWins.Rules.Safety.Matching;

/// <summary>Folds single code points, so that one word has one spelling: case, accents, width, ornament and invisible characters go.</summary>
/// <remarks>
/// Written out instead of <see cref="string.Normalize()"/>: that depends on the machine's ICU, does not know small capitals or squared letters,
/// and throws on broken surrogates. Patterns and messages pass through the same fold, so the fold may lose differences (й and и, ä and a).
/// </remarks>
static class Letters
{
    static readonly Dictionary<int, string> Folds = Table(
    [
        "a àáâãäåāăąǎạảấầẩẫậắằẳẵặªᵃᴀ", "b ᵇʙ", "c çćĉċčᶜᴄ", "d ďđðᵈᴅ", "e èéêëēĕėęěẽẹẻếềểễệᵉᴇ", "f ᶠꜰ", "g ĝğġģᵍɢ", "h ĥħʰʜ", "i ìíîïĩīĭįıİỉịⁱɪ",
        "j ĵʲᴊ", "k ķᵏᴋ", "l ĺļľŀłˡʟ", "m ᵐᴍ", "n ñńņňŋⁿɴ", "o òóôõöøōŏőǒọỏốồổỗộớờởỡợºᵒᴏ", "p ᵖᴘ", "r ŕŗřʳʀ", "s śŝşšșˢꜱ", "t ţťŧțᵗᴛ",
        "u ùúûüũūŭůűųǔụủứừửữựᵘᴜ", "v ᵛᴠ", "w ŵʷᴡ", "x ˣ", "y ýÿŷỹʸʏ", "z źżžᶻᴢ", "ss ßẞ", "ae æ", "oe œ", "fi ﬁ", "fl ﬂ", "е ёѐ", "и йѝ", "і ї",
        "杀 殺", "么 麼麽", "药 藥", "楼 樓", "结 結", "续 續", "觉 覺", "没 沒", "义 義", "个 個", "还 還", "这 這", "对 對", "开 開", "关 關", "伤 傷", "离 離", "遗 遺",
        "书 書", "说 說", "帮 幫", "爱 愛", "无 無", "过 過", "来 來", "会 會", "让 讓", "后 後", "时 時", "轻 輕", "绝 絕", "们 們", "复 復", "饭 飯", "样 樣", "妈 媽",
        "给 給", "为 為爲", "难 難", "谁 誰", "话 話", "见 見", "发 發", "边 邊", "间 間", "点 點", "脱 脫", "里 裡裏", "从 從", "跃 躍", "证 證", "条 條", "机 機", "厌 厭",
        "恶 惡", "战 戰", "压 壓", "烦 煩", "买 買", "写 寫", "东 東", "头 頭", "问 問", "题 題", "现 現", "实 實", "经 經", "学 學", "论 論", "课 課", "业 業", "试 試",
        "考 攷", "体 體", "胖 肨", "饿 餓", "减 減", "将 將", "与 與", "万 萬", "亲 親", "请 請", "许 許", "应 應", "该 該", "认 認", "识 識", "谢 謝", "变 變", "总 總",
        "乐 樂", "欢 歡", "师 師", "医 醫", "疗 療", "虑 慮", "忧 憂", "郁 鬱", "并 並", "渐 漸", "尽 盡", "紧 緊", "动 動", "办 辦", "处 處", "别 別", "号 號", "门 門",
    ]);

    // Look-alikes: used only inside a word that mixes scripts, where one of them is a disguise.
    const string Cyrillic = "авекмнорстухіјѕԁьгп", LatinOfCyrillic = "abekmhopctyxijsdbrn";
    const string Greek = "αβεικνορτυχγηω", LatinOfGreek = "abeiknoptuxynw";

    /// <summary>Folds one code point to none, one or two letters in lower case.</summary>
    public static string Fold(Rune rune)
    {
        if (rune.IsAscii) return Ascii[rune.Value];
        // Latin, Greek and Cyrillic letters, each folded when it is first met. Two threads that come at once fold it alike.
        return rune.Value < Met.Length ? Met[rune.Value] ??= Folded(rune) : Folded(rune);
    }

    static readonly string?[] Met = new string?[0x600];

    static string Folded(Rune rune)
    {
        var plain = Rune.ToLowerInvariant(Unornamented(rune));
        if (plain.IsAscii) return Ascii[plain.Value];
        if (Folds.TryGetValue(plain.Value, out var folded)) return folded;
        return IsInvisible(plain) ? "" : plain.ToString();
    }

    /// <summary>True for Chinese characters, which are words by themselves here.</summary>
    public static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF;

    /// <summary>Turns the look-alikes of a word into the script of most of its letters; a word of one script comes back as it is.</summary>
    public static string Undisguised(string word)
    {
        int latin = 0, other = 0;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z') latin++;
            else if (c is >= 'α' and <= 'ӿ' or >= 'ԁ' and <= 'ԯ') other++;
        }
        if (latin is 0 || other is 0) return word;
        return latin >= other || word.Any(c => c is >= 'α' and <= 'ω')
            ? Swap(Swap(word, Cyrillic, LatinOfCyrillic), Greek, LatinOfGreek)
            : Swap(word, LatinOfCyrillic, Cyrillic);
    }

    static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => char.ToLowerInvariant((char)c).ToString())];

    static string Swap(string word, string from, string to) => string.Create(word.Length, (word, from, to), static (span, swap) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var at = swap.from.IndexOf(swap.word[i]);
            span[i] = at < 0 ? swap.word[i] : swap.to[at];
        }
    });

    // Full width, mathematical, circled, parenthesised and squared letters are plain letters in costume.
    static Rune Unornamented(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(rune.Value - 0xFEE0),
        >= 0x1D400 and <= 0x1D6A3 => Letter((rune.Value - 0x1D400) % 26),
        >= 0x1D7CE and <= 0x1D7FF => new('0' + (rune.Value - 0x1D7CE) % 10),
        >= 0x249C and <= 0x24B5 => Letter(rune.Value - 0x249C),
        >= 0x24B6 and <= 0x24E9 => Letter((rune.Value - 0x24B6) % 26),
        >= 0x1F110 and <= 0x1F129 => Letter(rune.Value - 0x1F110),
        >= 0x1F130 and <= 0x1F149 => Letter(rune.Value - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => Letter(rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => Letter(rune.Value - 0x1F170),
        _ => rune,
    };

    static Rune Letter(int index) => new('a' + index);

    static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    static Dictionary<int, string> Table(string[] rows) => new(
        from row in rows
        let split = row.IndexOf(' ')
        from rune in row[(split + 1)..].EnumerateRunes()
        select KeyValuePair.Create(rune.Value, row[..split]));
}
