namespace BotKb.Answering;

/// <summary>What a message is that asks nothing of the documents.</summary>
internal enum SmallTalkKind
{
    /// <summary>The message is a question.</summary>
    None,

    /// <summary>A greeting.</summary>
    Greeting,

    /// <summary>A goodbye.</summary>
    Goodbye,

    /// <summary>Thanks.</summary>
    Thanks,

    /// <summary>A wish to know what BotKb can do.</summary>
    Help,
}
