using System.Net.Sockets;
using BotKb.Access;
using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;
using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveScanTests : IDisposable
{
    private readonly TempDrive drive = new();

    [Fact]
    public async Task Reports_files_in_the_order_of_names_with_a_folders_files_before_its_subfolders()
    {
        foreach (string path in new[] { "b/2.txt", "z.txt", "b/1.txt", "a/deep/3.txt", "a/4.txt" })
        {
            drive.Write(path);
        }

        (await drive.RunAsync()).Paths.ShouldBe(["z.txt", "a/4.txt", "a/deep/3.txt", "b/1.txt", "b/2.txt"]);
    }

    [Fact]
    public async Task Says_nothing_of_temporary_and_hidden_files_and_folders()
    {
        string[] ignored =
        [
            ".hidden", ".git/config", "~$report.docx", "a.tmp", "B.PART", "c.crdownload", ".d.swp", "thumbs.DB", "desktop.ini",
            ".DS_Store", "@eaDir/x.txt", "$RECYCLE.BIN/x.txt", "System Volume Information/x.txt", "lost+found/x.txt",
            "#snapshot/x.txt", "folder/~$x.xlsx",
        ];
        Array.ForEach(ignored, path => drive.Write(path));
        drive.Write("folder/kept ~ $.tmp.txt");

        SourceRun run = await drive.RunAsync();

        run.Paths.ShouldBe(["folder/kept ~ $.tmp.txt"]);
        run.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("员工手册（第2版）.md")]
    [InlineData("it's 100% #1 + 😀.txt")]
    [InlineData("line\nbreak .txt")]
    [InlineData(@"back\slash.txt")]
    public async Task Reads_files_with_unusual_names(string name)
    {
        drive.Write(name, "content");

        SourceItem item = (await drive.RunAsync()).Item(name);
        await using Stream content = await drive.Source.OpenAsync(item, TestContext.Current.CancellationToken);

        content.Length.ShouldBe("content".Length);
    }

    [Fact]
    public async Task Reports_a_name_that_is_not_utf8_with_its_bytes_shown()
    {
        drive.WriteNamed([0xB2, 0xE2, (byte)'.', (byte)'t', (byte)'x', (byte)'t']);
        drive.Write("good.txt");

        SourceRun run = await drive.RunAsync();

        run.Failures.ShouldHaveSingleItem().Path.ShouldBe(@"\xB2\xE2.txt");
        run.Failures[0].Reason.ShouldBe("The name is not UTF-8 text: rename it.");
        run.Paths.ShouldBe(["good.txt"]);
    }

    [Fact]
    public async Task Recognises_a_file_whose_unreadable_name_was_corrected()
    {
        drive.WriteNamed([0xB2]);
        string id = (await drive.RunAsync()).Failures.ShouldHaveSingleItem().ItemId;

        TestLibc.Rename(
            [.. System.Text.Encoding.UTF8.GetBytes(drive.Root + "/"), 0xB2], System.Text.Encoding.UTF8.GetBytes(drive.PathOf("good.txt")));

        (await drive.RunAsync()).Item("good.txt").ItemId.ShouldBe(id);
    }

    [Fact]
    public async Task Reports_pipes_and_sockets_and_does_not_open_them()
    {
        drive.MakePipe("pipe.txt");
        using Socket socket = drive.MakeSocket("s.txt");

        SourceRun run = await drive.RunAsync();

        run.Items.ShouldBeEmpty();
        run.Failures.Select(failure => failure.Reason).ShouldBe(
            ["This is a named pipe, not a file: it is not read.", "This is a socket, not a file: it is not read."]);
    }

    [Fact]
    public void Reports_devices_and_does_not_enter_the_kernels_file_systems()
    {
        using DriveRoot devices = DriveRoot.Open("/dev");

        SourceChange.Failed[] failures =
            [.. new FolderScan(devices, new FolderReaders(ReaderSet.All, []), TestContext.Current.CancellationToken).Read()
                .OfType<SourceChange.Failed>()];

        failures.ShouldContain(failure => failure.Path == "null" && failure.Reason == "This is a device, not a file: it is not read.");
        failures.ShouldContain(
            failure => failure.Path == "pts" && failure.Reason == "The folder belongs to the system's kernel and is not read.");
        failures.ShouldNotContain(failure => failure.Path.StartsWith("pts/"));
    }

    [Fact]
    public void Reports_a_file_that_it_may_not_read()
    {
        drive.Write("secret.txt");
        drive.Write("open.txt");
        drive.SetRights("secret.txt", "000");

        SourceChange[] changes = ScanWithRightsOfNobody();

        changes.OfType<SourceChange.Failed>().ShouldHaveSingleItem().Path.ShouldBe("secret.txt");
        changes.OfType<SourceChange.Failed>().Single().Reason.ShouldContain("access is denied");
        changes.OfType<SourceChange.Upserted>().ShouldHaveSingleItem().Item.Path.ShouldBe("open.txt");
    }

    [Theory]
    [InlineData("000")]
    [InlineData("444")]
    public void Reports_a_folder_that_it_may_not_list_or_enter_as_unlisted(string rights)
    {
        drive.Write("closed/1.txt");
        drive.Write("closed/2.txt");
        drive.Write("open.txt");
        drive.SetRights("closed", rights);

        SourceChange[] changes = ScanWithRightsOfNobody();
        drive.SetRights("closed", "700");

        SourceChange.Unlisted unlisted = changes.OfType<SourceChange.Unlisted>().ShouldHaveSingleItem();
        unlisted.FolderPath.ShouldBe("closed");
        unlisted.Reason.ShouldContain("access is denied");
        changes.OfType<SourceChange.Upserted>().ShouldHaveSingleItem().Item.Path.ShouldBe("open.txt");
        changes[^1].ShouldBeOfType<SourceChange.Checkpoint>();
    }

    [Fact]
    public async Task Reports_a_folder_whose_path_is_too_long_as_unlisted()
    {
        drive.WriteDeep(foldersBelow: 9, "b.txt");
        drive.Write("a.txt");

        SourceRun run = await drive.RunAsync();

        run.Unlisted.ShouldHaveSingleItem().Reason.ShouldContain("longer than 4,095 bytes");
        run.Paths.ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Reports_a_file_whose_path_is_too_long()
    {
        drive.WriteDeep(foldersBelow: 8, new string('b', 250));
        drive.Write("a.txt");

        SourceRun run = await drive.RunAsync();

        run.Failures.ShouldHaveSingleItem().Reason.ShouldContain("longer than 4,095 bytes");
        run.Paths.ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Reports_the_size_of_a_sparse_file_of_two_gigabytes()
    {
        const long TwoGigabytes = 2L << 30;
        await using (FileStream file = File.Create(drive.PathOf("large.pdf")))
        {
            file.SetLength(TwoGigabytes);
        }

        (await drive.RunAsync()).Item("large.pdf").Size.ShouldBe(TwoGigabytes);
    }

    [Fact]
    public async Task Reports_each_of_ten_thousand_files()
    {
        drive.WriteMany("many", 10_000);

        SourceRun run = await drive.RunAsync();

        run.Items.Length.ShouldBe(10_000);
        run.Items.Select(item => item.ItemId).Distinct().Count().ShouldBe(10_000);
        run.Paths.ShouldBeInOrder();
    }

    [Fact]
    public async Task Gives_readers_by_the_deepest_rule()
    {
        ReaderSet hr = ReaderSet.Of(["group:hr"]);
        using var ruled = new TempDrive { Readers = new FolderReaders(ReaderSet.All, [new FolderRule("HR", hr), new FolderRule("HR/Public", ReaderSet.All)]) };
        ruled.Write("HR/pay.txt");
        ruled.Write("HR/Public/holidays.txt");
        ruled.Write("HR2/plan.txt");

        SourceRun run = await ruled.RunAsync();

        run.Item("HR/pay.txt").Readers.ShouldBe(hr);
        run.Item("HR/Public/holidays.txt").Readers.ShouldBe(ReaderSet.All);
        run.Item("HR2/plan.txt").Readers.ShouldBe(ReaderSet.All);
    }

    [Fact]
    public async Task Refuses_to_end_a_run_in_which_a_folder_with_narrower_readers_is_missing()
    {
        using var ruled = new TempDrive { Readers = new FolderReaders(ReaderSet.All, [new FolderRule("HR", ReaderSet.Nobody)]) };
        ruled.Write("HR renamed/pay.txt");

        (await Should.ThrowAsync<BotKbException>(ruled.RunAsync)).Message.ShouldContain("'HR'");
    }

    [Fact]
    public async Task Goes_on_when_a_folder_with_wider_readers_is_missing()
    {
        using var ruled = new TempDrive { Readers = new FolderReaders(ReaderSet.Nobody, [new FolderRule("Public", ReaderSet.All)]) };
        ruled.Write("pay.txt");

        (await ruled.RunAsync()).Item("pay.txt").Readers.ShouldBe(ReaderSet.Nobody);
    }

    public void Dispose() => drive.Dispose();

    private SourceChange[] ScanWithRightsOfNobody() => TestLibc.WithRightsOfNobody(() =>
    {
        using DriveRoot root = DriveRoot.Open(drive.Root);
        return new FolderScan(root, drive.Readers, CancellationToken.None).Read().ToArray();
    });
}
