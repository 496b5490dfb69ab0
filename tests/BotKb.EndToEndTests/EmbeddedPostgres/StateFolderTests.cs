using BotKb.Host;
using BotKb.Host.EmbeddedPostgres;

namespace BotKb.EndToEndTests.EmbeddedPostgres;

public sealed class StateFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("botkb-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Lets_others_pass_but_not_look()
    {
        var state = Open("state");

        File.GetUnixFileMode(state.Path).ShouldBe(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    [Fact]
    public void Names_the_setting_when_the_folder_cannot_be_made()
    {
        File.WriteAllText(Path.Combine(root, "file"), "");

        Should.Throw<BotKbException>(() => Open("file/state")).Message.ShouldContain("State:Folder");
    }

    [Fact]
    public void Makes_nothing_where_the_path_is_relative()
    {
        const string relative = "relative-state";

        Should.Throw<BotKbException>(() => StateFolder.Open(new StateOptions { Folder = relative }))
            .Message.ShouldContain("State:Folder");

        Directory.Exists(relative).ShouldBeFalse();
    }

    [Fact]
    public void Asks_for_a_shorter_path_when_the_socket_would_not_fit()
    {
        var state = Open(new string('x', 100));

        Should.Throw<BotKbException>(() => PostgresFolder.Open(state)).Message.ShouldContain("too long");
    }

    [Fact]
    public void Asks_for_a_path_without_a_comma() =>
        Should.Throw<BotKbException>(() => PostgresFolder.Open(Open("a,b"))).Message.ShouldContain("comma");

    private StateFolder Open(string name) => StateFolder.Open(new StateOptions { Folder = Path.Combine(root, name) });
}
