using BotKb.Answering.Streaming;
using FsCheck;
using FsCheck.Xunit;

namespace BotKb.Tests.Answering.Streaming;

public sealed class NoAnswerGateTests
{
    [Theory]
    [InlineData("NO_ANSWER")]
    [InlineData(" NO_ANSWER.\n")]
    [InlineData("**NO_ANSWER**")]
    [InlineData("NO_ANSWER The documents say nothing.")]
    public void Recognises_the_word(string text)
    {
        foreach (var size in Enumerable.Range(1, text.Length))
        {
            var gate = new NoAnswerGate();
            string.Concat(text.Chunk(size).Select(chunk => gate.Push(new string(chunk)))).ShouldBe("");
            gate.Finish().ShouldBe("");
            gate.Refused.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("No, you do not.")]
    [InlineData("NO_ANSWERS is the name of a column.")]
    [InlineData("N")]
    [InlineData("  ")]
    [InlineData("\"Quoted\" words")]
    public void Lets_other_words_through_unchanged(string text)
    {
        var gate = new NoAnswerGate();

        (string.Concat(text.Select(c => gate.Push(c.ToString()))) + gate.Finish()).ShouldBe(text);
        gate.Refused.ShouldBeFalse();
    }

    [Property]
    public bool Everything_that_does_not_begin_so_passes_at_once(NonNull<string> any)
    {
        var text = "Yes" + any.Get;
        return new NoAnswerGate().Push(text) == text;
    }
}
