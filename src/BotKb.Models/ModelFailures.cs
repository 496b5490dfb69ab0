using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using BotKb.Answering;

namespace BotKb.Models;

/// <summary>What an exception of the client means. The one place that knows the services' statuses and codes.</summary>
internal static class ModelFailures
{
    private const int LongestCode = 40;

    /// <summary>The failure, in a sentence that names the setting.</summary>
    /// <param name="exception">What the client threw.</param>
    /// <param name="name">The model's name below <c>Models</c>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lengthSetting">The setting below the name that makes requests shorter.</param>
    public static ModelException Read(
        Exception exception, string name, TimeProvider time, string lengthSetting = nameof(ModelOptions.ContextTokens)) => exception switch
    {
        ModelException known => new ModelException(known.Failure, $"Models:{name} {known.Message}.", known.RetryAfter, known),
        ClientResultException { Status: > 0 } answer => Of(answer, name, time, lengthSetting),
        JsonException or FormatException or KeyNotFoundException => Not(name, "answered with something that is no model's answer", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            => Not(name, "answered with something too long for a model's answer", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
            or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } }
            => Not(name, "could not be reached: its name or its certificate is wrong", exception),
        _ when exception.GetBaseException() is JsonException inner
            => Not(name, "answered with something that is no model's answer", inner),
        OperationCanceledException or TimeoutException => new ModelException(ModelFailure.Silent, $"Models:{name} did not answer in time.", null, exception),
        _ => new ModelException(
            ModelFailure.Broken, $"Models:{name}: the connection failed or ended ({exception.GetType().Name}).", null, exception),
    };

    /// <summary>
    /// An error object inside a stream that began well; the sentence lacks the model's name, which
    /// <see cref="Read"/> adds.
    /// </summary>
    public static ModelException InStream(ReadOnlySpan<byte> error)
    {
        var code = CodeOf(BinaryData.FromBytes(error.ToArray()));
        return new ModelException(OfStatus(0, code), $"ended its answer with an error{In(code)}");
    }

    /// <summary>True for a web page, and for a redirect, which is never followed.</summary>
    public static bool IsPage(PipelineResponse response) =>
        response.Status is >= 300 and < 400
        || (response.Headers.TryGetValue("Content-Type", out var type) && type?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static ModelException Of(ClientResultException exception, string name, TimeProvider time, string lengthSetting)
    {
        var response = exception.GetRawResponse();
        var page = response is not null && IsPage(response) && exception.Status is not (429 or >= 500);
        var code = page || response is null ? "" : CodeOf(response.Content);
        var failure = page ? ModelFailure.NotAModel : OfStatus(exception.Status, code);
        var what = failure switch
        {
            ModelFailure.Unauthorised => $"refused the key: check Models:{name}:ApiKey",
            ModelFailure.NoCredit => "has no credit or quota left for this key",
            ModelFailure.Busy => "has no capacity just now",
            ModelFailure.ContextTooLong => $"found the request too long: lower Models:{name}:{lengthSetting}",
            ModelFailure.Filtered => "refused the question by its content filter",
            ModelFailure.Refused => $"refused the request: check Models:{name}:Model and the other settings of this model",
            ModelFailure.NotAModel when page => $"answered with a web page: check Models:{name}:Endpoint",
            ModelFailure.NotAModel => $"has no such address or no such model: check Models:{name}:Endpoint and Models:{name}:Model",
            _ => "failed",
        };
        return new ModelException(failure, $"Models:{name} {what} (HTTP {exception.Status}{In(code)}).", RetryAfter(response, time), exception);
    }

    private static ModelFailure OfStatus(int status, string code) => (status, code) switch
    {
        (_, "insufficient_quota" or "exceeded_current_quota_error" or "insufficient_balance" or "billing_hard_limit_reached") or (402, _)
            => ModelFailure.NoCredit,
        (_, "context_length_exceeded" or "string_above_max_length" or "tokens_limit_reached" or "request_too_large") or (413, _)
            => ModelFailure.ContextTooLong,
        (_, "content_filter" or "content_policy_violation" or "data_inspection_failed") => ModelFailure.Filtered,
        (_, "invalid_api_key" or "authentication_error") or (401 or 403, _) => ModelFailure.Unauthorised,
        (_, "rate_limit_exceeded" or "rate_limit_error" or "overloaded_error" or "engine_overloaded_error") or (429 or 503 or 529, _)
            => ModelFailure.Busy,
        (404 or 405, _) => ModelFailure.NotAModel,
        (408 or 409 or 425, _) => ModelFailure.Broken,
        (>= 400 and < 500, _) => ModelFailure.Refused,
        _ => ModelFailure.Broken,
    };

    // The code alone: a message may repeat the key or the question. Some servers tell a long request only in words.
    private static string CodeOf(BinaryData body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            var error = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var inner) ? inner : root;
            // Ollama and Text Embeddings Inference word an error as one text.
            var (code, message) = error.ValueKind switch
            {
                JsonValueKind.Object => (Code(error), Text(error, "message")),
                JsonValueKind.String => (Text(root, "error_type"), error.GetString()!),
                _ => ("", ""),
            };
            return message.Contains("context length", StringComparison.OrdinalIgnoreCase)
                || message.Contains("context window", StringComparison.OrdinalIgnoreCase)
                ? "context_length_exceeded"
                : new string([.. code.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_').Take(LongestCode)]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or its strings are no text.
            return "";
        }
    }

    private static string Code(JsonElement error) =>
        Text(error, "code") is { Length: > 0 } given && !given.All(char.IsDigit) ? given : Text(error, "type");

    private static string Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ToString() : "";

    private static TimeSpan? RetryAfter(PipelineResponse? response, TimeProvider time)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var value))
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= int.MaxValue)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) && at > time.GetUtcNow() ? at - time.GetUtcNow() : null;
    }

    private static string In(string code) => code.Length > 0 ? $", {code}" : "";

    private static ModelException Not(string name, string what, Exception exception) =>
        new(ModelFailure.NotAModel, $"Models:{name} {what}: check Models:{name}:Endpoint.", null, exception);
}
