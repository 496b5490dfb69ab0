using BotKb.Knowledge.Uploads;
using BotKb.WebConsole.Uploads;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace BotKb.Tests.Uploads;

public sealed class UploadFilesTests : BunitContext
{
    private int _stored;

    public UploadFilesTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<AntiforgeryStateProvider>(new FixedToken());
        Services.AddSingleton(Options.Create(new UploadOptions { MaxFileMegabytes = 1 }));
    }

    [Fact]
    public async Task Chosen_files_are_ordered_with_their_readers_and_their_result_is_shown()
    {
        var view = Show("en");

        var order = (await ChooseAsync(view, new ChosenFile(1, "<b>a</b>.txt", 10), new ChosenFile(2, "b.txt", 10))).ShouldNotBeNull();
        await view.InvokeAsync(() => view.Instance.EndedAsync(1, true, null));
        await view.InvokeAsync(() => view.Instance.EndedAsync(2, false, null));

        order.Keys.ShouldBe([1, 2]);
        order.Url.ShouldBe("api/knowledge-bases/7/uploads?language=en&readers=everyone");
        order.Token.ShouldBe("token");
        _stored.ShouldBe(1);
        view.Find("[role=status]").TextContent.ShouldBe("2 of 2 files done, 1 not stored");
        view.FindAll("b").ShouldBeEmpty();
    }

    [Fact]
    public async Task File_that_is_too_large_is_not_sent()
    {
        var view = Show("zh-CN");

        var order = await ChooseAsync(view, new ChosenFile(1, "big.bin", (1024 * 1024) + 1), new ChosenFile(2, "fits.bin", 1024 * 1024));

        order.ShouldNotBeNull().Keys.ShouldBe([2]);
        view.Find("[role=status]").TextContent.ShouldBe("共 2 个文件，已完成 1 个，1 个未保存");
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_clear_who_may_read_it()
    {
        var view = Show("en");

        await view.Find("input[type=text]").InputAsync(new Microsoft.AspNetCore.Components.ChangeEventArgs { Value = "anna" });

        (await ChooseAsync(view, new ChosenFile(1, "a.txt", 1))).ShouldBeNull();
        view.Markup.ShouldContain("These readers cannot be understood");
    }

    private static Task<UploadOrder?> ChooseAsync(IRenderedComponent<UploadFiles> view, params ChosenFile[] files) =>
        view.InvokeAsync(() => view.Instance.Choose(files));

    private IRenderedComponent<UploadFiles> Show(string language) => Render<UploadFiles>(parameters => parameters
        .Add(view => view.KnowledgeBaseId, 7).Add(view => view.Language, language).Add(view => view.OnStored, () => _stored++));

    private sealed class FixedToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
