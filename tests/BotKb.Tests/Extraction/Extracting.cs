using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction;

namespace BotKb.Tests.Extraction;

/// <summary>Extracts files that a test holds in memory.</summary>
internal static class Extracting
{
    /// <summary>The result for UTF-8 text under a name.</summary>
    public static ExtractionResult Text(string fileName, string text) => File(fileName, Encoding.UTF8.GetBytes(text));

    /// <summary>The result for bytes under a name.</summary>
    public static ExtractionResult File(string fileName, byte[] content) =>
        new FormatDispatch(new NoOfficeConverter(), attachmentLevels: 2).Extract(fileName, content, TestContext.Current.CancellationToken);

    /// <summary>The blocks as 'Kind: text', one string each.</summary>
    public static string[] Outline(this ExtractionResult result)
    {
        result.Status.ShouldBe(ExtractionStatus.Ok, result.Reason);
        return [.. result.Document!.Blocks.Select(block => $"{block.Kind}: {block.Text}")];
    }
}
