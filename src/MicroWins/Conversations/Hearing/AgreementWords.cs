using MicroWins.Coaching.Embedded.Reading;
using MicroWins.Rules;
using NodaTime;

namespace MicroWins.Conversations.Hearing;

/// <summary>A report about a day that is over.</summary>
/// <param name="Rest">The words without the day.</param>
/// <param name="IsDayBefore">True for the day before yesterday.</param>
readonly record struct LateReport(string Rest, bool IsDayBefore);

/// <summary>Plain phrases about when and how the bot asks, in all languages at once. Cautious: nothing but fillers may stand beside a phrase.</summary>
static class AgreementWords
{
    static readonly PhraseList
        Filler = PhraseList.Parse("ok, okay, please, pls, hey, hi, sorry, bot, i, im, i am, ive, now, so, well, just, got, a, the, for, on, and, but, bitte, ich, bin, jetzt, hab, habe, leider, por favor, estoy, tengo, yo, ahora, el, la, s'il te plaît, je, suis, maintenant, j'ai, en, por favor, estou, eu, agora, o, per favore, sono, ho, adesso, io, пожалуйста, я, сейчас, у меня, 我, 请, 现在, 了, 在, 有, again, wieder, otra vez, de nuevo, encore, de novo, снова"),
        Yesterday = PhraseList.Parse("yesterday, gestern, ayer, ontem, ieri, вчера, 昨天"),
        FrenchYesterday = PhraseList.Parse("hier"),
        DayBefore = PhraseList.Parse("the day before yesterday, day before yesterday, vorgestern, anteayer, antier, antes de ayer, avant-hier, anteontem, l'altro ieri, altro ieri, позавчера, 前天"),
        Resume = PhraseList.Parse("resume, unpause, back, i'm back, back again, well again, feeling better, end the pause, wieder da, zurück, wieder gesund, he vuelto, ya volví, de vuelta, volví, de retour, me revoilà, me voilà, voltei, de volta, tornato, tornata, rieccomi, eccomi, вернулся, вернулась, снова здесь, снова тут, 回来, 回来了, 继续提醒"),
        Ill = PhraseList.Parse("ill, sick, the flu, flu, a cold, covid, a fever, in hospital, krank, grippe, erkältet, fieber, im krankenhaus, enfermo, enferma, gripe, fiebre, malade, la grippe, de la fièvre, doente, gripado, gripada, febre, malato, malata, l'influenza, influenza, febbre, болею, заболел, заболела, грипп, температура, 生病, 病, 感冒, 发烧, away, holiday, holidays, vacation, im urlaub, urlaub, de vacaciones, vacaciones, en vacances, de férias, férias, in vacanza, в отпуске, 度假, 放假"),
        Pause = PhraseList.Parse("pause, break, a break, need a break, take a break, taking a break, exams, have exams, exam week, exam period, pausiere, mach pause, machen pause, brauche eine pause, prüfungen, klausuren, prüfungsphase, pausa, una pausa, exámenes, examen, une pause, faire une pause, partiels, examens, uma pausa, provas, esami, сессия, экзамены, пауза, перерыв, 暂停, 休息, 考试"),
        DoNotAsk = PhraseList.Parse("don't ask, don't ask me, don't ask me anymore, don't ask me any more, stop asking, stop asking me, stop reminding me, no more reminders, no reminders, frag nicht mehr, frag mich nicht mehr, nicht mehr fragen, keine erinnerungen, no me preguntes, no preguntes, no me preguntes más, ne me demande plus, ne demande plus, não me pergunte, não pergunte, não me pergunte mais, não pergunte mais, non chiedermelo, non chiedermelo più, non chiedere più, не спрашивай, не спрашивай больше, больше не спрашивай, 不用问我, 别问我, 不要再问, 别问"),
        Ask = PhraseList.Parse("ask me, ask, check in, check in with me, remind me daily, remind me every day, frag mich, frage mich, frag, melde dich, pregúntame, pregunta, recuérdame cada día, demande-moi, demande moi, pergunte, me pergunte, me pergunta, chiedimi, chiedimelo, спрашивай, спрашивай меня, спроси, спроси меня, 问我, 提醒我每天, 每天提醒我"),
        TimeFiller = PhraseList.Parse("at, every, each, day, daily, in, the, of, on, o'clock, oclock, am, pm, morning, mornings, evening, evenings, afternoon, night, noon, midday, instead, from, now, please, better, rather, around, about, always, and, only, please, um, uhr, morgens, abends, nachmittags, mittags, früh, jeden, tag, täglich, morgen, abend, gegen, immer, und, bitte, lieber, ab, jetzt, a, las, la, cada, día, días, todos, los, por, de, mañana, tarde, noche, mejor, sobre, siempre, y, chaque, jour, tous, les, matin, soir, heures, heure, h, vers, plutôt, toujours, et, du, le, às, as, à, todo, dia, todos, os, dias, da, manhã, noite, melhor, sempre, e, horas, alle, ogni, giorno, tutti, i, giorni, di, mattina, sera, verso, meglio, ore, в, каждый, день, утром, вечером, утра, вечера, часов, часа, час, ровно, и, лучше, 每天, 早上, 晚上, 上午, 下午, 中午, 点, 半, 和, 请, 在"),
        Here = PhraseList.Parse("i'm in, i am in, im in, i'm now in, i'm at, i live in, i moved to, i've moved to, i arrived in, i'm back in, ich bin in, ich bin jetzt in, ich bin gerade in, bin in, bin jetzt in, ich lebe in, ich wohne in, estoy en, ahora estoy en, vivo en, me mudé a, je suis à, je suis en, je suis maintenant à, je suis au, j'habite à, estou em, agora estou em, moro em, estou no, estou na, sono a, sono in, adesso sono a, ora sono a, abito a, vivo a, я в, я сейчас в, я теперь в, живу в, я живу в, 我在, 我现在在, 我到, 我住在");

