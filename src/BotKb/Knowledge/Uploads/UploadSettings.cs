using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotKb.Access;

namespace BotKb.Knowledge.Uploads;

/// <summary>What one source of uploaded files is made of, as it is stored with the source: one for each set of readers.</summary>
/// <param name="KnowledgeBaseId">The knowledge base that it belongs to.</param>
/// <param name="Readers">Who may read its files, as <see cref="ReadersText"/> writes it.</param>
public sealed record UploadSettings(long KnowledgeBaseId, string Readers)
{
    /// <summary>The kind of source that is stored with it.</summary>
    public const string Kind = "upload";

    private const int LongestLocation = 500;

    /// <summary>The uploads to a knowledge base for these readers.</summary>
    public static UploadSettings For(long knowledgeBaseId, ReaderSet readers) => new(knowledgeBaseId, ReadersText.Format(readers));

    /// <summary>The readers.</summary>
    /// <exception cref="BotKbException">They cannot be understood.</exception>
    public ReaderSet ToReaderSet() => ReadersText.Parse(Readers);

    /// <summary>What sets the source apart from others in its knowledge base.</summary>
    public string ToLocation() => Readers.Length <= LongestLocation
        ? Readers
        : $"{Readers[..LongestLocation]}… {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Readers)))}";

    /// <summary>The form in which a source keeps its settings.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, UploadJson.Default.UploadSettings);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="BotKbException">The text is damaged or names no valid readers.</exception>
    public static UploadSettings FromJson(string json)
    {
        try
        {
            var settings = JsonSerializer.Deserialize(json, UploadJson.Default.UploadSettings)
                ?? throw new JsonException("There is nothing in it.");
            settings.ToReaderSet();
            return settings;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new BotKbException(
                FailureKind.TellAdmin, $"The stored settings of uploaded files are damaged. {exception.Message}", exception);
        }
    }
}
