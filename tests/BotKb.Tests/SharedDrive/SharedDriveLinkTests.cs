using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveLinkTests : IDisposable
{
    private const string LeadsOut = "The symbolic link leads out of the shared drive and is not followed.";

    private readonly TempDrive drive = new();

    [Fact]
    public async Task Says_nothing_of_links_to_what_is_read_at_its_own_place()
    {
        drive.Write("folder/a.txt");
        drive.MakeLink("relative.txt", "folder/a.txt");
        drive.MakeLink("absolute.txt", drive.PathOf("folder/a.txt"));
        drive.MakeLink("folder-link", "folder");
        drive.MakeLink("folder/up", "..");

        SourceRun run = await drive.RunAsync();

        run.Paths.ShouldBe(["folder/a.txt"]);
        run.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/etc/passwd", LeadsOut)]
    [InlineData("/etc", LeadsOut)]
    [InlineData("/", LeadsOut)]
    [InlineData("..", LeadsOut)]
    [InlineData("../outside", LeadsOut)]
    [InlineData("nothing-here", "The symbolic link leads to nothing.")]
    [InlineData("a.txt/below", "The symbolic link leads to nothing.")]
    [InlineData("link", "The symbolic link leads back to itself.")]
    public async Task Reports_a_link_through_which_nothing_of_the_drive_is_read(string target, string reason)
    {
        drive.Write("a.txt");
        drive.MakeLink("link", target);

        SourceRun run = await drive.RunAsync();

        run.Failures.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        run.Failures[0].Path.ShouldBe("link");
        run.Paths.ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Reports_both_links_of_a_loop()
    {
        drive.MakeLink("a", "b");
        drive.MakeLink("b", "a");

        (await drive.RunAsync()).Failures.Select(failure => failure.Path).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Takes_a_folder_whose_name_only_begins_like_the_drive_for_another()
    {
        Directory.CreateDirectory(drive.Root + "-other");
        drive.MakeLink("link", drive.Root + "-other");

        (await drive.RunAsync()).Failures.ShouldHaveSingleItem().Reason.ShouldBe(LeadsOut);
    }

    public void Dispose() => drive.Dispose();
}
