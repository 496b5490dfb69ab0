using BotKb.Knowledge;
using BotKb.Sources.SharedDrive;
using BotKb.Sources.SharedDrive.Native;
using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveIdentityTests : IDisposable
{
    private static readonly FileStatus Status = new(
        FileKind.Regular, 1, 42, 10, new UnixTime(100, 1), new UnixTime(200, 2), new UnixTime(50, 3), 7, 8);

    private readonly TempDrive drive = new();

    [Fact]
    public async Task Reports_each_name_of_a_file_as_an_item_of_its_own()
    {
        drive.Write("a.txt", "content");
        TestLibc.MakeFurtherName(drive.PathOf("a.txt"), drive.PathOf("b.txt"));
        TestLibc.MakeFurtherName(drive.PathOf("a.txt"), drive.PathOf("c.txt"));

        SourceRun run = await drive.RunAsync();

        run.Paths.ShouldBe(["a.txt", "b.txt", "c.txt"]);
        run.Items.Select(item => item.ItemId).ShouldBeUnique();
        (await drive.RunAsync()).Items.ShouldBe(run.Items);
        foreach (SourceItem item in run.Items)
        {
            await using Stream content = await drive.Source.OpenAsync(item, TestContext.Current.CancellationToken);
            content.Length.ShouldBe("content".Length);
        }
    }

    [Fact]
    public async Task Changes_the_version_when_a_change_hides_behind_the_old_time_and_size()
    {
        string path = drive.PathOf("a.txt");
        drive.Write("a.txt", "one");
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, time);
        SourceItem before = (await drive.RunAsync()).Item("a.txt");
        SourceItem after = before;

        // The kernel's clock for files moves in steps of some milliseconds.
        for (int attempt = 0; attempt < 1000 && after.Version == before.Version; attempt++)
        {
            await File.WriteAllTextAsync(path, "two", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(path, time);
            after = (await drive.RunAsync()).Item("a.txt");
        }

        after.ModifiedAt.ShouldBe(before.ModifiedAt);
        after.Version.ShouldNotBe(before.Version);
    }

    [Fact]
    public async Task Takes_a_file_that_replaces_another_for_a_new_item()
    {
        drive.Write("a.txt", "one");
        drive.Write("new", "two");
        SourceItem before = (await drive.RunAsync()).Item("a.txt");

        File.Move(drive.PathOf("new"), drive.PathOf("a.txt"), overwrite: true);

        (await drive.RunAsync()).Item("a.txt").ItemId.ShouldNotBe(before.ItemId);
    }

    [Fact]
    public void Tells_a_reused_inode_from_the_file_that_had_it_before() =>
        IdOf(Status with { Born = new UnixTime(50, 4) }).ShouldNotBe(IdOf(Status));

    [Fact]
    public void Tells_equal_inodes_of_two_mounted_file_systems_apart()
    {
        PendingFolder root = Folder("", Status, "");
        PendingFolder mounted = root.Below("mounted", Status with { Device = 9 });
        PendingFolder bound = root.Below("bound", Status with { Mount = 9 });

        string[] ids = [IdOf(Status, root.Volume), IdOf(Status, mounted.Volume), IdOf(Status, bound.Volume)];

        ids.ShouldBeUnique();
        mounted.Below("mounted/deep", mounted.Status).Volume.ShouldBe("mounted");
    }

    [Fact]
    public void Knows_a_file_by_its_path_where_the_file_system_keeps_no_birth()
    {
        FileStatus status = Status with { Born = null };

        FileIdentity.ItemId(status with { Inode = 43 }, "", "a.txt").ShouldBe(FileIdentity.ItemId(status, "", "a.txt"));
        FileIdentity.ItemId(status, "", "b.txt").ShouldNotBe(FileIdentity.ItemId(status, "", "a.txt"));
    }

    [Theory]
    [InlineData(long.MinValue, 1)]
    [InlineData(-1, 1969)]
    [InlineData(long.MaxValue, 9999)]
    public void Shows_a_time_that_no_calendar_holds_as_the_nearest(long seconds, int year) =>
        new UnixTime(seconds, 0).ToDateTime().Year.ShouldBe(year);

    public void Dispose() => drive.Dispose();

    private static PendingFolder Folder(string path, FileStatus status, string volume) => new(path, status, volume);

    private static string IdOf(FileStatus status, string volume = "") => FileIdentity.ItemId(status, volume, "a.txt");
}
