namespace MicroWins.Coaching.Reading;

/// <summary>The sentences of one language that stand for what a model left out. They hold for every goal, and name no number but those put in.</summary>
internal sealed record FillInWords
{
    public required string Tracking { get; init; }

    /// <summary>For the weekly review.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    public required string Reframing { get; init; }
    public required IReadOnlyList<string> SelfTrust { get; init; }
    public required string Progression { get; init; }

    /// <summary>A habit behind its anchor: {0} is the anchor, {1} the step. No grammar joins a clause of a model's to one of ours in every language, so signs do.</summary>
    public required string Stacked { get; init; }

    public required IReadOnlyList<string> Boosters { get; init; }

    /// <summary>A step of a minute.</summary>
    public required string Emergency { get; init; }

    public required string Visual { get; init; }
    public required string Use { get; init; }
    public required string Test { get; init; }
    public required string WayBack { get; init; }

    /// <summary>{0} is the level in three months, {1} the one in six; both are the rules'.</summary>
    public required string Path { get; init; }

    /// <summary>A step; {0} is the topic.</summary>
    public required string Recall { get; init; }

    /// <summary>A step; {0} is the subject.</summary>
    public required string Confidence { get; init; }

    public static FillInWords English { get; } = new()
    {
        Tracking = "Put a tick on paper right after each win.",
        Questions = ["What did I keep?", "What did I put off, and how could it be smaller?"],
        Reframing = "The goal was not wrong, only its size: it begins again as a row of small promises.",
        SelfTrust = ["Promise something tiny, keep it, and count what you kept.", "A missed day means only that the next step may be smaller."],
        Progression = "Leave it as it is until it feels automatic, then add a little; go back as soon as it drags.",
        Stacked = "After {0}: {1}",
        Boosters = ["Count 3-2-1 and begin.", "Give yourself leave to do it badly."],
        Emergency = "Sit down with it for one minute, and look at it",
        Visual = "A row of ticks where you see it every day.",
        Use = "Where ticks are missing, make the step smaller; where more happens by itself, it may grow a little.",
        Test = "Try it for a few days as an experiment, and see how it feels.",
        WayBack = "If it drags, go back to the level from before: nothing is lost.",
        Path = "In three months: {0}. In six months: {1}.",
        Recall = "Close your notes and write down what you remember about {0}",
        Confidence = "Explain one thing about {0} aloud, without looking",
    };

    public static FillInWords Spanish { get; } = new()
    {
        Tracking = "Pon una marca en un papel justo después de cada logro.",
        Questions = ["¿Qué cumplí?", "¿Qué dejé para luego, y cómo podría ser más pequeño?"],
        Reframing = "El objetivo no estaba mal, solo era demasiado grande: vuelve a empezar como una fila de promesas pequeñas.",
        SelfTrust = ["Promete algo muy pequeño, cúmplelo y cuenta lo que cumpliste.", "Un día sin hacerlo solo quiere decir que el siguiente paso puede ser más pequeño."],
        Progression = "Déjalo igual hasta que salga solo y luego añade un poco; vuelve atrás en cuanto pese.",
        Stacked = "Después de esto: {0} → {1}",
        Boosters = ["Cuenta 3-2-1 y empieza.", "Date permiso para hacerlo mal."],
        Emergency = "Siéntate un minuto delante de ello y míralo",
        Visual = "Una fila de marcas donde la veas cada día.",
        Use = "Donde falten marcas, haz el paso más pequeño; donde salga más por sí solo, puede crecer un poco.",
        Test = "Pruébalo unos días como experimento y mira cómo te sientes.",
        WayBack = "Si pesa, vuelve al nivel de antes: no se pierde nada.",
        Path = "En tres meses: {0}. En seis meses: {1}.",
        Recall = "Cierra los apuntes y escribe lo que recuerdas de {0}",
        Confidence = "Explica en voz alta una cosa de {0}, sin mirar",
    };

