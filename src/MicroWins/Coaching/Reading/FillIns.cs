using System.Text.RegularExpressions;
using MicroWins.Rules;

namespace MicroWins.Coaching.Reading;

/// <summary>What is said where a model left something out: plain sentences that hold for every goal, in the person's language.</summary>
internal static partial class FillIns
{
    public static string Overwhelm(Language language) => language switch
    {
        Language.Spanish => "Es mucho a la vez, y así cuesta ver por dónde empezar.",
        Language.German => "Das ist viel auf einmal, und so sieht man schwer, wo man anfangen soll.",
        Language.French => "C'est beaucoup d'un coup, et on voit mal par où commencer.",
        Language.Portuguese => "É muita coisa de uma vez, e assim fica difícil ver por onde começar.",
        Language.Italian => "È tanto tutto insieme, e così è difficile vedere da dove cominciare.",
        Language.Russian => "Это много всего сразу, и трудно понять, с чего начать.",
        Language.Chinese => "一下子事情太多，很难看出从哪里开始。",
        Language.English or Language.Unknown => "It is a lot at once, and that makes it hard to see where to begin.",
    };

    public static IReadOnlyList<string> Celebrations(Language language) => language switch
    {
        Language.Spanish => ["Di en voz alta: «Hice lo que dije».", "Estírate y respira hondo."],
        Language.German => ["Sag laut: „Ich habe es getan.“", "Streck dich und atme tief durch."],
        Language.French => ["Dis à voix haute : « Je l'ai fait. »", "Étire-toi et respire un grand coup."],
        Language.Portuguese => ["Diga em voz alta: «Fiz o que disse».", "Espreguice-se e respire fundo."],
        Language.Italian => ["Di' ad alta voce: «L'ho fatto».", "Stiracchiati e fai un bel respiro."],
        Language.Russian => ["Скажите вслух: «Сделано».", "Потянитесь и глубоко вдохните."],
        Language.Chinese => ["大声说一句：“我做到了。”", "伸个懒腰，深呼吸一次。"],
        Language.English or Language.Unknown => ["Say it out loud: \"I did what I said.\"", "Stretch, and take one deep breath."],
    };

    /// <summary>The other sentences of a language.</summary>
    public static FillInWords For(Language language) => language switch
    {
        Language.Spanish => FillInWords.Spanish,
        Language.German => FillInWords.German,
        Language.French => FillInWords.French,
        Language.Portuguese => FillInWords.Portuguese,
        Language.Italian => FillInWords.Italian,
        Language.Russian => FillInWords.Russian,
        Language.Chinese => FillInWords.Chinese,
        Language.English or Language.Unknown => FillInWords.English,
    };

    /// <summary>The kind of goal, as far as the words show it.</summary>
    public static GoalKind Kind(string goal) => ExamWords().IsMatch(goal) ? GoalKind.Exam : GoalKind.Task;

    /// <summary>The cause that a model's own words about the overwhelm come closest to.</summary>
    public static OverwhelmCause Cause(string words) =>
        ManySteps().IsMatch(words) ? OverwhelmCause.TooManySteps
        : Unclear().IsMatch(words) ? OverwhelmCause.Unclear
        : OverwhelmCause.TooBig;

    [GeneratedRegex(@"\b(?:exams?|finals|midterms?|mcat|bar exam|examen|exámenes|klausur|prüfung|partiels?|concours|prova|provas|vestibular|esame|esami|экзамен\w*|сесси[яию])\b|考试|期末|期中", RegexOptions.IgnoreCase)]
    private static partial Regex ExamWords();

    [GeneratedRegex(@"too ?many|manySteps|steps|demasiados pasos|zu viele|trop d.étapes|muitos passos|troppi passi|много шагов|слишком много|步骤|太多|太杂", RegexOptions.IgnoreCase)]
    private static partial Regex ManySteps();

    [GeneratedRegex(@"(?<!(?:n't|not) )unclear|vague|don't know|no idea|which|poco claro|no sabes|unklar|flou|confus|non sa|poco chiar|неясн|непонятн|不清|不知道", RegexOptions.IgnoreCase)]
    private static partial Regex Unclear();
}
