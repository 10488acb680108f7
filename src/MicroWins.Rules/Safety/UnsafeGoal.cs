namespace MicroWins.Rules.Safety;

/// <summary>Why a goal is not coached. Each has a reply with a safe neighbour.</summary>
public enum UnsafeGoal
{
    /// <summary>The goal is fine.</summary>
    None,
    /// <summary>Eating nothing or far too little, purging.</summary>
    Starving,
    /// <summary>Losing weight faster than is safe, or by pills, laxatives or drying out.</summary>
    FastWeightLoss,
    /// <summary>Doing without sleep, nights through as a habit.</summary>
    NoSleep,
    /// <summary>Hurting oneself.</summary>
    SelfHarm,
    /// <summary>Exercise or hardship as a punishment, training through injury.</summary>
    Punishment,
    /// <summary>Following, tracking or spying on a person.</summary>
    Stalking,
    /// <summary>Handing in as one's own what is not: copying, ghost-writing, exam fraud.</summary>
    Cheating,
    /// <summary>Hurting, threatening or humiliating somebody.</summary>
    HurtingSomebody,
    /// <summary>Getting, taking or selling illegal drugs.</summary>
    Drugs,
}
