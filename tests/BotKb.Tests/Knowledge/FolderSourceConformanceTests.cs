using BotKb.Knowledge;

namespace BotKb.Tests.Knowledge;

/// <summary>What a source with folders, whose items can be renamed, must do beside the rest.</summary>
public abstract class FolderSourceConformanceTests : KnowledgeSourceConformanceTests
{
    protected override string Second => "folder/a.txt";

    private IFolderSourceFixture Folders => (IFolderSourceFixture)Place;

    [Fact]
    public async Task Keeps_the_id_when_an_item_is_renamed()
    {
        Place.Write("folder/a.txt", "one");
        SourceItem before = (await RunAsync()).Item("folder/a.txt");

        Folders.Rename("folder/a.txt", "folder/b.txt");
        SourceItem after = (await RunAsync()).Items.ShouldHaveSingleItem();

        after.Path.ShouldBe("folder/b.txt");
        after.ItemId.ShouldBe(before.ItemId);
    }

    [Fact]
    public async Task Keeps_the_ids_when_the_folder_above_is_renamed()
    {
        Place.Write("folder/a.txt", "one");
        SourceItem before = (await RunAsync()).Item("folder/a.txt");

        Folders.Rename("folder", "archive");
        SourceItem after = (await RunAsync()).Items.ShouldHaveSingleItem();

        after.Path.ShouldBe("archive/a.txt");
        after.ItemId.ShouldBe(before.ItemId);
    }
}