    public static FillInWords German { get; } = new()
    {
        Tracking = "Mach gleich nach jedem Erfolg einen Haken auf Papier.",
        Questions = ["Was habe ich gehalten?", "Was habe ich aufgeschoben, und wie ginge es kleiner?"],
        Reframing = "Nicht das Ziel war falsch, nur seine Größe: Es beginnt neu als eine Reihe kleiner Versprechen.",
        SelfTrust = ["Versprich etwas Winziges, halte es, und zähle, was du gehalten hast.", "Ein ausgelassener Tag heißt nur, dass der nächste Schritt kleiner sein darf."],
        Progression = "Lass es so, bis es von selbst geht, dann ein wenig mehr; zurück, sobald es sich zieht.",
        Stacked = "Danach: {0} → {1}",
        Boosters = ["Zähl 3-2-1 und fang an.", "Erlaube dir, es schlecht zu machen."],
        Emergency = "Setz dich eine Minute davor und schau es an",
        Visual = "Eine Reihe von Haken, die du jeden Tag siehst.",
        Use = "Wo Haken fehlen, mach den Schritt kleiner; wo von selbst mehr geschieht, darf er ein wenig wachsen.",
        Test = "Probiere es ein paar Tage als Versuch, und schau, wie es sich anfühlt.",
        WayBack = "Wenn es sich zieht, geh zurück auf die Stufe davor: Nichts ist verloren.",
        Path = "In drei Monaten: {0}. In sechs Monaten: {1}.",
        Recall = "Klapp die Notizen zu und schreib auf, was du von {0} noch weißt",
        Confidence = "Erkläre laut etwas aus {0}, ohne nachzusehen",
    };

    public static FillInWords French { get; } = new()
    {
        Tracking = "Coche une case sur papier juste après chaque victoire.",
        Questions = ["Qu'est-ce que j'ai tenu ?", "Qu'est-ce que j'ai repoussé, et comment le rendre plus petit ?"],
        Reframing = "Ce n'est pas l'objectif qui était mauvais, seulement sa taille : il recommence comme une suite de petites promesses.",
        SelfTrust = ["Promets quelque chose de minuscule, tiens-le, et compte ce que tu as tenu.", "Un jour manqué veut seulement dire que le prochain pas peut être plus petit."],
        Progression = "Garde-le tel quel jusqu'à ce qu'il vienne tout seul, puis ajoute un peu ; reviens en arrière dès que ça pèse.",
        Stacked = "Ensuite : {0} → {1}",
        Boosters = ["Compte 3-2-1 et commence.", "Autorise-toi à le faire mal."],
        Emergency = "Assieds-toi une minute devant et regarde",
        Visual = "Une rangée de coches que tu vois chaque jour.",
        Use = "Là où il manque des coches, rends le pas plus petit ; là où il en vient plus tout seul, il peut grandir un peu.",
        Test = "Essaie quelques jours, comme une expérience, et vois ce que ça donne.",
        WayBack = "Si ça pèse, reviens au niveau d'avant : rien n'est perdu.",
        Path = "Dans trois mois : {0}. Dans six mois : {1}.",
        Recall = "Ferme tes notes et écris ce que tu as retenu de {0}",
        Confidence = "Explique à voix haute une chose de {0}, sans regarder",
    };

    public static FillInWords Portuguese { get; } = new()
    {
        Tracking = "Faça uma marca num papel logo depois de cada vitória.",
        Questions = ["O que eu cumpri?", "O que deixei para depois, e como poderia ser menor?"],
        Reframing = "O objetivo não estava errado, só era grande demais: ele recomeça como uma fila de pequenas promessas.",
        SelfTrust = ["Prometa algo minúsculo, cumpra e conte o que cumpriu.", "Um dia perdido só quer dizer que o próximo passo pode ser menor."],
        Progression = "Deixe como está até sair sozinho e depois aumente um pouco; volte atrás assim que pesar.",
        Stacked = "Depois disto: {0} → {1}",
        Boosters = ["Conte 3-2-1 e comece.", "Permita-se fazer mal feito."],
        Emergency = "Sente-se um minuto diante disso e olhe",
        Visual = "Uma fila de marcas onde você a veja todo dia.",
        Use = "Onde faltam marcas, diminua o passo; onde sai mais por si só, ele pode crescer um pouco.",
        Test = "Experimente por alguns dias e veja como se sente.",
        WayBack = "Se pesar, volte ao nível anterior: nada se perde.",
        Path = "Em três meses: {0}. Em seis meses: {1}.",
        Recall = "Feche as anotações e escreva o que lembra de {0}",
        Confidence = "Explique em voz alta uma coisa de {0}, sem olhar",
    };

