using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using BotKb.Access;
using BotKb.Sources.SharedDrive;
using BotKb.Tests.Knowledge;

namespace BotKb.Tests.SharedDrive;

/// <summary>A shared drive in a folder of its own, removed at the end whatever was put into it.</summary>
internal sealed class TempDrive : IDisposable
{
    private readonly string above = Directory.CreateTempSubdirectory("botkb-drive-").FullName;

    public TempDrive()
    {
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(Outside);
    }

    public string Root => Path.Combine(above, "root");

    /// <summary>A folder beside the drive.</summary>
    public string Outside => Path.Combine(above, "outside");

    public FolderReaders Readers { get; init; } = new(ReaderSet.All, []);

    public SharedDriveSource Source => new(Root, Readers);

    public Task<SourceRun> RunAsync() => SourceRun.OfAsync(Source, TestContext.Current.CancellationToken);

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string content = "text")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    public void WriteMany(string folder, int count)
    {
        Directory.CreateDirectory(PathOf(folder));
        foreach (int number in Enumerable.Range(0, count))
        {
            File.WriteAllText(PathOf($"{folder}/{number:D5}.txt"), "text");
        }
    }

    /// <summary>Makes a file whose name is these bytes.</summary>
    public void WriteNamed(ImmutableArray<byte> name)
    {
        Write("to-be-renamed.txt");
        TestLibc.Rename(Encoding.UTF8.GetBytes(PathOf("to-be-renamed.txt")), [.. Encoding.UTF8.GetBytes(Root + "/"), .. name]);
    }

    /// <summary>
    /// Makes a file below eight folders with long names and then <paramref name="foldersBelow"/> more: about 250 characters each.
    /// One half is moved into the other, as the whole path is longer than a call takes.
    /// </summary>
    public void WriteDeep(int foldersBelow, string name)
    {
        string folder = new('x', 250);
        Write(Path.Join(["lower", .. Enumerable.Repeat(folder, foldersBelow), name]));
        string upper = Path.Join(["upper", .. Enumerable.Repeat(folder, 8)]);
        Directory.CreateDirectory(PathOf(upper));
        Directory.Move(PathOf("lower"), PathOf($"{upper}/lower"));
    }

    public void MakePipe(string path) => TestLibc.MakePipe(PathOf(path));

    public void MakeLink(string path, string target) => File.CreateSymbolicLink(PathOf(path), target);

    public Socket MakeSocket(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(PathOf(path)));
        return socket;
    }

    /// <summary>Sets the rights of a path for everybody, such as 000; the drive itself may be entered by anybody then.</summary>
    public void SetRights(string path, string octal)
    {
        TestLibc.SetRights(above, "755");
        TestLibc.SetRights(Root, "755");
        TestLibc.SetRights(PathOf(path), octal);
    }

    public void Dispose()
    {
        // .NET cannot delete names that are not UTF-8.
        using Process process = Process.Start("rm", ["-rf", "--", above]);
        process.WaitForExit();
    }
}
