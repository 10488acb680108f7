using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>The words by which the parts of an answer are known, in the languages that models answer in.</summary>
internal static partial class Words
{
    /// <summary>Reduces a field's name to what can be compared: "first_micro_goal" and "firstMicroGoal" are one.</summary>
    public static string Plain(string name) => NotLetters().Replace(name, "").ToLowerInvariant();

    /// <summary>Names of the ways to mark a win.</summary>
    [GeneratedRegex("c[eé]l[eé]br|reward|feier|belohn|fêt|fet(?:er|ar)|recomp|comemor|festeg|festej|праздн|наград|庆祝|奖励", RegexOptions.IgnoreCase)]
    public static partial Regex Celebration();

    /// <summary>Names of the reasons why a goal overwhelms.</summary>
    [GeneratedRegex("why|overwhelm|reason|analysis|factors|por ?qu[eé]|motivo|pourquoi|raison|warum|gründe|perch[eé]|почему|причин|为什么|原因", RegexOptions.IgnoreCase)]
    public static partial Regex Why();

    /// <summary>Names of the parts of a goal.</summary>
    [GeneratedRegex("milestone|phases|stages|meilenstein|hitos|jalon|marcos|traguard|вех|этап|里程碑|阶段", RegexOptions.IgnoreCase)]
    public static partial Regex Milestone();

    /// <summary>Names of the first step, as fields of an object.</summary>
    [GeneratedRegex("first|smallest|tin(?:y|iest)|start|premier|petit|primer|peque|erste|kleinst|prim[oa]|piccol|menor|перв|маленьк|第一|最小|^micro(?:goal|step)$", RegexOptions.IgnoreCase)]
    public static partial Regex FirstField();

    /// <summary>Names of steps, as fields of an object.</summary>
    [GeneratedRegex("step|goal|action|task|move|smallest|schritt|ziel|paso|pas$|objecti[fv]|objetivo|obiettivo|passo|шаг|цель|步|目标", RegexOptions.IgnoreCase)]
    public static partial Regex StepField();

    /// <summary>The label of the first step, as people write it above or before it.</summary>
    [GeneratedRegex(@"\b(?:smallest|tiniest|tiny|first)\b.*\b(?:step|goal|thing|start|move|action|task)|\btiny start|micro-?goal zero|^\W*\d*\W*(?:first|smallest|start here|micro[- ]?(?:goal|step))\W*$|paso m[aá]s peque|primer paso|menor pas[os]o?|primeiro passo|premi[eè]re? (?:pas|micro|étape)|prim(?:er|era|eiro|eira) micro|plus petit|passo pi[uù] piccolo|primo (?:micro|passo|obiettivo)|kleinste|erste[rn]? (?:schritt|mini)|сам\w+ маленьк|перв\w+ (?:шаг|микро)|第一步|第一个|最小", RegexOptions.IgnoreCase)]
    public static partial Regex FirstLabel();

    /// <summary>Names of the sections of an answer, where a numbered line is no step.</summary>
    [GeneratedRegex(@"^\W*(?:why|reasons?\b|(?:the |your |a |an |my )*(?:\d+ |ten |series|micro-?(?:goals|steps)|steps\b|plan\b|order\b|roadmap|celebrat|time\b|estimat)|warum|por qu|pourquoi|perch|почему|为什么|c[eé]l[eé]br|feier|belohn|festeg|comemor|как отпразд|mikroziele|micro-?obj|micro-?obiett|micro-?metas|микроцел|小目标|庆祝)", RegexOptions.IgnoreCase)]
    public static partial Regex Section();

    /// <summary>Names of a step's text, the surest first; compared by <see cref="Plain"/>.</summary>
    public static IReadOnlyList<string> StepText { get; } =
    [
        "text", "task", "action", "step", "do", "what", "microgoal", "microhabit", "tinyhabit", "newhabit", "microaction", "micro", "smallest", "goal", "microstep", "title", "activity", "description", "content", "name",
        "tarea", "accion", "acción", "paso", "texto", "aufgabe", "schritt", "aktion", "tache", "tâche", "etape", "étape", "texte", "tarefa", "ação", "acao",
        "passo", "compito", "azione", "attività", "testo", "задача", "шаг", "действие", "текст", "内容", "任务", "步骤", "行动",
    ];

    /// <summary>Fields of a step that are about it, and never its text.</summary>
    [GeneratedRegex("diff|level|effort|schwier|dificul|difficol|сложн|难|time|minut|dura|when|note|order|tip|why|reason|celebr|status|id$|temps|tiempo|zeit|время|分钟|时间|顺序|ordre|orden", RegexOptions.IgnoreCase)]
    public static partial Regex AboutAStep();

    /// <summary>Fields of a step that tell its length.</summary>
    [GeneratedRegex("^min|minut|^time|time$|estimatedtime|^est$|estimate|duration|dauer|zeit|temps|dur[ée]e|tiempo|duraci|tempo|durata|duraç|врем|мин|длит|分钟|时间|时长|^timemin|seconds?$|hours?$", RegexOptions.IgnoreCase)]
    public static partial Regex LengthField();

    /// <summary>Fields of a step that tell how hard it feels.</summary>
    [GeneratedRegex("diff|level|effort|schwier|dificul|difficol|сложн|труд|难", RegexOptions.IgnoreCase)]
    public static partial Regex DifficultyField();

    /// <summary>Says that a topic weighs much.</summary>
    [GeneratedRegex(@"high|critical|essential|^a$|\btop\b|must|hoch|wichtig|alta|alto|élev|haut|forte|высок|高|重要|🔴", RegexOptions.IgnoreCase)]
    public static partial Regex HighPriority();

    /// <summary>Says that a topic can be left out.</summary>
    [GeneratedRegex(@"low|optional|nice|^c$|niedrig|gering|baj[oa]|faible|bas(?:se|sa|so)?\b|baix[oa]|низк|低|🟢", RegexOptions.IgnoreCase)]
    public static partial Regex LowPriority();

    [GeneratedRegex(@"[^\p{L}]")]
    private static partial Regex NotLetters();
}
