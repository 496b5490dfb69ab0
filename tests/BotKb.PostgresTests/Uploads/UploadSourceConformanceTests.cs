using BotKb.PostgresTests.Fixture;
using BotKb.Tests.Knowledge;

namespace BotKb.PostgresTests.Uploads;

public sealed class UploadSourceConformanceTests(PostgresFixture postgres) : KnowledgeSourceConformanceTests
{
    protected override IKnowledgeSourceFixture CreateFixture() => new UploadSourceFixture(postgres);
}
