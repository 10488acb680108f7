using System.Text.RegularExpressions;

namespace MicroWins.Coaching.Reading;

/// <summary>
/// Families of names by which the fields of an answer go, besides those of the schema; matched against <see cref="Words.Plain"/> names.
/// Models mostly make up English ones. The labels of an outline come in every language that we speak.
/// </summary>
internal static partial class FieldNames
{
    const RegexOptions Any = RegexOptions.IgnoreCase;

    static readonly Regex[] _all =
    [
        PerDay(), When(), Goal(), Tracking(), Review(), Reframing(), First(), Path(), SelfTrust(), Anchor(), Sentence(), Progression(), Now(), Boosters(),
        Emergency(), Visual(), EachWin(), EachDay(), EachWeek(), Use(), Signals(), Test(), WayBack(), Future(), Topics(), Priority(), Recall(), Confidence(),
        Subject(), Intent(), Amount(), Unit(), Reply(), Situation(), Steps(), Words.Why(), Words.Celebration(), Words.LengthField(), Words.DifficultyField(),
    ];

    /// <summary>Whether any reader would know a label.</summary>
    public static bool IsKnown(string label) => Words.Plain(label) is { Length: > 0 } name && (name == Outline.Items || _all.Any(family => family.IsMatch(name)) || DayParts.Read(label) is not null);

    [GeneratedRegex("perday|howmany|aday$|daily(?:count|number|goals?count|target)|number|proday|protag|pordia|pordía|parjour|algiorno|вдень|количество|几个|数量", Any)]
    public static partial Regex PerDay();

    [GeneratedRegex("^when|timeofday|^time$|slot|moment|daypart|cu[aá]ndo|^wann|tageszeit|^quand|^quando|когда|什么时候|时段|时间$", Any)]
    public static partial Regex When();

    [GeneratedRegex("goal|priorit|project|^for$|^area|habit|^ziel|^meta$|objeti|objecti[fv]|obiettiv|h[aá]bito|gewohnheit|habitude|abitudin|привычк|цель|目标|习惯", Any)]
    public static partial Regex Goal();

    [GeneratedRegex("track|record|^log|accountab|seguimiento|registr|suivi|festhalt|erfass|notier|dranbleib|acompanh|monitor|tracci|отслеж|уч[её]т|записыв|记录|追踪|跟踪|打卡", Any)]
    public static partial Regex Tracking();

    [GeneratedRegex("review|reflect|question|rückblick|fragen|pregunt|revisi[oó]n|bilan|pergunt|revisão|domand|вопрос|обзор|итог|问题|回顾|复盘|反思", Any)]
    public static partial Regex Review();

    [GeneratedRegex("refram|perspective|newview|rethink|umdeut|neugeseh|neuerblick|reformul|replante|reencuadr|nouveauregard|recadr|ripens|riformul|nuovosguardo|ressignif|novoolhar|переосм|повзгляд|поновому|иначе|重新看|换个|重构", Any)]
    public static partial Regex Reframing();

    [GeneratedRegex("first|start(?:ing|ed|er|)(?:micro|step|goal|with|$)|smallest|begin|^micro(?:goal|step)$|ersterschritt|anfang|kleinst|primer|empezar|premier|commenc|primeiro|começ|prim[oa]|cominci|перв|начать|第一|最小|开始", Any)]
    public static partial Regex First();

    [GeneratedRegex("path|progress|ladder|roadmap|sequence|series|^steps|microgoals|microsteps|^then|next|camino|pasos|progres|^weg|schritte|chemin|[eé]tapes|caminho|passos|percorso|passi|путь|шаги|路径|步骤|阶梯|接下来", Any)]
    public static partial Regex Path();

    [GeneratedRegex("trust|confian[zcç]|vertrau|fiducia|довери|信任|自信", Any)]
    public static partial Regex SelfTrust();

    [GeneratedRegex("anchor|^after|trigger|^cue|existing|current|attach|routine|^when|anker|nachdem|auslöser|ancla|despu[eé]s|disparador|apr[eè]s|ancre|d[eé]clencheur|[aâ]ncora|depois|gatilho|^dopo|innesco|якорь|после|триггер|锚|触发|之后|^在", Any)]
    public static partial Regex Anchor();

    [GeneratedRegex("sentence|stack|formula|statement|fullhabit|intention|combined|satz|formel|frase|f[oó]rmula|phrase|formule|фраз|формул|предложение|句|公式", Any)]
    public static partial Regex Sentence();

    [GeneratedRegex("progress|grow|increas|scal|expan|steiger|wachs|ausbau|crec|aument|progres|[eé]volu|augment|cresc|рост|увелич|расшир|进阶|增加|提高|成长", Any)]
    public static partial Regex Progression();

    [GeneratedRegex("now|twominute|jetzt|sofort|ahora|maintenant|toutdesuite|agora|adesso|subito|сейчас|现在|马上|立即", Any)]
    public static partial Regex Now();

    [GeneratedRegex("boost|motivat|appeal|pleasant|enjoy|easier|antrieb|leichter|[aá]nimo|motiva|stimol|мотив|бодр|легче|动力|激励|鼓励", Any)]
    public static partial Regex Boosters();

