using BotKb.Answering;

namespace BotKb.Tests.Answering;

public sealed class TableRowsTests
{
    [Theory]
    [InlineData("| City | Rate |", "| Paris | 90 |", "City: Paris; Rate: 90")]
    [InlineData("| City | Rate |", "| Paris | |", "City: Paris")]
    [InlineData("| | Rate |", "| Paris | 90 |", "Paris; Rate: 90")]
    [InlineData("", "| Paris | 90 |", "Paris; 90")]
    [InlineData("| City | Rate |", "| a\\|b | 90 |", "City: a|b; Rate: 90")]
    [InlineData("| 城市 | 标准 |", "| 巴黎 | 九十欧元 |", "城市：巴黎；标准：九十欧元")]
    public void Reads_a_row_with_the_names_of_its_columns(string header, string row, string read) =>
        TableRows.Read(header, row).ShouldBe(read);
}
