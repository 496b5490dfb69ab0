using BotKb.Sources.SharedDrive;
using BotKb.Sources.SharedDrive.Native;
using Microsoft.Win32.SafeHandles;

namespace BotKb.Tests.SharedDrive;

/// <summary>Both ways of opening a path keep the same promise; kernels and containers decide which one is used.</summary>
public sealed class PathOpenerTests : IDisposable
{
    private static readonly string[] RefusedPaths =
    [
        "link/deep/a.txt", "folder/deep/link.txt", "out/x.txt", "..", "../outside", "folder/../folder/deep/a.txt",
        "folder/./deep/a.txt", "folder//deep/a.txt", "/etc/passwd", "folder/missing.txt", "folder/deep/a.txt/", "folder\0/deep",
    ];

    private readonly TempDrive drive = new();

    public PathOpenerTests()
    {
        drive.Write("folder/deep/a.txt", "content");
        drive.MakeLink("link", "folder");
        drive.MakeLink("folder/deep/link.txt", "a.txt");
        drive.MakeLink("out", drive.Outside);
    }

    public static TheoryData<bool, string> Refused =>
        [.. RefusedPaths.SelectMany<string, (bool, string)>(path => [(true, path), (false, path)])];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Opens_a_file_below_the_root(bool inOneCall)
    {
        using SafeFileHandle file = Open(inOneCall, "folder/deep/a.txt").ShouldNotBeNull();

        RandomAccess.GetLength(file).ShouldBe("content".Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Opens_the_root_itself_for_an_empty_path(bool inOneCall)
    {
        using SafeFileHandle folder = Open(inOneCall, "").ShouldNotBeNull();

        FileStatus.Of(folder, out _).ShouldNotBeNull().Kind.ShouldBe(FileKind.Folder);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Opens_nothing_through_links_or_out_of_the_root(bool inOneCall, string path) =>
        Open(inOneCall, path).ShouldBeNull();

    public void Dispose() => drive.Dispose();

    private SafeFileHandle? Open(bool inOneCall, string path)
    {
        using DriveRoot root = DriveRoot.Open(drive.Root);
        return inOneCall
            ? PathOpener.OpenInOneCall(root.Handle, path, OpenFlags.Content, out _)
            : PathOpener.OpenStepByStep(root.Handle, path, OpenFlags.Content, out _);
    }
}
