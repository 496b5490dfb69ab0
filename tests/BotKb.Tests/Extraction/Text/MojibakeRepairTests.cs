using System.Text;
using BotKb.Sources.Extraction.Text;
using FsCheck.Xunit;

namespace BotKb.Tests.Extraction.Text;

public sealed class MojibakeRepairTests
{
    [Theory]
    [InlineData("The cafÃ© isnâ€™t open", "The café isn’t open")]
    [InlineData("ä¸­æ–‡æ‰‹å†Œ", "中文手册")]
    [InlineData("20Â°C â‚¬5", "20°C €5")]
    public void Certain_damage_is_undone(string damaged, string sound) => MojibakeRepair.Repair(damaged).ShouldBe(sound);

    [Theory]
    [InlineData("„groß“ und à » fin «")]
    [InlineData("Ã is a letter, © is a sign, â too")]
    [InlineData("«une idée…»")]
    [InlineData("AÇÃO “NÃO” IRMÃ”")]
    public void Honest_text_stays(string text) => MojibakeRepair.Repair(text).ShouldBe(text);

    [Property]
    public bool Plain_ascii_stays(byte[] bytes)
    {
        var text = Encoding.ASCII.GetString(bytes);
        return MojibakeRepair.Repair(text) == text;
    }
}
