using System.Text;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>Makes damaged and hostile inputs from sound ones.</summary>
internal static class Mutation
{
    private const int LongestRepeat = 20_000;
    private const int LongestInput = 2 * 1024 * 1024;

    private static readonly byte[][] Snippets =
    [
        .. new[]
        {
            "\0", "\u0001", "\uFEFF", "\uFFFE", "\uFFFF", "\u202E", "\u2028", "\u0301", "\uE000", "👩‍👩‍👧", "İ", "ß", "ﬁ", "\r\n\r\n", "\n\n", "\t", " ", "-1", "0",
            "99999999999999999999", "1e999", "NaN", "-2147483648", "4294967296", "0x7FFFFFFF", "[", "]", "[1]", "[1](", "[[", "{", "}", "\"", "\\", "\\ud800",
            "\\udc00", "\\u0000", "null", "true", "[]", "{}", ",", ":", "<", ">", "<div>", "</div>", "<table><tr><td>", "<p>", "<w:p>", "<w:tbl><w:tr><w:tc>",
            "<!--", "-->", "<![CDATA[", "&amp;", "&#0;", "&#xD800;", "&lol;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "> ", "* ", "- ", "#", "```", "|", "|-|", "![", "**",
            "_", "<think>", "</think>", "NO_ANSWER", "【1】", "data: ", "data: [DONE]\n\n", "event: ", "--", "=?utf-8?B?", "?=", "=\n", "%", "%00", "../", "endobj", "<<", ">>",
            "/Kids", "/Length 99999999", "stream\n", "1 0 R", "( ", ")", "BT", "ET", "Tj", "你好", "的", "。", "，",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0x50, 0x4B, 0x03, 0x04], [0xFF, 0xFF, 0xFF, 0xFF],
        [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80],
    ];

    /// <summary>One of the seeds, mutated a few times: packages inside their entries more often than as a whole.</summary>
    public static FuzzSeed Of(IReadOnlyList<FuzzSeed> seeds, Random random)
    {
        var seed = seeds[random.Next(seeds.Count)];
        var content = seed.Content;
        for (var rounds = 1 + random.Next(4); rounds > 0 && content.Length < LongestInput; rounds--)
        {
            content = ZipMutation.IsPackage(content) && random.Next(8) > 0
                ? ZipMutation.Of(content, seeds, random)
                : Bytes(content, seeds[random.Next(seeds.Count)].Content, random);
        }

        return seed with { Content = content };
    }

    /// <summary>One mutation of bytes.</summary>
    public static byte[] Bytes(byte[] content, byte[] other, Random random) => random.Next(12) switch
    {
        0 => Flip(content, random),
        1 => content[..random.Next(content.Length + 1)],
        2 => Remove(content, random),
        3 => Insert(content, Piece(other, random), random),
        4 => [.. content[..random.Next(content.Length + 1)], .. other[random.Next(other.Length + 1)..]],
        5 => Overwrite(content, Snippets[random.Next(Snippets.Length)], random),
        6 => Insert(content, Repeat(Snippets[random.Next(Snippets.Length)], random), random),
        7 => Insert(content, Repeat(Piece(content, random), random), random),
        8 => Number(content, random),
        9 => Element(content, random),
        10 => Insert(content, Snippets[random.Next(Snippets.Length)], random),
        _ => Swap(content, random),
    };

    private static byte[] Flip(byte[] content, Random random)
    {
        byte[] flipped = [.. content];
        for (var times = 1 << random.Next(5); times > 0 && flipped.Length > 0; times--)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    private static byte[] Remove(byte[] content, Random random)
    {
        var (from, to) = Range(content, random);
        return [.. content[..from], .. content[to..]];
    }

    private static byte[] Insert(byte[] content, byte[] piece, Random random)
    {
        var at = random.Next(content.Length + 1);
        return [.. content[..at], .. piece, .. content[at..]];
    }

    private static byte[] Overwrite(byte[] content, byte[] piece, Random random)
    {
        var at = random.Next(content.Length + 1);
        return [.. content[..at], .. piece, .. content[Math.Min(content.Length, at + piece.Length)..]];
    }

    private static byte[] Swap(byte[] content, Random random)
    {
        var (from, to) = Range(content, random);
        var middle = from + ((to - from) / 2);
        return [.. content[..from], .. content[middle..to], .. content[from..middle], .. content[to..]];
    }

    // Deep nesting and long runs.
    private static byte[] Repeat(byte[] piece, Random random)
    {
        var times = Math.Min(1 << random.Next(15), LongestRepeat / Math.Max(1, piece.Length / 8));
        return [.. Enumerable.Repeat(piece, Math.Max(1, times)).SelectMany(bytes => bytes)];
    }

    // A number in the text becomes another one.
    private static byte[] Number(byte[] content, Random random)
    {
        var from = NextOf(content, random, char.IsAsciiDigit);
        var to = from;
        while (to < content.Length && char.IsAsciiDigit((char)content[to]))
        {
            to++;
        }

        string[] numbers = ["0", "-1", "1", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "99999999999999999999", "1e308", "0.5"];
        return [.. content[..from], .. Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Length)]), .. content[to..]];
    }

    // From one '<' to a later one: taken out, or written many times.
    private static byte[] Element(byte[] content, Random random)
    {
        var from = NextOf(content, random, c => c == '<');
        var to = Math.Min(content.Length, from + 1);
        for (var more = random.Next(6); more >= 0 && to < content.Length; more--)
        {
            var next = content.AsSpan(to).IndexOf((byte)'<');
            to = next < 0 ? content.Length : to + Math.Max(1, next);
        }

        var element = content[from..Math.Min(to, from + 4096)];
        return [.. content[..from], .. random.Next(2) == 0 ? [] : Repeat(element, random), .. content[to..]];
    }

    private static int NextOf(byte[] content, Random random, Func<char, bool> wanted)
    {
        var at = random.Next(content.Length + 1);
        while (at < content.Length && !wanted((char)content[at]))
        {
            at++;
        }

        return at;
    }

    private static byte[] Piece(byte[] content, Random random)
    {
        var (from, to) = Range(content, random);
        return content[from..Math.Min(to, from + 2048)];
    }

    private static (int From, int To) Range(byte[] content, Random random)
    {
        var from = random.Next(content.Length + 1);
        var length = random.Next(3) == 0 ? random.Next(content.Length - from + 1) : random.Next(Math.Min(64, content.Length - from) + 1);
        return (from, from + length);
    }
}
