using System.Buffers;
using System.Text;
using UtfUnknown;

namespace BotKb.Sources.Extraction.Text;

/// <summary>
/// Turns bytes into text: byte order mark, strict UTF-8, UTF-16 without a mark, the encoding that the file declares, then the
/// encoding in which the text looks most like text.
/// </summary>
internal static class TextDecoder
{
    private const string PlainControls = "\n\r\t\f\v\b\u001A\u001B";
    private const int SampleLength = 64 * 1024;
    private const double ConvincingBesideNul = 0.2, Convincing = 0.3, Sure = 0.5;
    private const float SureDetection = 0.5f;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"),
        ([0xFF, 0xFE, 0, 0], "utf-32"),
        ([0, 0, 0xFE, 0xFF], "utf-32BE"),
        ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16BE"),
        ([0x84, 0x31, 0x95, 0x33], "gb18030"),
    ];

    private static readonly (string Name, SearchValues<char> Everyday)[] EastAsian =
    [
        ("gb18030", EverydayCharacters.Simplified),
        ("big5", EverydayCharacters.Traditional),
        ("shift_jis", EverydayCharacters.Japanese),
        ("euc-jp", EverydayCharacters.Japanese),
        ("euc-kr", EverydayCharacters.Korean),
    ];

    // The code pages' own fallbacks are look-alikes, which would pass for text.
    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    static TextDecoder() => CodePages.Register();

    /// <summary>The text without its byte order mark; null where the bytes are no text.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="declared">The encoding that the file names, where it names one; wrong names are common, so it is only tried.</param>
    public static string? Decode(ReadOnlySpan<byte> content, string? declared)
    {
        var text = Read(content, declared)?.TrimEnd('\0');
        return text is null || IsNoise(text) ? null : MojibakeRepair.Repair(text);
    }

    private static string? Read(ReadOnlySpan<byte> content, string? declared)
    {
        foreach (var (mark, name) in Marks)
        {
            if (content.StartsWith(mark))
            {
                return Find(name)!.GetString(content[mark.Length..]);
            }
        }

        var utf8 = ReadUtf8(content);
        if (utf8 is not null && !utf8.AsSpan().TrimEnd('\0').Contains('\0'))
        {
            return utf8.Contains('\u001B') ? ReadShifted(content) ?? utf8 : utf8;
        }

        if (content.Contains((byte)0))
        {
            return ReadUtf16(content) ?? utf8;
        }

        return ReadDeclared(content, declared) ?? Guess(content);
    }

    private static string? ReadUtf8(ReadOnlySpan<byte> content)
    {
        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            // A log or an export that was cut, or holds a few broken bytes, is still UTF-8.
            var text = Encoding.UTF8.GetString(content);
            var beyondAscii = text.Count(c => c >= 0x80);
            return text.Count(c => c == '\uFFFD') * 20 < beyondAscii ? text : null;
        }
    }

    // ISO-2022: Japanese and Korean in seven bits, switched by escape sequences.
    private static string? ReadShifted(ReadOnlySpan<byte> content) =>
        Detect(content) is { } found && found.EncodingName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase)
            ? found.Encoding?.GetString(content)
            : null;

    private static string? ReadUtf16(ReadOnlySpan<byte> content)
    {
        var (encoding, score) = GuessUtf16(content);
        return score < ConvincingBesideNul ? null : encoding.GetString(content);
    }

    private static (Encoding Encoding, double Score) GuessUtf16(ReadOnlySpan<byte> content)
    {
        var sample = content[..(Math.Min(content.Length, SampleLength) & ~1)];
        var little = TextPlausibility.OfUtf16(Encoding.Unicode.GetString(sample));
        var big = TextPlausibility.OfUtf16(Encoding.BigEndianUnicode.GetString(sample));
        return little >= big ? (Encoding.Unicode, little) : (Encoding.BigEndianUnicode, big);
    }

    private static string? ReadDeclared(ReadOnlySpan<byte> content, string? declared)
    {
        var text = declared is null ? null : Find(declared)?.GetString(content);
        return text is null || text.Count(c => c == '\uFFFD') * 200 > text.Length ? null : text;
    }

    private static string Guess(ReadOnlySpan<byte> content)
    {
        // The first byte beyond ASCII begins a character in every encoding that is tried.
        var sample = content[content.IndexOfAnyInRange((byte)0x80, (byte)0xFF)..];
        sample = sample[..Math.Min(sample.Length, SampleLength)];
        var western = Find("windows-1252")!;
        var (encoding, score) = GuessUtf16(content);
        var westernScore = TextPlausibility.OfWestern(western.GetString(sample));
        (encoding, score) = westernScore > score ? (western, westernScore) : (encoding, score);
        foreach (var (name, everyday) in EastAsian)
        {
            var candidate = Find(name)!;
            var plausibility = TextPlausibility.OfEastAsian(candidate.GetString(sample), everyday);
            (encoding, score) = plausibility > score ? (candidate, plausibility) : (encoding, score);
        }

        return (score >= Sure ? encoding : Fallback(content, encoding, score)).GetString(content);
    }

    private static Encoding Fallback(ReadOnlySpan<byte> content, Encoding best, double score)
    {
        var found = Detect(content);
        return found is { Confidence: > SureDetection, Encoding: { } encoding } && (score < Convincing || encoding.IsSingleByte)
            ? encoding
            : best;
    }

    private static DetectionDetail? Detect(ReadOnlySpan<byte> content) =>
        CharsetDetector.DetectFromBytes(content[..Math.Min(content.Length, SampleLength)].ToArray()).Detected;

    private static Encoding? Find(string name)
    {
        try
        {
            var known = name.ToLowerInvariant() switch
            {
                "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
                "iso-8859-1" or "us-ascii" or "ascii" or "latin1" => "windows-1252",
                "utf8" => "utf-8",
                "utf-16le" => "utf-16",
                "big5-hkscs" => "big5",
                var other => other,
            };
            return Encoding.GetEncoding(known, EncoderFallback.ReplacementFallback, Replacement);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsNoise(string text)
    {
        // The last character may have been cut off.
        var noise = text.TrimEnd('\uFFFD').Count(c => c == '\uFFFD' || (c < ' ' && !PlainControls.Contains(c)));
        return noise * 50 > text.Length;
    }
}
