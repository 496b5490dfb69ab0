using System.Text;
using System.Text.Json;
using BotKb.Answering;
using BotKb.Answering.Streaming;
using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;
using BotKb.Models;
using BotKb.Sources.Extraction.Worker;
using BotKb.Sources.SharedDrive;
using BotKb.Tests.Answering;

namespace BotKb.Tests.Fuzzing;

/// <summary>What damaged input broke once.</summary>
public sealed class FoundByFuzzingTests
{
    private const char HalfACharacter = '\uD83D';

    private static readonly string NoHost = $"https://exam{HalfACharacter}ple.com/a";

    [Fact]
    public void Link_of_a_model_to_a_host_that_cannot_be_looked_up_is_no_web_address() => KnownHosts.IsWeb(NoHost).ShouldBeFalse();

    [Fact]
    public void Passage_that_names_a_host_that_cannot_be_looked_up_is_answered_from()
    {
        var hosts = KnownHosts.Of([Passages.Of($"See {NoHost} or https://good.example/b.")]);

        hosts.Contains("https://good.example/c").ShouldBeTrue();
        hosts.Contains(NoHost).ShouldBeFalse();
    }

    [Theory]
    [InlineData("code")]
    [InlineData("message")]
    public void Error_of_a_model_whose_words_are_no_text_is_a_failure_without_a_code(string field)
    {
        byte[] error = [.. Encoding.UTF8.GetBytes($$"""{"{{field}}":"a"""), 0xFF, .. "\"}"u8];

        ModelFailures.InStream(error).Failure.ShouldBe(ModelFailure.Broken);
    }

    [Fact]
    public void Endpoint_with_a_host_that_cannot_be_looked_up_is_refused_with_a_sentence() =>
        new ModelOptionsValidator().Validate("main", new ModelOptions { Endpoint = NoHost, Model = "m" }).FailureMessage
            .ShouldNotBeNull().ShouldContain("must be an absolute http or https address");

    [Fact]
    public void Stored_settings_that_are_no_text_are_damaged()
    {
        Should.Throw<BotKbException>(() => UploadSettings.FromJson($"{{\"readers\":\"{HalfACharacter}\"}}"));
        Should.Throw<BotKbException>(() => SharedDriveSettings.FromJson($"{{\"Root\":\"{HalfACharacter}\"}}"));
    }

    [Theory]
    [InlineData("""{"Status":0,"Reason":"","Document":{"Title":null,"Blocks":[{"Kind":0,"Text":"a","Level":0}]}}""")]
    [InlineData("""{"Status":0,"Reason":"","Document":{"Title":null,"Blocks":[{"Kind":0,"Level":0,"HeadingPath":[]}]}}""")]
    [InlineData("""{"Status":0,"Reason":"","Document":{"Title":null,"Blocks":[{"Kind":0,"Text":"a","Level":0,"HeadingPath":[null]}]}}""")]
    [InlineData("""{"Status":0,"Reason":"","Document":{"Title":null,"Blocks":[{"Kind":77,"Text":"a","Level":0,"HeadingPath":[]}]}}""")]
    [InlineData("""{"Status":0,"Reason":"","Document":{"Title":null,"Blocks":[null]}}""")]
    [InlineData("""{"Status":1,"Reason":""}""")]
    public async Task Result_of_a_worker_that_lacks_a_part_is_no_result(string json)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));

        await Should.ThrowAsync<InvalidDataException>(() => WireResult.ReadAsync(content, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Result_of_a_worker_that_is_whole_is_read()
    {
        var result = ExtractionResult.Found(new ExtractedDocument(null, [new Block(BlockKind.Paragraph, "Words.", 0, ["Above"])]));
        using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, WireJson.Compact.ExtractionResult));

        (await WireResult.ReadAsync(content, TestContext.Current.CancellationToken)).Document!.Blocks[0].Text.ShouldBe("Words.");
    }
}
