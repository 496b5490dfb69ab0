using System.Text;

namespace BotKb.Sources.Extraction.Text;

/// <summary>
/// Undoes the commonest damage to text: UTF-8 that was read as Windows-1252 and saved again ('cafÃ©', 'Itâ€™s'). Repairs only
/// what cannot be anything else.
/// </summary>
internal static class MojibakeRepair
{
    private const int Enough = 2;

    // What Windows-1252 shows for the bytes 80 to 9F.
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text with every certain case repaired; the same text where there is none.</summary>
    public static string Repair(string text)
    {
        var certain = 0;
        ForEachSequence(text, (_, _, isCertain) => certain += isCertain ? 1 : 0);
        if (certain == 0)
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        var done = 0;
        ForEachSequence(text, (at, sequence, isCertain) =>
        {
            if (isCertain || certain >= Enough)
            {
                repaired.Append(text, done, at - done).Append(StrictUtf8.GetString(sequence));
                done = at + sequence.Length;
            }
        });
        return repaired.Append(text, done, text.Length - done).ToString();
    }

    private static void ForEachSequence(string text, Action<int, byte[], bool> visit)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var length = Length(text[i]);
            if (length > 0 && i + length <= text.Length && ToBytes(text.AsSpan(i, length)) is { } sequence && IsPlausible(sequence))
            {
                visit(i, sequence, IsCertain(sequence));
                i += length - 1;
            }
        }
    }

    // The lead bytes of the characters that office text is made of; others ('ß' + quote, 'à' + space) occur in honest text.
    private static int Length(char lead) => lead switch
    {
        'Â' or 'Ã' or 'Ä' or 'Å' or 'Î' or 'Ï' or 'Ð' or 'Ñ' => 2,
        'â' or 'ã' or 'ä' or 'å' or 'æ' or 'ç' or 'è' or 'é' or 'ê' or 'ë' or 'ì' or 'í' or 'ï' => 3,
        'ð' => 4,
        _ => 0,
    };

    private static byte[]? ToBytes(ReadOnlySpan<char> sequence)
    {
        var bytes = new byte[sequence.Length];
        for (var i = 0; i < sequence.Length; i++)
        {
            if (ToByte(sequence[i]) is not { } value || (i > 0 && (value & 0xC0) != 0x80))
            {
                return null;
            }

            bytes[i] = value;
        }

        return bytes;
    }

    private static byte? ToByte(char c) => c < 0x100
        ? (byte)c
        : High.IndexOf(c) is >= 0 and var at ? (byte)(0x80 + at) : null;

    private static bool IsPlausible(byte[] sequence)
    {
        try
        {
            var character = StrictUtf8.GetString(sequence);
            return !char.IsControl(character[0]) && character[0] is not (>= '\uE000' and <= '\uF8FF');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Two bytes whose second shows as a quotation mark or a dash may be a capital at the end of a quotation, and three may be
    // 'é…»'; typographic marks ('â€') and everyday Chinese characters come about by damage only.
    private static bool IsCertain(byte[] sequence) => sequence.Length switch
    {
        2 => sequence[0] is 0xC2 or 0xC3 && sequence[1] is not (>= 0x91 and <= 0x97),
        3 => sequence[0] == 0xE2 || CommonCharacters.Contain(StrictUtf8.GetString(sequence)[0]),
        _ => true,
    };
}
