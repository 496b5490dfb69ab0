namespace BotKb.Knowledge;

/// <summary>Opens the sources of one kind. Safe for concurrent use.</summary>
public interface IKnowledgeSourceKind
{
    /// <summary>The name that is stored with a source, e.g. <c>shared-drive</c>.</summary>
    string Kind { get; }

    /// <summary>Opens a source by the settings that were stored for it.</summary>
    /// <exception cref="BotKbException">The settings are damaged or no longer allowed; the message is for the admin.</exception>
    IKnowledgeSource Open(string settings);
}
