using BotKb.Access;
using BotKb.Sources.SharedDrive;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveSettingsTests
{
    [Fact]
    public void Reads_readers_and_folders_from_the_command_line()
    {
        SharedDriveSettings settings = SharedDriveSettings.Parse(
            "/srv/docs", "Anna@Example.com, group:Staff", ["HR/=group:hr", "a=b=everyone"]);
        FolderReaders readers = settings.ToFolderReaders();

        readers.Everywhere.ShouldBe(ReaderSet.Of(["user:anna@example.com", "group:staff"]));
        readers.Rules.ShouldBe([new FolderRule("HR", ReaderSet.Of(["group:hr"])), new FolderRule("a=b", ReaderSet.All)]);
    }

    [Fact]
    public void Lets_nobody_read_when_no_readers_are_named() =>
        SharedDriveSettings.Parse("/srv/docs", null, []).ToFolderReaders().Everywhere.ShouldBe(ReaderSet.Nobody);

    [Fact]
    public void Makes_a_relative_folder_absolute() =>
        SharedDriveSettings.Parse("docs", null, []).Root.ShouldBe(Path.Combine(Environment.CurrentDirectory, "docs"));

    [Theory]
    [InlineData("/srv/docs/")]
    [InlineData("/srv//docs/")]
    [InlineData("/srv/docs/.")]
    [InlineData("/srv/docs/HR/../")]
    public void Is_the_same_folder_however_it_is_written(string root) =>
        SharedDriveSettings.Parse(root, null, []).Root.ShouldBe("/srv/docs");

    [Theory]
    [InlineData("everyone")]
    [InlineData("nobody")]
    [InlineData("anna@example.com,group:hr")]
    public void Is_the_same_after_it_was_stored(string readers)
    {
        SharedDriveSettings settings = SharedDriveSettings.Parse("/srv/文档", readers, ["HR=group:hr", "财务=boss@example.com"]);

        SharedDriveSettings restored = SharedDriveSettings.FromJson(settings.ToJson());

        restored.ToJson().ShouldBe(settings.ToJson());
        restored.ToFolderReaders().Everywhere.ShouldBe(settings.ToFolderReaders().Everywhere);
        restored.ToFolderReaders().Rules.ShouldBe(settings.ToFolderReaders().Rules);
    }

    [Theory]
    [InlineData("anna", "'anna' is not a reader")]
    [InlineData("@example.com", "'@example.com' is not a reader")]
    [InlineData("anna@", "'anna@' is not a reader")]
    [InlineData("anna@b@c", "'anna@b@c' is not a reader")]
    [InlineData("an na@example.com", "'an na@example.com' is not a reader")]
    [InlineData("Anna <anna@example.com>", "is not a reader")]
    [InlineData("anna@example.com.", "is not a reader")]
    [InlineData("everyone,anna@example.com", "'everyone' is not a reader")]
    [InlineData("group:", "'group:' names no group")]
    [InlineData("group:a:b", "'group:a:b' names no group")]
    [InlineData("", "The list of readers is empty")]
    [InlineData(" , ", "The list of readers is empty")]
    public void Says_which_reader_is_wrong(string readers, string message) =>
        Should.Throw<BotKbException>(() => SharedDriveSettings.Parse("/srv/docs", readers, [])).Message.ShouldContain(message);

    [Theory]
    [InlineData("HR", "'HR' is not a rule for a folder")]
    [InlineData("=group:hr", "'=group:hr' is not a rule for a folder")]
    [InlineData("HR=", "The list of readers is empty")]
    [InlineData("HR=x", "'x' is not a reader")]
    [InlineData("/srv/docs/HR=group:hr", "is not a folder below the source")]
    [InlineData("../HR=group:hr", "is not a folder below the source")]
    [InlineData("HR/./x=group:hr", "is not a folder below the source")]
    public void Says_which_rule_is_wrong(string rule, string message) =>
        Should.Throw<BotKbException>(() => SharedDriveSettings.Parse("/srv/docs", "everyone", [rule])).Message.ShouldContain(message);

    [Fact]
    public void Refuses_two_rules_for_one_folder() =>
        Should.Throw<BotKbException>(() => SharedDriveSettings.Parse("/srv/docs", null, ["HR=everyone", "HR/=group:hr"]))
            .Message.ShouldContain("'HR' has readers twice");

    [Theory]
    [InlineData(" ")]
    [InlineData("a\0b")]
    public void Refuses_a_folder_without_a_name(string root) =>
        Should.Throw<BotKbException>(() => SharedDriveSettings.Parse(root, null, [])).Message.ShouldContain("No folder is named");

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"root":"/srv/docs","readers":"everyone"}""")]
    [InlineData("""{"root":"/srv/docs","readers":null,"folders":[]}""")]
    [InlineData("""{"root":"/srv/docs","readers":"everyone","folders":[],"folder":[{"folder":"HR","readers":"nobody"}]}""")]
    [InlineData("""{"root":"/srv/docs","readers":"everyone","folders":[{"folder":"HR"}]}""")]
    public void Refuses_stored_settings_from_which_a_part_is_missing(string json) =>
        Should.Throw<BotKbException>(() => SharedDriveSettings.FromJson(json)).Message.ShouldContain("are damaged");
}
