#pragma warning disable SCME0001 // JsonPatch is the client's only way to fields that OpenAI does not have.
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace BotKb.Models;

/// <summary>Words a request as the service wants it.</summary>
internal static class RequestQuirks
{
    /// <summary>The options with the service's own fields.</summary>
    public static ChatOptions Apply(ChatOptions? asked, ModelOptions model)
    {
        var options = asked?.Clone() ?? new ChatOptions();
        options.Temperature = model.SendTemperature ? options.Temperature : null;
        var limit = Math.Min(options.MaxOutputTokens ?? model.MaxAnswerTokens, model.MaxAnswerTokens);
        options.MaxOutputTokens = model.MaxTokensField == ModelOptionsValidator.MaxTokens ? null : limit;
        options.RawRepresentationFactory = _ => Raw(model, options.MaxOutputTokens is null ? limit : null);
        return options;
    }

    private static ChatCompletionOptions Raw(ModelOptions model, int? maxTokens)
    {
        var raw = new ChatCompletionOptions();
        if (maxTokens is { } limit)
        {
            raw.Patch.Set("$.max_tokens"u8, limit);
        }

        if (!string.IsNullOrWhiteSpace(model.ThinkingSwitch))
        {
            using var fields = JsonDocument.Parse(model.ThinkingSwitch);
            foreach (var field in fields.RootElement.EnumerateObject())
            {
                raw.Patch.Set(Encoding.UTF8.GetBytes($"$.{field.Name}"), BinaryData.FromString(field.Value.GetRawText()));
            }
        }

        return raw;
    }
}
