using System.Globalization;
using System.Text;

namespace BotKb.Sources.SharedDrive;

/// <summary>Shows a name that is not text.</summary>
internal static class FileName
{
    /// <summary>
    /// Readable text for any bytes: what is not printable UTF-8 becomes <c>\xB2</c>, a backslash is doubled. Two different names
    /// never look the same.
    /// </summary>
    internal static string Escape(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder();
        while (!name.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf8(name, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            if (rune.Value == '\\')
            {
                text.Append(@"\\");
            }
            else if (valid && !Rune.IsControl(rune))
            {
                text.Append(rune.ToString());
            }
            else
            {
                AppendBytes(text, name[..length]);
            }

            name = name[length..];
        }

        return text.ToString();
    }

    private static void AppendBytes(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            text.Append(CultureInfo.InvariantCulture, $@"\x{value:X2}");
        }
    }
}
