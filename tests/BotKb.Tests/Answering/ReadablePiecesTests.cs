using BotKb.Answering;

namespace BotKb.Tests.Answering;

public sealed class ReadablePiecesTests
{
    [Fact]
    public void Shows_a_sentence_that_announces_a_list_with_its_items() =>
        Read("You need:\n\n- a badge.\n- a form. Sign it.\n\nThen wait.", 0).ShouldBe("You need: a badge; a form. Sign it.");

    [Fact]
    public void Shows_a_chinese_list_with_chinese_marks() =>
        Read("需要以下材料：\n\n1. 身份证。\n2. 申请表。", 0).ShouldBe("需要以下材料：身份证；申请表。");

    [Fact]
    public void Stops_before_a_list_grows_too_long()
    {
        var list = "You need:\n\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"- thing number {i}\n"));

        ShownLength.Of(Read(list, 0)).ShouldBeInRange(250, 300);
    }

    [Fact]
    public void Leaves_an_announcement_without_a_list_as_it_is() => Read("You need:\n\nA badge and a form.", 0).ShouldBe("You need:");

    [Fact]
    public void Drops_the_mark_of_an_item() => Read("1. Ask for a badge.", 0).ShouldBe("Ask for a badge.");

    private static string Read(string text, int index) => ReadablePieces.Read(text, PassagePieces.Of(text, []), index).Shown;
}
