using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Worker;

/// <summary>The JSON between the host and its workers.</summary>
[JsonSerializable(typeof(WorkerSettings))]
[JsonSerializable(typeof(ExtractionRequest))]
[JsonSerializable(typeof(ExtractionResult))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>
    /// The context to use: nothing for what is not set, and text of any script as it is, not as escapes of six bytes a character.
    /// </summary>
    public static WireJson Compact { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
