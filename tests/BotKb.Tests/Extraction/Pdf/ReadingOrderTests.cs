using BotKb.Sources.Extraction.Pdf;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction.Pdf;

public sealed class ReadingOrderTests
{
    [Property]
    public void No_run_is_lost_or_doubled_wherever_it_stands((byte X, byte Y)[] places)
    {
        var runs = places.Select((place, i) => new TextRun($"w{i}", place.X * 2, (place.X * 2) + 30, place.Y * 3, 10, false, false))
            .ToList();
        if (runs.Count == 0)
        {
            return;
        }

        var words = ReadingOrder.Sort(runs).SelectMany(run => run.Text.Split('w', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word.Trim());

        words.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, places.Length).Select(i => $"{i}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("所有员工", "都可以", "所有员工都可以")]
    [InlineData("two", "words", "two words")]
    [InlineData("well-known and state-of-", "the-art", "well-known and state-of-the-art")]
    [InlineData("consid-", "ered", "considered")]
    [InlineData("AB-", "1234", "AB-1234")]
    [InlineData("soft\u00AD", "ware", "software")]
    [InlineData("版本", "Debian", "版本 Debian")]
    public void Lines_join_as_if_they_had_been_one(string first, string second, string joined)
    {
        var text = new System.Text.StringBuilder(first);

        LineJoining.Append(text, second);

        text.ToString().ShouldBe(joined);
    }
}
