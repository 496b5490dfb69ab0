using BotKb.Knowledge.Reading;
using BotKb.WebConsole.Documents;
using FsCheck.Xunit;

namespace BotKb.Tests.Documents;

public sealed class PassagePartsTests
{
    [Property]
    public void Any_text_with_any_mark_has_parts(string? text, int start, int end) =>
        Should.NotThrow(() => PassageParts.Of(text ?? "", new TextSpan(start, end)));

    [Property]
    public void Nothing_of_running_text_is_lost(string? text)
    {
        var shown = (text ?? "").Replace('|', '-');

        var parts = PassageParts.Of(shown, new TextSpan(0, shown.Length / 2));

        string.Concat(parts.Cast<PassagePart.Running>().Select(part => part.Text.Before + part.Text.Marked + part.Text.After))
            .ShouldBe(shown.Trim('\n'));
    }
}
