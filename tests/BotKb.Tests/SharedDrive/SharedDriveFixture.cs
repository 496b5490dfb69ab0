using BotKb.Knowledge;
using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

internal sealed class SharedDriveFixture : IFolderSourceFixture
{
    private readonly TempDrive drive = new();

    public IKnowledgeSource Source => drive.Source;

    public void Write(string path, string content) => drive.Write(path, content);

    public void Rename(string path, string newPath) => Directory.Move(drive.PathOf(path), drive.PathOf(newPath));

    public void Delete(string path) => File.Delete(drive.PathOf(path));

    public void AddUnreadable(string path) => drive.MakePipe(path);

    public void Dispose() => drive.Dispose();
}
