using System.Globalization;
using System.Text.RegularExpressions;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Reads JSON, XML, YAML, logs and source code: as they are, line breaks and indentation kept.</summary>
internal sealed partial class SourceCodeExtractor : IFormatExtractor
{
    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var text = TextFile.Read(content, declaredEncoding: null);
        var blocks = new BlockBuilder();
        blocks.Code(fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Unescape(text) : text);
        return blocks.Build(title: null);
    }

    // Many writers of JSON escape everything beyond ASCII; nobody would find a Chinese word in that.
    private static string Unescape(string json) => EscapedCharacter().Replace(
        json, match => ((char)ushort.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"(?<!\\)\\u(?!00[0-7])[0-9a-fA-F]{4}")]
    private static partial Regex EscapedCharacter();
}