    /// <summary>Words of a message about the agreement at the most; a longer one is about something else.</summary>
    const int MostWords = 14, MostIdeographs = 18;

    /// <summary>The report without its "yesterday"; null where no such day is named.</summary>
    public static LateReport? WithoutYesterday(string text, Language language)
    {
        var words = PersonText.Read(text);
        if (Without(words, DayBefore) is { } before) return new(before, true);
        return (Without(words, Yesterday) ?? (language is Language.French ? Without(words, FrenchYesterday) : null)) is { } rest ? new(rest, false) : null;
    }

    /// <summary>What is left of a text around the first phrase of a list; null where there is none.</summary>
    static string? Without(PersonText words, PhraseList list) => list.Places(words).Cast<(int First, int End)?>().FirstOrDefault() is var (first, end)
        ? $"{(first > 0 ? words.Slice(0, first) : "")} {(end < words.Words.Count ? words.Slice(end, words.Words.Count) : "")}".Trim()
        : null;

    public static bool IsDayBeforeYesterday(string text) => DayBefore.IsIn(PersonText.Read(text));

    public static bool IsResume(string text) => IsShort(PersonText.Read(text)) && RestAfter(text, Resume) is { Length: 0 };

    public static bool IsDoNotAsk(string text) => IsShort(PersonText.Read(text)) && RestAfter(text, DoNotAsk) is { Length: 0 };

    /// <summary>"I'm ill", "on holiday until monday": a pause that needs no question.</summary>
    public static bool IsIll(string text, LocalDate today) => IsShort(PersonText.Read(text)) && IsWithDays(RestAfter(text, Ill), today);

    /// <summary>"Pause", "exams till friday".</summary>
    public static bool IsPause(string text, LocalDate today) => IsShort(PersonText.Read(text)) && IsWithDays(RestAfter(text, Pause), today);

    /// <summary>The times of "ask me at 7pm" and "morgens um 8"; none for anything else.</summary>
    public static IReadOnlyList<SpokenHour> TimesToAsk(string text)
    {
        var words = PersonText.Read(text);
        if (!IsShort(words) || SpokenTime.Span(text) is not null) return [];
        var rest = Without(words, Ask);
        var isAsked = rest is not null;
        var read = PersonText.Read(rest ?? text);
        if (!Enumerable.Range(0, read.Words.Count).All(at => read.Words[at].IsNumber || read.Words[at].Key is "h" or "am" or "pm" || IsInside(read, at, TimeFiller))) return [];
        var times = SpokenTime.Times(rest ?? text);
        // A number by itself is an answer to something else.
        return isAsked || (times.Count > 0 && read.Words.Any(word => !word.IsNumber)) ? times : [];
    }

    /// <summary>The place of "I'm in Tokyo now"; null for anything else.</summary>
    public static string? Arrival(string text)
    {
        var words = PersonText.Read(text);
        if (!IsShort(words)) return null;
        var place = Here.Places(words).Cast<(int First, int End)?>().FirstOrDefault();
        return place is var (first, end) && end < words.Words.Count && Enumerable.Range(0, first).All(at => IsInside(words, at, Filler))
            ? words.Slice(end, words.Words.Count)
            : null;
    }

    static bool IsWithDays(string? rest, LocalDate today) => rest is not null && (rest.Length is 0 || SpokenDays.Pause(rest, today) is not null);

    static bool IsShort(PersonText words) => words.Words.Count > 0 && words.Words.Count <= (words.Words[0].IsChinese ? MostIdeographs : MostWords);

    /// <summary>What stands behind the first phrase of a list with nothing but fillers before it; null where there is none, empty for fillers alone.</summary>
    static string? RestAfter(string text, PhraseList list)
    {
        var words = PersonText.Read(text);
        foreach (var (first, end) in list.Places(words))
        {
            if (!Enumerable.Range(0, first).All(at => IsInside(words, at, Filler))) continue;
            return Enumerable.Range(end, words.Words.Count - end).All(at => IsInside(words, at, Filler)) ? "" : words.Slice(end, words.Words.Count);
        }
        return null;
    }

    static bool IsInside(PersonText words, int at, PhraseList list) => list.Places(words).Any(place => at >= place.First && at < place.End);
}
