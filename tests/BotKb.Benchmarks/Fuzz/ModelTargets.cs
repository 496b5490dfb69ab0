#pragma warning disable OPENAI001 // The only constructor that leaves the headers to us.
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BotKb.Answering;
using BotKb.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>What a model's endpoint answers, through the client of the product.</summary>
internal static class ModelTargets
{
    private const string Stream = """
        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Thirty "},"finish_reason":null}]}

        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"days [1]. 你好"},"finish_reason":null}]}

        : a comment

        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}

        data: [DONE]


        """;

    public static IEnumerable<FuzzTarget> All() =>
    [
        new("model-stream", WireTargets.Texts(Stream, """data: {"error":{"message":"x","code":"server_error"}}""" + "\n\n"), input => AskAsync(input, "text/event-stream", HttpStatusCode.OK)),
        new("model-refusal", WireTargets.Texts("""{"error":{"message":"bad","type":"invalid_request_error","param":null,"code":"x"}}"""), input =>
            AskAsync(input, "application/json", HttpStatusCode.BadRequest)),
    ];

    private static async Task AskAsync(FuzzSeed input, string type, HttpStatusCode status)
    {
        using var http = new HttpClient(new Answering(input.Content, type, status));
        var options = new ModelOptions { Endpoint = "http://model.example/v1", Model = "m", ContextTokens = 8_192, MaxAnswerTokens = 512 };
        var settings = new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint),
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(http),
        };
        settings.AddPolicy(new OnlyModelAnswers(), PipelinePosition.PerCall);
        var inner = new OpenAIClient(new KeyPolicy(options), settings).GetChatClient(options.Model).AsIChatClient();
        using var client = new ModelChatClient("fuzz", options, inner, TimeProvider.System, NullLogger<ModelChatClient>.Instance);
        var words = new StringBuilder();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "How many days?")]))
            {
                words.Append(update.Text);
            }
        }
        catch (ModelException)
        {
            // Each failure has its sentence.
        }
    }

    private sealed class Answering(byte[] content, string type, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = new StreamContent(new MemoryStream(content));
            body.Headers.ContentType = new MediaTypeHeaderValue(type);
            return Task.FromResult(new HttpResponseMessage(status) { Content = body, RequestMessage = request });
        }
    }
}
