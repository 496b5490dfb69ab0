namespace BotKb.Tests.Knowledge;

/// <summary>A source with folders, whose items can be renamed.</summary>
public interface IFolderSourceFixture : IKnowledgeSourceFixture
{
    void Rename(string path, string newPath);
}