    public static FillInWords Italian { get; } = new()
    {
        Tracking = "Fai una spunta su carta subito dopo ogni vittoria.",
        Questions = ["Che cosa ho mantenuto?", "Che cosa ho rimandato, e come potrebbe essere più piccolo?"],
        Reframing = "L'obiettivo non era sbagliato, era solo troppo grande: ricomincia come una fila di piccole promesse.",
        SelfTrust = ["Prometti qualcosa di minuscolo, mantienilo e conta ciò che hai mantenuto.", "Un giorno saltato vuol dire solo che il prossimo passo può essere più piccolo."],
        Progression = "Lascialo così finché viene da solo, poi aggiungi un poco; torna indietro appena pesa.",
        Stacked = "Dopo: {0} → {1}",
        Boosters = ["Conta 3-2-1 e comincia.", "Concediti di farlo male."],
        Emergency = "Siediti un minuto davanti e guardalo",
        Visual = "Una fila di spunte dove la vedi ogni giorno.",
        Use = "Dove mancano spunte, rendi il passo più piccolo; dove viene di più da solo, può crescere un poco.",
        Test = "Prova per qualche giorno, come esperimento, e vedi come va.",
        WayBack = "Se pesa, torna al livello di prima: non si perde nulla.",
        Path = "Tra tre mesi: {0}. Tra sei mesi: {1}.",
        Recall = "Chiudi gli appunti e scrivi che cosa ricordi di {0}",
        Confidence = "Spiega ad alta voce una cosa di {0}, senza guardare",
    };

    public static FillInWords Russian { get; } = new()
    {
        Tracking = "Ставьте галочку на бумаге сразу после каждой победы.",
        Questions = ["Что я сдержал(а)?", "Что отложилось, и как сделать это меньше?"],
        Reframing = "Цель не была плохой, она была слишком большой: она начинается заново как ряд маленьких обещаний.",
        SelfTrust = ["Пообещайте себе что-то крошечное, сдержите и считайте сдержанное.", "Пропущенный день значит только, что следующий шаг может быть меньше."],
        Progression = "Оставьте как есть, пока не пойдёт само, потом чуть больше; назад, как только станет тяжело.",
        Stacked = "После этого: {0} → {1}",
        Boosters = ["Сосчитайте 3-2-1 и начните.", "Разрешите себе сделать плохо."],
        Emergency = "Посидите над этим одну минуту и посмотрите на это",
        Visual = "Ряд галочек там, где вы видите его каждый день.",
        Use = "Где галочек не хватает, сделайте шаг меньше; где само выходит больше, он может немного вырасти.",
        Test = "Попробуйте несколько дней как опыт и посмотрите, каково это.",
        WayBack = "Если тяжело, вернитесь на прежний уровень: ничего не потеряно.",
        Path = "Через три месяца: {0}. Через шесть месяцев: {1}.",
        Recall = "Закройте записи и напишите, что помните: {0}",
        Confidence = "Объясните вслух что-нибудь одно, не подглядывая: {0}",
    };

    public static FillInWords Chinese { get; } = new()
    {
        Tracking = "每次做到后，马上在纸上打个勾。",
        Questions = ["我做到了什么？", "我拖延了什么？怎样能更小一点？"],
        Reframing = "目标没有错，只是太大了：它重新开始，成为一串小小的承诺。",
        SelfTrust = ["答应自己一件极小的事，做到它，并数一数做到了多少。", "漏掉一天，只说明下一步可以更小。"],
        Progression = "先保持不变，直到自然而然，再加一点点；一觉得吃力就退回去。",
        Stacked = "做完这件事之后：{0} → {1}",
        Boosters = ["数3-2-1，然后开始。", "允许自己做得不好。"],
        Emergency = "在它面前坐一分钟，看一看它",
        Visual = "每天都能看到的一排勾。",
        Use = "勾少的地方，把步子变小；自然做得更多的地方，可以长大一点点。",
        Test = "先试几天，看看感觉怎么样。",
        WayBack = "如果吃力，就退回原来的程度：什么也没有失去。",
        Path = "三个月后：{0}。六个月后：{1}。",
        Recall = "合上笔记，写下你还记得的{0}",
        Confidence = "不看笔记，大声讲讲{0}里的一点",
    };
}
