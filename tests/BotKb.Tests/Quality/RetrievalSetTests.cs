using BotKb.Quality.Sets;

namespace BotKb.Tests.Quality;

public sealed class RetrievalSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RetrievalSetTests()
    {
        _folder.Write("corpus.jsonl", """
            {"id": "d1", "title": "One", "text": "first", "lang": "zh-Hant", "extra": {"a": 1}}

            {"id": 2, "text": "second", "path": "guides/second.md"}
            """);
        _folder.Write("queries.jsonl", """{"id": "q1", "text": "which?", "answers": ["first"]}""");
        _folder.Write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\t2\t0\n");
    }

    [Fact]
    public async Task Reads_documents_questions_and_judgements_and_ignores_other_keys()
    {
        var set = await ReadAsync();

        set.Name.ShouldBe(Path.GetFileName(_folder.Path));
        set.Documents.ShouldBe([
            new CorpusDocument("d1", "One", "first", "zh", IsMarkdown: false),
            new CorpusDocument("2", "", "second", null, IsMarkdown: true),
        ]);
        set.Queries[0].Answers.ShouldBe(["first"]);
        set.CrossLingual.ShouldBeNull();
    }

    [Fact]
    public async Task A_question_may_be_empty()
    {
        _folder.Write("queries.jsonl", """{"id": "q1", "text": ""}""");

        (await ReadAsync()).Queries.Single().Text.ShouldBe("");
    }

    [Fact]
    public async Task A_judgement_of_zero_is_not_relevant()
    {
        var set = await ReadAsync();

        set.Relevant.For("q1").ShouldBe([new KeyValuePair<string, int>("d1", 2)]);
        set.Relevant.For("nobody").ShouldBeEmpty();
    }

    [Fact]
    public async Task Reads_judgements_without_a_header()
    {
        _folder.Write("qrels.tsv", "q1\td1\t1\n");

        (await ReadAsync()).Relevant.For("q1").Keys.ShouldBe(["d1"]);
    }

    [Fact]
    public async Task Reads_cross_language_judgements_where_there_are_some()
    {
        _folder.Write("qrels_crosslingual.tsv", "query-id\tcorpus-id\tscore\nq1\t2\t1\n");

        (await ReadAsync()).CrossLingual.ShouldNotBeNull().For("q1").Keys.ShouldBe(["2"]);
    }

    [Theory]
    [InlineData("corpus.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"b\"}", 2, "\"text\"")]
    [InlineData("corpus.jsonl", "{\"text\": \"x\"}", 1, "\"id\"")]
    [InlineData("corpus.jsonl", "{\"id\": \"a\", \"text\": \"x\"}\n\n{\"id\": \"a\", \"text\": \"y\"}", 3, "second time")]
    [InlineData("queries.jsonl", "{\"id\": \"q\"", 1, "not JSON")]
    [InlineData("queries.jsonl", "[1]", 1, "JSON object")]
    [InlineData("queries.jsonl", "{\"id\": \"q\", \"text\": \"x\", \"answers\": \"y\"}", 1, "\"answers\"")]
    [InlineData("queries.jsonl", "{\"id\": \"q\", \"text\": [\"x\"]}", 1, "\"text\"")]
    [InlineData("qrels.tsv", "query-id\tcorpus-id\tscore\nq1 d1 1", 2, "tabs")]
    [InlineData("qrels.tsv", "q1\td1\t1\nq1\td1\thigh", 2, "whole number")]
    public async Task Names_file_and_line_when_a_line_is_broken(string file, string text, int line, string problem)
    {
        var path = _folder.Write(file, text);

        var error = await Should.ThrowAsync<BotKbException>(ReadAsync);

        error.Message.ShouldStartWith($"{path}, line {line}: ");
        error.Message.ShouldContain(problem);
        error.Message.ShouldEndWith(".");
    }

    [Fact]
    public async Task Names_a_file_that_is_missing()
    {
        var missing = Path.Combine(_folder.Path, "qrels.tsv");
        File.Delete(missing);

        (await Should.ThrowAsync<BotKbException>(ReadAsync)).Message.ShouldStartWith($"{missing} does not exist");
    }

    public void Dispose() => _folder.Dispose();

    private Task<RetrievalSet> ReadAsync() => RetrievalSet.ReadAsync(_folder.Path, CancellationToken.None);
}
