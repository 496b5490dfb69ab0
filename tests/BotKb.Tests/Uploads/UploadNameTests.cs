using BotKb.Knowledge.Uploads;
using FsCheck.Xunit;

namespace BotKb.Tests.Uploads;

public sealed class UploadNameTests
{
    [Theory]
    [InlineData("plan.docx", "plan.docx")]
    [InlineData("../x", "x")]
    [InlineData("C:\\a\\b.txt", "b.txt")]
    [InlineData("报销制度.pdf", "报销制度.pdf")]
    [InlineData("re\u0301sume\u0301.txt", "r\u00E9sum\u00E9.txt")]
    [InlineData("a|b<c>:d\".txt", "a|b<c>:d\".txt")]
    public void Keeps_a_name_and_drops_its_folders(string named, string name) => UploadName.Of(named).ShouldBe(name);

    [Theory]
    [InlineData("", UploadRefusal.NoName)]
    [InlineData("a/..", UploadRefusal.NoName)]
    [InlineData("   ", UploadRefusal.NoName)]
    [InlineData("a\0.txt", UploadRefusal.HiddenCharacter)]
    [InlineData("a\n.txt", UploadRefusal.HiddenCharacter)]
    [InlineData("a\u202Etxt.exe", UploadRefusal.HiddenCharacter)]
    [InlineData("Thumbs.db", UploadRefusal.NotADocument)]
    [InlineData("~$plan.docx", UploadRefusal.NotADocument)]
    public void Refuses_what_is_no_name_of_a_document(string named, UploadRefusal refusal) =>
        Should.Throw<UploadRefusedException>(() => UploadName.Of(named)).Refusal.ShouldBe(refusal);

    [Fact]
    public void Refuses_half_of_a_surrogate_pair_and_a_name_that_no_file_system_takes()
    {
        Should.Throw<UploadRefusedException>(() => UploadName.Of("a\uD800.txt")).Refusal.ShouldBe(UploadRefusal.HiddenCharacter);
        Should.Throw<UploadRefusedException>(() => UploadName.Of(new string('长', 86))).Refusal.ShouldBe(UploadRefusal.LongName);
    }

    [Property]
    public void Any_name_becomes_a_name_that_stays_the_same_or_is_refused(string? named)
    {
        try
        {
            var name = UploadName.Of(named ?? "");

            name.ShouldNotContain('/');
            name.ShouldNotContain('\\');
            UploadName.Of(name).ShouldBe(name);
        }
        catch (UploadRefusedException refused)
        {
            Enum.IsDefined(refused.Refusal).ShouldBeTrue();
        }
    }
}
