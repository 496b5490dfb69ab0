using System.Text.Json.Serialization;

namespace BotKb.Knowledge.Uploads;

// Strict: a damaged part must not turn into wider access.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(UploadSettings))]
internal sealed partial class UploadJson : JsonSerializerContext;
