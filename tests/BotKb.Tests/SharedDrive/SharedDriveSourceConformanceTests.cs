using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveSourceConformanceTests : FolderSourceConformanceTests
{
    protected override IKnowledgeSourceFixture CreateFixture() => new SharedDriveFixture();
}
