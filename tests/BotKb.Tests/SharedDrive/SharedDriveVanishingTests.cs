using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;
using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveVanishingTests : IDisposable
{
    /// <summary>More files than a source reads ahead of the one that was asked for.</summary>
    private const int Many = 300;

    private readonly TempDrive drive = new();

    [Fact]
    public async Task Reports_a_folder_that_vanished_before_it_was_reached_as_unlisted()
    {
        drive.WriteMany("a", Many);
        drive.Write("z/kept.txt");

        SourceRun run = await RunAsync(() => Directory.Delete(drive.PathOf("z"), recursive: true));

        run.Unlisted.ShouldHaveSingleItem().FolderPath.ShouldBe("z");
        run.Unlisted[0].Reason.ShouldBe("The folder could not be read to its end: it is no longer there.");
        run.Items.Length.ShouldBe(Many);
        run.Changes[^1].ShouldBeOfType<SourceChange.Checkpoint>();
    }

    [Fact]
    public async Task Reports_a_folder_that_vanished_while_it_was_read_as_unlisted()
    {
        drive.WriteMany("a", Many);
        drive.Write("z/kept.txt");

        SourceRun run = await RunAsync(() => Directory.Delete(drive.PathOf("a"), recursive: true));

        run.Unlisted.ShouldHaveSingleItem().FolderPath.ShouldBe("a");
        run.Paths.ShouldContain("z/kept.txt");
    }

    [Fact]
    public async Task Leaves_out_a_file_that_was_deleted_before_it_was_reached()
    {
        drive.WriteMany("a", Many);
        string last = $"a/{Many - 1:D5}.txt";

        SourceRun run = await RunAsync(() => File.Delete(drive.PathOf(last)));

        run.Paths.ShouldNotContain(last);
        run.Items.Length.ShouldBe(Many - 1);
        run.Unlisted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_follow_a_link_that_takes_the_place_of_a_folder()
    {
        drive.WriteMany("a", Many);
        drive.Write("z/kept.txt");
        await File.WriteAllTextAsync(Path.Combine(drive.Outside, "secret.txt"), "secret", TestContext.Current.CancellationToken);

        SourceRun run = await RunAsync(() =>
        {
            Directory.Delete(drive.PathOf("z"), recursive: true);
            drive.MakeLink("z", drive.Outside);
        });

        run.Unlisted.ShouldHaveSingleItem().FolderPath.ShouldBe("z");
        run.Items.Length.ShouldBe(Many);
    }

    [Fact]
    public async Task Ends_without_a_checkpoint_when_the_drive_is_gone_at_the_start()
    {
        Directory.Delete(drive.Root);

        BotKbException exception = await Should.ThrowAsync<BotKbException>(drive.RunAsync);

        exception.Kind.ShouldBe(FailureKind.TellAdmin);
        exception.Message.ShouldContain(drive.Root);
    }

    [Fact]
    public async Task Ends_without_a_checkpoint_when_the_drive_is_removed_in_the_middle()
    {
        drive.WriteMany("a", Many);

        await Should.ThrowAsync<BotKbException>(() => RunAsync(() => Directory.Delete(drive.Root, recursive: true)));
    }

    [Fact]
    public async Task Ends_without_a_checkpoint_when_another_drive_takes_its_place()
    {
        drive.WriteMany("a", Many);

        await Should.ThrowAsync<BotKbException>(() => RunAsync(() =>
        {
            Directory.Move(drive.Root, drive.Root + "-before");
            Directory.CreateDirectory(drive.Root);
        }));
    }

    [Fact]
    public void Ends_without_a_checkpoint_when_the_drive_may_not_be_listed()
    {
        drive.Write("a.txt");
        drive.SetRights("", "111");

        Exception exception = Should.Throw<InvalidOperationException>(() => TestLibc.WithRightsOfNobody(() =>
        {
            using DriveRoot root = DriveRoot.Open(drive.Root);
            return new FolderScan(root, drive.Readers, CancellationToken.None).Read().Count();
        }));
        drive.SetRights("", "700");

        exception.InnerException.ShouldBeOfType<BotKbException>().Message.ShouldContain("access is denied");
    }

    public void Dispose() => drive.Dispose();

    /// <summary>A run during which something happens after the first change was taken.</summary>
    private async Task<SourceRun> RunAsync(Action happens)
    {
        var changes = new List<SourceChange>();
        await foreach (SourceChange change in drive.Source.ReadChangesAsync(null, TestContext.Current.CancellationToken))
        {
            if (changes.Count == 0)
            {
                happens();
            }

            changes.Add(change);
        }

        return new SourceRun([.. changes]);
    }
}
