namespace MicroWins.Rules.Safety;

/// <summary>What a message is about, as far as the fixed reply differs. Ordered by what has to be answered first.</summary>
public enum SafetyConcern
{
    /// <summary>Nothing of concern.</summary>
    None,
    /// <summary>Starving, purging or the like: resources, and no plan for eating or weight.</summary>
    EatingDisorder,
    /// <summary>Somebody else may be suicidal or hurting themselves: how to be with them, and whom to call.</summary>
    SomebodyElse,
    /// <summary>Suicide or self-harm of the person who writes: thoughts, wishes, plans, urges, acts.</summary>
    SelfHarm,
    /// <summary>The person may hurt somebody: step away, and whom to call.</summary>
    ThreatToOthers,
    /// <summary>Somebody hurts or threatens the person.</summary>
    Violence,
    /// <summary>A body in danger now (an overdose, bleeding, on the edge): the emergency number comes first.</summary>
    Emergency,
}
