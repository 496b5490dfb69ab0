using System.Text.Json.Serialization;

namespace BotKb.Sources.SharedDrive;

// Strict: a misspelt or missing part of a rule must not turn into wider access.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SharedDriveSettings))]
internal sealed partial class SharedDriveJson : JsonSerializerContext;
