using System.Globalization;
using System.Text;
using BotKb.Sources.SharedDrive;
using FsCheck.Xunit;

namespace BotKb.Tests.SharedDrive;

public sealed class FileNameTests
{
    [Fact]
    public void Shows_text_as_it_is_and_other_bytes_as_numbers() =>
        FileName.Escape([.. "工资-"u8, 0xB2, 0xE2, .. ".txt"u8]).ShouldBe(@"工资-\xB2\xE2.txt");

    [Fact]
    public void Shows_control_characters_and_backslashes_unmistakably() =>
        FileName.Escape(@"a\x0A"u8).ShouldNotBe(FileName.Escape("a\n"u8));

    [Property]
    public void Loses_no_byte_of_any_name(byte[] name) => Unescape(FileName.Escape(name)).ShouldBe(name);

    [Property]
    public void Shows_any_name_as_one_line_of_text(byte[] name)
    {
        string text = FileName.Escape(name);

        text.ShouldNotContain('\uFFFD');
        text.ShouldAllBe(character => !char.IsControl(character));
    }

    private static byte[] Unescape(string text)
    {
        var bytes = new List<byte>();
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] != '\\')
            {
                int length = char.IsHighSurrogate(text[index]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(index, length)));
                index += length - 1;
            }
            else if (text[index + 1] == '\\')
            {
                bytes.Add((byte)'\\');
                index++;
            }
            else
            {
                bytes.Add(byte.Parse(text.AsSpan(index + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 3;
            }
        }

        return [.. bytes];
    }
}
