using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotKb.Simulators.OpenAi;

/// <summary>The answers of calls that fail before a stream begins.</summary>
internal static class OpenAiErrors
{
    /// <summary>True where the fault is one that begins no stream.</summary>
    public static bool Answers(OpenAiFault fault) => fault.Fault is not ("hang-mid-stream" or "error-in-stream" or "cut" or "no-finish") && !EmbeddingFaults.Known.Contains(fault.Fault);

    /// <summary>Plays the fault.</summary>
    public static async Task WriteAsync(HttpContext context, OpenAiFault fault, TimeProvider time)
    {
        var closed = context.RequestAborted;
        switch (fault.Fault)
        {
            case "hang":
                await Task.Delay(Timeout.InfiniteTimeSpan, time, closed);
                break;
            case "html":
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync("<!doctype html><title>Sign in</title><h1>Please sign in to the network</h1>", closed);
                break;
            case "redirect":
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = context.Request.Path.ToString();
                break;
            case "garbage":
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync("data: {\"choices\": [{\"delta\": oops\n\n", closed);
                break;
            case "empty":
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync("data: [DONE]\n\n", closed);
                break;
            case "context-length":
                await WriteAsync(context, 400, "This model's maximum context length is 8192 tokens.", "invalid_request_error", "context_length_exceeded");
                break;
            case "content-filter":
                await WriteAsync(context, 400, "The response was filtered.", "invalid_request_error", "content_filter");
                break;
            case "insufficient-quota":
                await WriteAsync(context, 429, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota");
                break;
            default:
                await WriteStatusAsync(context, fault);
                break;
        }
    }

    /// <summary>An error as the API words it.</summary>
    public static JsonObject Body(string message, string type, string? code) =>
        new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code } };

    private static Task WriteStatusAsync(HttpContext context, OpenAiFault fault)
    {
        if (fault.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var status = int.Parse(fault.Fault);
        return WriteAsync(context, status, $"The request failed with status {status}.", status < 500 ? "invalid_request_error" : "server_error", null);
    }

    private static async Task WriteAsync(HttpContext context, int status, string message, string type, string? code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Body(message, type, code).ToJsonString(), context.RequestAborted);
    }
}
