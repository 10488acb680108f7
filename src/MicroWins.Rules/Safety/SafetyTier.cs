namespace MicroWins.Rules.Safety;

/// <summary>What the bot should do with a message if the message is all it knows. Ordered: a later tier outranks an earlier one.</summary>
public enum SafetyTier
{
    /// <summary>Goes on as usual.</summary>
    None,
    /// <summary>Could mean the work or the person's life: one warm, fixed question with two buttons.</summary>
    Ambiguous,
    /// <summary>Speaks of suicide, self-harm or danger: a fixed reply with resources, no model, no plan.</summary>
    Explicit,
}
