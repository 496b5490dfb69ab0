using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;
using BotKb.Tests.Knowledge;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.SharedDrive;

public sealed class FolderRulesTests : IDisposable
{
    private readonly TempDrive drive = new();

    private string State => Path.Combine(drive.Outside, "state");

    [Fact]
    public void Allows_any_folder_of_documents_when_no_roots_are_set() => Check(drive.Root).ShouldBe(drive.Root);

    [Fact]
    public void Returns_where_a_link_really_leads()
    {
        drive.Write("docs/a.txt");
        drive.MakeLink("link", "docs");

        Check(drive.PathOf("link/")).ShouldBe(drive.PathOf("docs"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/etc")]
    [InlineData("/etc/ssl/..")]
    [InlineData("/proc")]
    [InlineData("/proc/self")]
    [InlineData("/sys/kernel")]
    [InlineData("/dev")]
    [InlineData("/run")]
    [InlineData("/usr/../etc")]
    [InlineData("/var/lib/../../proc/1")]
    public void Never_allows_the_systems_own_folders(string path) =>
        ShouldRefuse(path).ShouldEndWith("is never read: choose a folder of documents.");

    [Fact]
    public void Never_allows_a_link_to_the_systems_own_folders()
    {
        drive.MakeLink("link", "/etc");

        ShouldRefuse(drive.PathOf("link")).ShouldBe(
            $"The folder {drive.PathOf("link")}, which leads to /etc, belongs to the system and is never read: choose a folder of documents.");
    }

    [Theory]
    [InlineData("state", "state")]
    [InlineData("state/inner", "state")]
    [InlineData("", "state")]
    [InlineData("", "not/yet/there")]
    public void Never_allows_a_folder_that_shares_files_with_the_state_folder(string folder, string state)
    {
        drive.Write("state/inner/a.txt");

        Should.Throw<BotKbException>(() => Rules().Check(drive.PathOf(folder), drive.PathOf(state))).Message.ShouldContain("state folder");
    }

    [Fact]
    public void Finds_the_state_folder_behind_a_link()
    {
        drive.Write("docs/state/a.txt");
        File.CreateSymbolicLink(State, drive.PathOf("docs/state"));

        ShouldRefuse(drive.PathOf("docs")).ShouldContain("state folder");
    }

    [Fact]
    public void Allows_a_folder_whose_name_only_begins_like_the_state_folder()
    {
        drive.Write("state-of-affairs/a.txt");

        Rules().Check(drive.PathOf("state-of-affairs"), drive.PathOf("state")).ShouldBe(drive.PathOf("state-of-affairs"));
    }

    [Fact]
    public void Allows_roots_and_what_lies_under_them()
    {
        drive.Write("docs/hr/a.txt");

        Check(drive.PathOf("docs"), drive.PathOf("docs")).ShouldBe(drive.PathOf("docs"));
        Check(drive.PathOf("docs/hr"), "/missing", drive.PathOf("docs")).ShouldBe(drive.PathOf("docs/hr"));
    }

    [Theory]
    [InlineData("docs2")]
    [InlineData("docs/../docs2")]
    [InlineData("docs/link")]
    [InlineData("")]
    public void Refuses_what_does_not_lie_under_a_root(string folder)
    {
        drive.Write("docs/a.txt");
        drive.Write("docs2/a.txt");
        drive.MakeLink("docs/link", "../docs2");

        ShouldRefuse(drive.PathOf(folder), drive.PathOf("docs")).ShouldContain("Sources:SharedDrive:Roots");
    }

    [Fact]
    public void Refuses_a_folder_that_does_not_exist() =>
        ShouldRefuse(drive.PathOf("missing"))
            .ShouldBe($"The folder {drive.PathOf("missing")} does not exist: check the spelling, or mount the drive.");

    [Fact]
    public void Refuses_a_file()
    {
        drive.Write("a.txt");

        ShouldRefuse(drive.PathOf("a.txt")).ShouldContain("is a file, not a folder");
    }

    [Fact]
    public void Refuses_a_loop_of_links()
    {
        drive.MakeLink("loop", "loop");

        ShouldRefuse(drive.PathOf("loop")).ShouldContain("is a loop of symbolic links");
    }

    [Fact]
    public void Refuses_a_folder_that_leads_to_a_name_that_is_not_text()
    {
        Directory.CreateDirectory(drive.PathOf("folder"));
        TestLibc.Rename(Bytes(drive.PathOf("folder")), [.. Bytes(drive.PathOf("bad-")), 0xFF]);
        TestLibc.MakeLink([.. Bytes("bad-"), 0xFF], Bytes(drive.PathOf("to-bad")));

        ShouldRefuse(drive.PathOf("to-bad")).ShouldContain(@"bad-\xFF");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void Refuses_a_path_without_a_name(string path) => ShouldRefuse(path).ShouldContain("No folder is named");

    [Fact]
    public async Task Makes_a_source_of_a_folder_that_is_allowed()
    {
        drive.Write("a.txt");
        IKnowledgeSource source = new SharedDriveSourceFactory(Rules())
            .Create(SharedDriveSettings.Parse(drive.Root, "everyone", []), State);

        SourceRun run = await SourceRun.OfAsync(source, TestContext.Current.CancellationToken);

        run.Paths.ShouldBe(["a.txt"]);
    }

    [Fact]
    public void Makes_no_source_of_a_stored_folder_that_roots_no_longer_allow()
    {
        var factory = new SharedDriveSourceFactory(Rules("/srv"));

        Should.Throw<BotKbException>(() => factory.Create(SharedDriveSettings.Parse(drive.Root, "everyone", []), State));
    }

    public void Dispose() => drive.Dispose();

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static FolderRules Rules(params string[] roots)
    {
        var options = new SharedDriveOptions();
        Array.ForEach(roots, options.Roots.Add);
        return new FolderRules(Options.Create(options));
    }

    private string Check(string path, params string[] roots) => Rules(roots).Check(path, State);

    private string ShouldRefuse(string path, params string[] roots)
    {
        BotKbException exception = Should.Throw<BotKbException>(() => Check(path, roots));
        exception.Kind.ShouldBe(FailureKind.TellAdmin);
        return exception.Message;
    }
}
