using System.Net;
using System.Text.Json;
using BotKb.Models.Embeddings;
using Microsoft.Extensions.Options;

namespace BotKb.Models;

/// <summary>Refuses settings of a model that cannot work, naming the key.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public const string MaxCompletionTokens = "max_completion_tokens";
    public const string MaxTokens = "max_tokens";
    private const double LongestSeconds = 3_600;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options) =>
        Wrong(options) is var (key, sentence)
            ? ValidateOptionsResult.Fail($"{ModelOptions.Section}:{name}:{key} {sentence}")
            : ValidateOptionsResult.Success;

    private static (string Key, string Sentence)? Wrong(ModelOptions options) =>
        WrongEndpoint(options.Endpoint) is { } endpoint ? (nameof(options.Endpoint), endpoint)
        : string.IsNullOrWhiteSpace(options.Model) ? (nameof(options.Model), "must be the model's id at the service, such as gpt-5.4-mini.")
        : options.ApiKey is { } key && !IsHeaderValue(key) ? (nameof(options.ApiKey), "holds characters that no key has, such as a line break.")
        : !IsHeaderName(options.KeyHeader) ? (nameof(options.KeyHeader), "must be the name of a header, such as Authorization or api-key.")
        : options.ExtraHeaders.Any(header => !IsHeaderName(header.Key) || !IsHeaderValue(header.Value))
            ? (nameof(options.ExtraHeaders), "must be names and values of headers.")
        : options.MaxTokensField is not (MaxCompletionTokens or MaxTokens)
            ? (nameof(options.MaxTokensField), $"must be {MaxCompletionTokens} or {MaxTokens}.")
        : !IsObject(options.ThinkingSwitch) ? (nameof(options.ThinkingSwitch), """must be a JSON object such as {"enable_thinking":false}.""")
        : WrongNumber(options) ?? EmbeddingRules.Wrong(options.Embedding);

    private static (string Key, string Sentence)? WrongNumber(ModelOptions options) =>
        options.MaxAnswerTokens is < 16 or > 1_000_000 ? (nameof(options.MaxAnswerTokens), "must be between 16 and 1000000.")
        : options.ContextTokens < options.MaxAnswerTokens + 1_024 || options.ContextTokens > 10_000_000
            ? (nameof(options.ContextTokens), "must be at least 1024 more than MaxAnswerTokens, and at most 10000000.")
        : WrongSeconds(options.FirstTokenSeconds) ? (nameof(options.FirstTokenSeconds), "must be more than 0 and at most 3600.")
        : WrongSeconds(options.IdleSeconds) ? (nameof(options.IdleSeconds), "must be more than 0 and at most 3600.")
        : WrongSeconds(options.TimeoutSeconds) ? (nameof(options.TimeoutSeconds), "must be more than 0 and at most 3600.")
        : null;

    private static string? WrongEndpoint(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            || NameOf(uri) is not { Length: > 0 } name)
        {
            return "must be an absolute http or https address such as https://api.example.com/v1.";
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return "must be an address without user, query and fragment; the key goes into ApiKey.";
        }

        return IPAddress.TryParse(name, out var address) && LinkLocal.Is(address)
            ? "is a link-local address, which BotKb never calls." : null;
    }

    private static string? NameOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool WrongSeconds(double seconds) => !(seconds > 0 && seconds <= LongestSeconds);

    // JSON may set any text to null.
    private static bool IsHeaderName(string? name) => name?.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsHeaderValue(string? value) => value is not null && value.All(c => c is >= ' ' and <= '~');

    private static bool IsObject(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().All(field => IsHeaderName(field.Name));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
