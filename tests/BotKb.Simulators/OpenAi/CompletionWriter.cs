using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotKb.Simulators.OpenAi;

/// <summary>Writes one completion, streamed or whole, as the script and the fault say.</summary>
internal sealed class CompletionWriter(HttpContext context, OpenAiCall call, OpenAiScript script, string text, OpenAiFault? fault, TimeProvider time)
{
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(200);
    private readonly CancellationToken _closed = context.RequestAborted;
    private readonly string _id = $"chatcmpl-{call.Number}";

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(script.LatencyMs), time, _closed);
        if ((bool?)call.Body["stream"] == true)
        {
            await StreamAsync();
        }
        else
        {
            call.FirstToken(time);
            await context.Response.WriteAsJsonAsync(Whole(), _closed);
        }

        call.DoneAt = time.GetUtcNow();
    }

    private async Task StreamAsync()
    {
        context.Response.ContentType = "text/event-stream";
        await SendAsync(Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }));
        if (script.Reasoning is { } reasoning)
        {
            await SendAsync(Chunk(new JsonObject { ["reasoning_content"] = reasoning }));
        }

        if (!await SendTokensAsync())
        {
            return;
        }

        await SendAsync(Chunk(new JsonObject(), script.FinishReason));
        if ((bool?)call.Body["stream_options"]?["include_usage"] == true)
        {
            var usage = Chunk(new JsonObject());
            usage["choices"] = new JsonArray();
            usage["usage"] = Usage();
            await SendAsync(usage);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n", _closed);
    }

    private async Task<bool> SendTokensAsync()
    {
        var tokens = Tokens.Of(text, script.CharactersPerToken);
        var start = time.GetTimestamp();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (fault is { Fault: "hang-mid-stream" or "error-in-stream" or "cut" or "no-finish" } && i == Math.Min(fault.AfterTokens, tokens.Count - 1))
            {
                await FailAsync(fault);
                return false;
            }

            if (script.TokensPerSecond > 0 && i > 0)
            {
                var due = TimeSpan.FromSeconds(i / script.TokensPerSecond) - time.GetElapsedTime(start);
                await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero, time, _closed);
            }

            if (i == 0)
            {
                call.FirstToken(time);
            }

            await SendAsync(Chunk(new JsonObject { ["content"] = tokens[i] }));
        }

        return true;
    }

    private async Task FailAsync(OpenAiFault failing)
    {
        switch (failing.Fault)
        {
            case "hang-mid-stream":
                await Task.Delay(Timeout.InfiniteTimeSpan, time, _closed);
                break;
            case "error-in-stream":
                await SendAsync(OpenAiErrors.Body("The server had an error while processing your request.", "server_error", null));
                break;
            case "cut":
                // A reset throws away what the client has not read yet.
                await Task.Delay(ReadingTime, time, _closed);
                context.Abort();
                break;
        }
    }

    private Task SendAsync(JsonObject data) => SendAsync($"data: {data.ToJsonString()}\n\n");

    private async Task SendAsync(string line)
    {
        await context.Response.WriteAsync(line, _closed);
        await context.Response.Body.FlushAsync(_closed);
    }

    private JsonObject Chunk(JsonObject delta, string? finish = null) => new()
    {
        ["id"] = _id,
        ["object"] = "chat.completion.chunk",
        ["created"] = call.At.ToUnixTimeSeconds(),
        ["model"] = (string?)call.Body["model"],
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    };

    private JsonObject Whole() => new()
    {
        ["id"] = _id,
        ["object"] = "chat.completion",
        ["created"] = call.At.ToUnixTimeSeconds(),
        ["model"] = (string?)call.Body["model"],
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text, ["reasoning_content"] = script.Reasoning },
            ["finish_reason"] = script.FinishReason,
        }),
        ["usage"] = Usage(),
    };

    private JsonObject Usage()
    {
        var asked = Tokens.Of(call.Body["messages"]?.ToJsonString() ?? "", 0).Count;
        var answered = Tokens.Of(text, script.CharactersPerToken).Count;
        return new JsonObject { ["prompt_tokens"] = asked, ["completion_tokens"] = answered, ["total_tokens"] = asked + answered };
    }
}
