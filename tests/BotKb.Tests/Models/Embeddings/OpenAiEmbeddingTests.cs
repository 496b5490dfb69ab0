using BotKb.Answering;
using BotKb.Models.Embeddings;
using BotKb.Simulators.OpenAi;

namespace BotKb.Tests.Models.Embeddings;

public sealed class OpenAiEmbeddingTests() : SimulatedEmbeddingTests(EmbeddingProtocols.OpenAi)
{
    private static readonly string[] Numbers = ["one", "two", "three"];

    [Fact]
    public async Task Rows_out_of_order_are_put_in_order()
    {
        Fail(new OpenAiFault { Fault = "out-of-order", Times = 0 });

        ShouldBeOf(Numbers, await Model().EmbedPassagesAsync(Numbers, Token));
    }

    [Theory]
    [InlineData("duplicate-index", ModelFailure.NotAModel)]
    [InlineData("missing-index", ModelFailure.NotAModel)]
    [InlineData("nan-base64", ModelFailure.Broken)]
    public async Task Rows_that_cannot_be_told_apart_and_no_numbers_are_refused(string fault, ModelFailure failure)
    {
        Fail(new OpenAiFault { Fault = fault, Times = 0 });

        await ShouldFailAsync(() => Model().EmbedPassagesAsync(Numbers, Token), failure);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Base64_is_read_and_so_are_rows_without_numbers(bool base64, bool withoutIndex)
    {
        Play(new EmbeddingScript { Base64 = base64, WithoutIndex = withoutIndex });

        ShouldBeOf(Numbers, await Model().EmbedPassagesAsync(Numbers, Token));
    }

    [Fact]
    public async Task Request_is_as_OpenAI_has_it()
    {
        await Model().EmbedPassagesAsync(["年假"], Token);

        Simulator.Calls[0].Path.ShouldBe("/v1/embeddings");
        Simulator.Calls[0].Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldBe("""{"model":"sim","input":["年假"]}""");
        Simulator.Calls[0].Headers["Authorization"].ShouldBe("Bearer secret-key");
    }

    [Fact]
    public async Task Key_and_further_headers_go_as_set()
    {
        var model = Open(options =>
        {
            options.KeyHeader = "api-key";
            options.ExtraHeaders["appid"] = "app-7";
        });
        await model.EmbedQuestionAsync("why", Token);

        Simulator.Calls[0].Headers["api-key"].ShouldBe("secret-key");
        Simulator.Calls[0].Headers["appid"].ShouldBe("app-7");
        Simulator.Calls[0].Headers.ShouldNotContainKey("Authorization");
    }
}
