using System.Globalization;
using System.Text;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Text;

/// <summary>Reads JSON, XML, YAML, logs and source code: as they are, line breaks and indentation kept.</summary>
internal sealed class SourceCodeExtractor : IFormatExtractor
{
    private const int EscapeLength = 6;

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var text = TextFile.Read(content, declaredEncoding: null);
        var blocks = new BlockBuilder();
        blocks.Code(fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Unescape(text) : text);
        return blocks.Build(title: null);
    }

    // Many writers of JSON escape everything beyond ASCII; nobody would find a Chinese word in that.
    private static string Unescape(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\' && i + 1 < json.Length)
            {
                i += AppendEscape(text, json.AsSpan(i));
            }
            else
            {
                text.Append(json[i]);
            }
        }

        return text.ToString();
    }

    // Returns how many characters follow the backslash.
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<char> escape)
    {
        if (escape is [_, 'u', _, _, _, _, ..]
            && ushort.TryParse(escape[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code >= 0x80)
        {
            text.Append((char)code);
            return EscapeLength - 1;
        }

        text.Append(escape[..2]);
        return 1;
    }
}
