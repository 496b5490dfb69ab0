using BotKb.Models;

namespace BotKb.Tests.Models;

public sealed class ThinkFilterTests
{
    [Theory]
    [InlineData("<think>hm</think>\n\nYes.", "Yes.")]
    [InlineData("\n<think>\nlong thoughts about a < b and </thin> and more, so that the tag comes late, much later than a short buffer</think>Yes </think>.", "Yes </think>.")]
    [InlineData("<think>never ends", "")]
    [InlineData("<thinking> is a tag.", "<thinking> is a tag.")]
    [InlineData("I <think> so.", "I <think> so.")]
    [InlineData("<thi", "<thi")]
    [InlineData("  Yes.", "  Yes.")]
    public void Takes_thinking_out_of_the_beginning_however_it_is_cut(string text, string shown)
    {
        foreach (var size in Enumerable.Range(1, text.Length))
        {
            var filter = new ThinkFilter();
            (string.Concat(text.Chunk(size).Select(chunk => filter.Push(new string(chunk)))) + filter.Finish()).ShouldBe(shown, $"in pieces of {size}");
        }
    }
}
