using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveSourceConformanceTests : KnowledgeSourceConformanceTests
{
    protected override IKnowledgeSourceFixture CreateFixture() => new SharedDriveFixture();
}
