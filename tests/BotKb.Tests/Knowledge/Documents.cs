using BotKb.Knowledge;

namespace BotKb.Tests.Knowledge;

/// <summary>Builds extracted documents for tests.</summary>
internal static class Documents
{
    public static ExtractedDocument Of(params Block[] blocks) => new(null, [.. blocks]);

    public static Block Paragraph(string text, int? page = null, params string[] path) =>
        new(BlockKind.Paragraph, text, 0, [.. path], page);

    public static Block Heading(string text, int level = 1, int? page = null, params string[] path) =>
        new(BlockKind.Heading, text, level, [.. path], page);

    public static Block Table(string text) => new(BlockKind.Table, text, 0, []);

    /// <summary>So many different English words.</summary>
    public static string Words(int count, string stem = "word") => string.Join(' ', Enumerable.Range(0, count).Select(i => $"{stem}{i}"));
}
