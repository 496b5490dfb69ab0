using System.Text.Json;
using BotKb.Conversations;

namespace BotKb.Tests.Conversations;

/// <summary>Whatever a document holds, its quote is JSON that PostgreSQL takes.</summary>
public sealed class TurnJsonTests
{
    [Theory]
    [InlineData("escape it as \\u0000 in JSON", "escape it as \\u0000 in JSON")]
    [InlineData("\\\\u0000\\", "\\\\u0000\\")]
    [InlineData("a\0b", "ab")]
    [InlineData("泵 😀 \"quoted\" <b>", "泵 😀 \"quoted\" <b>")]
    public void Text_is_kept_but_for_what_cannot_be_stored(string text, string kept) => Stored(text).ShouldBe(kept);

    // Attributes cannot hold such text.
    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => Stored("half \ud83d of a pair").ShouldBe("half \ufffd of a pair");

    private static string? Stored(string text) =>
        JsonDocument.Parse(TurnJson.Write(new { Quote = text })).RootElement.GetProperty("quote").GetString();
}
