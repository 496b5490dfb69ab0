using BotKb.Quality.Sets;

namespace BotKb.Tests.Quality;

public sealed class AnswerSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AnswerSetTests()
    {
        _folder.Write("corpus.jsonl", """{"id": "d", "text": "x"}""");
        _folder.Write("queries.jsonl", """{"id": "q", "text": "a?", "answers": ["x"]}""");
    }

    [Fact]
    public async Task Reads_unanswerable_and_off_topic_questions()
    {
        _folder.Write("unanswerable.jsonl", """{"id": "u", "text": "b?", "near_doc": "d"}""");
        var other = _folder.Write("other/queries.jsonl", """{"id": "o", "text": "c?"}""");

        var set = await AnswerSet.ReadAsync(_folder.Path, other, CancellationToken.None);

        set.Answerable.Single().Id.ShouldBe("q");
        set.Unanswerable.Single().Id.ShouldBe("u");
        set.OffTopic.Single().Id.ShouldBe("o");
    }

    [Fact]
    public async Task Needs_neither_of_them()
    {
        var set = await AnswerSet.ReadAsync(_folder.Path, offTopicFile: null, CancellationToken.None);

        set.Unanswerable.ShouldBeEmpty();
        set.OffTopic.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
