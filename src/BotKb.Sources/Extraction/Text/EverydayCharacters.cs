using System.Buffers;
using System.Text;

namespace BotKb.Sources.Extraction.Text;

/// <summary>
/// The characters that the old national standards put on their first level, as being in everyday use. Their place in the
/// standard makes them a witness: text read in another encoding falls outside the level.
/// </summary>
internal static class EverydayCharacters
{
    /// <summary>GB 2312, level 1.</summary>
    public static SearchValues<char> Simplified { get; } = SearchValues.Create(Level("gb18030", 0xB0, 0xD7));

    /// <summary>Big5, level 1.</summary>
    public static SearchValues<char> Traditional { get; } = SearchValues.Create(Level("big5", 0xA4, 0xC6));

    /// <summary>JIS X 0208, level 1.</summary>
    public static SearchValues<char> Japanese { get; } = SearchValues.Create(Level("euc-jp", 0xB0, 0xCF));

    /// <summary>KS X 1001, its syllables.</summary>
    public static SearchValues<char> Korean { get; } = SearchValues.Create(Level("euc-kr", 0xB0, 0xC8));

    /// <summary>The characters of all four.</summary>
    public static SearchValues<char> Any { get; } = SearchValues.Create(
        Level("gb18030", 0xB0, 0xD7) + Level("big5", 0xA4, 0xC6) + Level("euc-jp", 0xB0, 0xCF) + Level("euc-kr", 0xB0, 0xC8));

    private static string Level(string encoding, byte firstRow, byte lastRow)
    {
        var bytes = new List<byte>();
        for (int row = firstRow; row <= lastRow; row++)
        {
            for (var cell = encoding == "big5" ? 0x40 : 0xA1; cell <= 0xFE; cell++)
            {
                bytes.AddRange(cell is >= 0x7F and <= 0xA0 ? [] : [(byte)row, (byte)cell]);
            }
        }

        var characters = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetString([.. bytes]);
        return string.Concat(characters.Where(c => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3')));
    }
}
