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
    [InlineData("half \ud83d of a pair", "half \ufffd of a pair")]
    [InlineData("泵 😀 \"quoted\" <b>", "泵 😀 \"quoted\" <b>")]
    public void Text_is_kept_but_for_what_cannot_be_stored(string text, string kept)
    {
        var json = TurnJson.Write(new { Quote = text });

        JsonDocument.Parse(json).RootElement.GetProperty("quote").GetString().ShouldBe(kept);
    }
}
