using BotKb.Knowledge;

namespace BotKb.Tests.Knowledge;

/// <summary>A source over a place that a test may change. Paths are below the source's root, separated by '/'.</summary>
public interface IKnowledgeSourceFixture : IDisposable
{
    IKnowledgeSource Source { get; }

    /// <summary>Makes or changes a file.</summary>
    void Write(string path, string content);

    void Delete(string path);

    /// <summary>Makes an item that the source can see and not read.</summary>
    void AddUnreadable(string path);
}