    [GeneratedRegex("emergenc|backup|planb|fallback|ifstuck|ifyoustill|worstcase|notfall|ersatz|urgenc|d[eè]semparo|secours|emerg[eê]nc|emergenz|экстрен|запасн|крайний|应急|备用|紧急|万一", Any)]
    public static partial Regex Emergency();

    [GeneratedRegex("visual|chart|display|progressbar|tracker$|sichtbar|bildlich|visuel|visiv|нагляд|визуал|可视|看得见|图", Any)]
    public static partial Regex Visual();

    [GeneratedRegex("eachwin|perwin|everywin|afterwin|aftera?(?:each|every|micro|step|small)|immediate|instant|cadavictoria|cadalogro|jede[nm]?(?:erfolg|schritt|sieg)|chaque(?:victoire|pas)|cadavit|ogni(?:vittoria|passo)|каждо|сразу|每次|每个|每一次", Any)]
    public static partial Regex EachWin();

    [GeneratedRegex("day$|daily$|d[ií]a(?:ri[oa]s?)?$|t[aä]g(?:lich)?$|jour(?:née)?$|quotidien$|giorn[oi]$|diári[oa]$|день$|ежедневно$|每天$|每日$|一天$", Any)]
    public static partial Regex EachDay();

    [GeneratedRegex("week(?:ly)?$|semanal?$|woche$|wöchentlich$|hebdomadaire$|semaine$|settimanal?[ae]?$|недел[юяи]$|еженедельно$|每周$|一周$", Any)]
    public static partial Regex EachWeek();

    [GeneratedRegex("^us(?:e|ing)|adjust|data|insight|pattern|nutz|auswert|anpass|^usar|ajust|utilis|^usare|adatt|использ|利用|使用|调整|数据", Any)]
    public static partial Regex Use();

    [GeneratedRegex("signal|^signs?|ready|readiness|whento|zeichen|anzeichen|señal|listo|signe|sinais|sinal|segnal|pront|признак|сигнал|готов|信号|迹象|准备", Any)]
    public static partial Regex Signals();

    [GeneratedRegex("test|^try|trial|experiment|probier|ausprob|prueba|probar|^essa[iy]|prova|testar|пробо|проверить|попроб|испыт|测试|试", Any)]
    public static partial Regex Test();

    [GeneratedRegex("back|toohard|toomuch|retreat|stepdown|zurück|zuviel|atr[aá]s|volver|demasiado|retour|arri[eè]re|trop|voltar|recu|indietro|tornare|назад|вернут|слишком|退|回到|太难", Any)]
    public static partial Regex WayBack();

    [GeneratedRegex("path|longterm|future|month|whereth|vision|^lead|^weg|zukunft|monat|wohin|camino|futuro|meses|avenir|mois|chemin|caminho|percorso|mesi|будущ|путь|месяц|未来|长期|路径|个月|月后", Any)]
    public static partial Regex Future();

    [GeneratedRegex("topic|subject|chapter|unit|module|theme|section|^area|tema|thema|themen|kapitel|th[eè]me|chapitre|t[oó]pico|argoment|capitol|тем[аы]|глав|раздел|主题|章|知识点|考点", Any)]
    public static partial Regex Topics();

    [GeneratedRegex("priorit|weight|importan|wichtig|import[aâ]n|приорит|важн|优先|重要", Any)]
    public static partial Regex Priority();

    [GeneratedRegex("recall|review|memory|retriev|quiz|selftest|revis|abruf|wiederhol|gedächtnis|repas|memoria|rappel|m[eé]moire|ripass|вспомн|повтор|памят|回忆|复习|默写", Any)]
    public static partial Regex Recall();

    [GeneratedRegex("confiden|proof|prove|readyor|sicherheit|zuversicht|selbstvertr|confian[zcç]|fiducia|sicurezza|уверен|信心|自信", Any)]
    public static partial Regex Confidence();

    [GeneratedRegex("^subject|^exam(?!ple)|course|^title|^fach|prüfung|materia|asignatura|mati[eè]re|disciplina|предмет|экзамен|科目|考试", Any)]
    public static partial Regex Subject();

    [GeneratedRegex("intent|category|classif|^label|^type|^action|^route|absicht|intenci[oó]n|inten[cç]|намерен|意图", Any)]
    public static partial Regex Intent();

    [GeneratedRegex("amount|count|quantity|howmuch|howmany|^number|^done|menge|cantidad|quantit|количеств|数量", Any)]
    public static partial Regex Amount();

    [GeneratedRegex("^unit|measure|einheit|unidad|unit[eé]|unidade|unità|единиц|单位", Any)]
    public static partial Regex Unit();

    [GeneratedRegex("repl|respon|answer|message|antwort|respuesta|r[eé]ponse|rispost|resposta|ответ|回复|回答", Any)]
    public static partial Regex Reply();

    [GeneratedRegex("situation|deadline|progress|context|due|status|frist|plazo|d[eé]lai|prazo|scadenza|срок|截止|情况", Any)]
    public static partial Regex Situation();

    [GeneratedRegex("step|microgoal|task|action|activit|exercis|^todo|plan$|pasos|tareas|schritte|aufgaben|[eé]tapes|t[aâ]ches|passos|tarefas|passi|compiti|шаги|задани|задач|步骤|任务|微目标", Any)]
    public static partial Regex Steps();
}
