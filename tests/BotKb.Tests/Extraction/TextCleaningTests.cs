using BotKb.Sources.Extraction;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction;

public sealed class TextCleaningTests
{
    [Fact]
    public void Invisible_characters_go_and_white_space_is_one_space() =>
        TextCleaning.Prose("\uFEFFco\u00ADope\u200Bration\u00A0\t of\r\n\r\n  \u3000two\u0007 teams ")
            .ShouldBe("cooperation of\ntwo teams");

    [Fact]
    public void Marks_join_their_letters() =>
        TextCleaning.Prose("cafe\u0301 A\u030A U\u0308\u0304 \u304B\u3099 \u1112\u1161\u11AB").ShouldBe("café Å Ǖ が 한");

    [Fact]
    public void Preformatted_text_keeps_indentation_and_empty_lines() =>
        TextCleaning.Preformatted("\nif x:\n    y  \n\n\tz\n").ShouldBe("if x:\n    y\n\n\tz");

    [Property]
    public bool Cleaned_text_is_clean(string? text)
    {
        var cleaned = TextCleaning.Prose(text ?? "");
        return cleaned == TextCleaning.Prose(cleaned) && cleaned.All(c => c == '\n' || !char.IsControl(c)) && cleaned == cleaned.Trim();
    }
}
