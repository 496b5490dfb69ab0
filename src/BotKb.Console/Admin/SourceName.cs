using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;
using BotKb.WebConsole.Texts;

namespace BotKb.WebConsole.Admin;

/// <summary>How a source is called in a person's language.</summary>
internal static class SourceName
{
    public static bool IsUploads(SourceSummary source) => source.Kind == UploadSettings.Kind;

    /// <summary>Its place; uploads have none, only those who may read them.</summary>
    public static string Of(SourceSummary source, KnowledgeTexts texts) =>
        IsUploads(source) ? texts.UploadsFor(Readers(source.Location, texts)) : source.Location;

    /// <summary>Readers as a person reads them.</summary>
    public static string Readers(string readers, KnowledgeTexts texts) =>
        readers == "everyone" ? texts.Everyone : readers.Replace(",", ", ", StringComparison.Ordinal);
}
