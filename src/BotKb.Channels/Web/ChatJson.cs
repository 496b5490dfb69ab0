using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace BotKb.Channels.Web;

/// <summary>The JSON of the chat's API.</summary>
internal static class ChatJson
{
    private const int LargestBody = 1 << 20;

    /// <summary>Names in camel case, states as words.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reads a body of bounded size.</summary>
    /// <exception cref="ChatRefusal">It is too large, or not the JSON that is expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, ChatApiTexts texts, CancellationToken cancellationToken)
        where T : class
    {
        var read = await request.BodyReader.ReadAtLeastAsync(LargestBody + 1, cancellationToken);
        try
        {
            if (read.Buffer.Length > LargestBody)
            {
                throw new ChatRefusal(StatusCodes.Status413PayloadTooLarge, texts.TooLarge);
            }

            var reader = new Utf8JsonReader(read.Buffer);
            return JsonSerializer.Deserialize<T>(ref reader, Options) ?? throw new ChatRefusal(texts.BadJson);
        }
        catch (JsonException exception)
        {
            throw new ChatRefusal(texts.BadJson, exception);
        }
        finally
        {
            // What was read must be given back, or the connection is lost.
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }
    }
}
