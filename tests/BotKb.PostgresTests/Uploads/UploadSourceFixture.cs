using BotKb.Knowledge;
using BotKb.PostgresTests.Fixture;
using BotKb.Sources.Upload;
using BotKb.Tests.Knowledge;

namespace BotKb.PostgresTests.Uploads;

/// <summary>The conformance suite works without waiting; here everything waits for the database.</summary>
internal sealed class UploadSourceFixture : IKnowledgeSourceFixture
{
    private readonly UploadKnowledge knowledge;

    public UploadSourceFixture(PostgresFixture postgres)
    {
        knowledge = Wait(() => UploadKnowledge.CreateAsync(postgres, CancellationToken.None));
        Source = new UploadSource(knowledge.Store, knowledge.Everyone);
    }

    public IKnowledgeSource Source { get; }

    public void Write(string path, string content) => Wait(() => knowledge.UploadAsync(path, content, CancellationToken.None));

    public void Delete(string path) => Wait(async () =>
    {
        var file = (await knowledge.Store.ListAsync(knowledge.Everyone, CancellationToken.None)).Single(file => file.Name == path);
        return await knowledge.Store.DeleteAsync(knowledge.Kb, file.Id, CancellationToken.None);
    }).ShouldNotBeNull();

    public void AddUnreadable(string path) => Wait(async () =>
    {
        await knowledge.UploadAsync(path, "lost", CancellationToken.None);
        await knowledge.ExecuteAsync("delete from upload_part", CancellationToken.None);
        return true;
    });

    public void Dispose() => Wait(async () =>
    {
        await knowledge.DisposeAsync();
        return true;
    });

#pragma warning disable VSTHRD002 // Runs on the thread pool: nothing waits for this thread.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
}
