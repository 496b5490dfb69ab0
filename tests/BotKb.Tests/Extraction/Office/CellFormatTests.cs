using BotKb.Sources.Extraction.Office;

namespace BotKb.Tests.Extraction.Office;

public sealed class CellFormatTests
{
    [Theory]
    [InlineData("yyyy-mm-dd hh:mm:ss", "45306.5", "2024-01-15 12:00:00")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\" aaaa", "45306", "2024年1月15日 星期一")]
    [InlineData("d/m/yy h:mm AM/PM", "45306.75", "15/1/24 6:00 PM")]
    [InlineData("上午/下午h\"时\"mm\"分\"", "0.25", "上午6时00分")]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("mmm-yy", "1", "Jan-00")]
    [InlineData("[Red]#,##0.00;[Blue]-#,##0.00", "1234.5", "1234.5")]
    [InlineData("0.00E+00", "1500000", "1500000")]
    [InlineData("0\" days\"", "3", "3")]
    [InlineData("0%", "0.07", "7%")]
    [InlineData("General", "196.0", "196")]
    [InlineData("General", "0.1", "0.1")]
    [InlineData("General", "12345678901234567890", "12345678901234600000")]
    [InlineData("yyyy-mm-dd", "-5", "-5")]
    [InlineData("General", "text", "text")]
    public void A_number_is_shown_in_the_format_of_its_cell(string code, string stored, string shown) =>
        new CellFormat(code).Show(stored, from1904: false).ShouldBe(shown);

    [Fact]
    public void Old_macs_count_days_from_1904() => new CellFormat("yyyy-mm-dd").Show("0", from1904: true).ShouldBe("1904-01-01");

    [Theory]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(14, "upperRoman", "XIV")]
    [InlineData(21, "chineseCounting", "二十一")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(5, null, "5")]
    public void A_list_number_is_written_in_its_format(int number, string? format, string text) =>
        NumberText.Write(number, format).ShouldBe(text);
}
