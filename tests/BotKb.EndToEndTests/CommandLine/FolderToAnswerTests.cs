namespace BotKb.EndToEndTests.CommandLine;

public sealed class FolderToAnswerTests(BotKbProgram botkb) : IClassFixture<BotKbProgram>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folder_is_answered_from_with_a_citation()
    {
        var folder = botkb.NewFolder(
            ("it/vpn.md", "# VPN\n\n## Errors\n\nError ERR-4711 means that the certificate has expired. Ask the help desk for a new one.\n"),
            ("hr/leave.txt", "员工每年享有十五天带薪年假。未休完的年假可以顺延到次年三月底。"));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        var answer = await botkb.AskAsync(kb, "What does ERR-4711 mean?");

        answer.GetProperty("refused").GetBoolean().ShouldBeFalse();
        answer.GetProperty("answer").ToString().ShouldContain("certificate has expired");
        var citation = answer.GetProperty("citations")[0];
        citation.GetProperty("document").GetString().ShouldBe("it/vpn.md");
        citation.GetProperty("heading").GetString().ShouldBe("Errors");
        (await botkb.AnswerAsync(kb, "带薪年假有多少天？")).ShouldContain("十五天");
    }

    [Fact]
    public async Task Reader_sees_only_the_folders_that_are_his()
    {
        var folder = botkb.NewFolder(
            ("hr/pay.txt", "The bonus of the sales team is 4711 euro."),
            ("all/canteen.txt", "The canteen serves lunch from noon on."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder, "--folder-readers", "hr=anna@example.com,group:payroll");

        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?", "--as", "bert@example.com")).ToString()
            .ShouldNotContain("pay");
        (await botkb.AnswerAsync(kb, "How high is the bonus of the sales team?", "--as", "Anna@Example.com")).ShouldContain("4711");
        var member = await botkb.RunAsync(
            ["ask", "--kb", kb, "--as", "carla@example.com", "How high is the bonus of the sales team?"],
            [("Access__Groups__payroll__0", "carla@example.com")]);
        member.Output.ShouldContain("4711");
    }

    [Fact]
    public async Task Folder_that_is_added_again_stays_closed_to_those_it_was_closed_to()
    {
        var folder = botkb.NewFolder(
            ("hr/pay.txt", "The bonus of the sales team is 4711 euro."),
            ("all/canteen.txt", "The canteen serves lunch from noon on."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder, "--readers", "carla@example.com", "--folder-readers", "hr=anna@example.com");

        (await botkb.RunAsync("source", "add-folder", folder + "/", "--kb", kb)).ExitCode.ShouldBe(0);

        (await botkb.AskAsync(kb, "When does the canteen serve lunch?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?", "--as", "carla@example.com")).ToString()
            .ShouldNotContain("4711");
        (await botkb.AnswerAsync(kb, "How high is the bonus of the sales team?", "--as", "anna@example.com")).ShouldContain("4711");
    }

    [Fact]
    public async Task Second_sync_changes_nothing_and_a_change_is_seen()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        (await botkb.RunAsync("source", "sync", "--kb", kb)).Output.ShouldContain("1 found, 0 indexed.");
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "Badges are printed on Thursday.", Cancellation);
        (await botkb.RunAsync("source", "sync", "--kb", kb)).Output.ShouldContain("1 found, 1 indexed.");

        (await botkb.AnswerAsync(kb, "When are badges printed?")).ShouldContain("Thursday");
    }

    [Fact]
    public async Task Quickstart_run_twice_makes_no_second_copy_and_answers_typed_questions()
    {
        var folder = botkb.NewFolder(("badges.md", "# Badges\n\nBadges are printed on Monday. A lost badge costs ten euro.\n"));

        await botkb.RunAsync(["quickstart", folder], [], "\n");
        var second = await botkb.RunAsync(["quickstart", folder], [], "What does a lost badge cost?\n\n");

        second.ExitCode.ShouldBe(0, second.Error);
        second.Output.ShouldContain("1 found, 0 indexed.");
        second.Output.ShouldContain("ten euro");
        (await botkb.RunAsync("kb", "show", Path.GetFileName(folder))).Output.ShouldContain("1 of 1 documents indexed");
    }

    [Fact]
    public async Task Deleted_knowledge_base_leaves_the_files()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        (await botkb.RunAsync("kb", "delete", kb)).ExitCode.ShouldBe(0);

        File.Exists(Path.Combine(folder, "a.txt")).ShouldBeTrue();
        (await botkb.RunAsync("ask", "--kb", kb, "badges")).Error.ShouldContain("no knowledge base named");
    }

    [Fact]
    public async Task Folder_that_overlaps_another_one_is_refused_and_a_link_to_it_is_the_same_folder()
    {
        var folder = botkb.NewFolder(("hr/pay.txt", "The bonus of the sales team is 4711 euro."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder, "--readers", "anna@example.com");
        var link = folder + "-link";
        Directory.CreateSymbolicLink(link, folder);

        var below = await botkb.RunAsync("source", "add-folder", Path.Combine(folder, "hr"), "--kb", kb);
        var again = await botkb.RunAsync("source", "add-folder", link, "--kb", kb);

        below.ExitCode.ShouldBe(1);
        below.ErrorLines.ShouldHaveSingleItem().ShouldContain("overlaps");
        again.ExitCode.ShouldBe(0, again.Error);
        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Rule_for_a_folder_that_is_not_there_changes_nothing()
    {
        var folder = botkb.NewFolder(("hr/pay.txt", "The bonus of the sales team is 4711 euro."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder, "--folder-readers", "hr=anna@example.com");

        var wrong = await botkb.RunAsync("source", "add-folder", folder, "--kb", kb, "--folder-readers", "Hr=group:hr");

        wrong.ExitCode.ShouldBe(1);
        wrong.ErrorLines.ShouldHaveSingleItem().ShouldContain("'Hr'");
        (await botkb.RunAsync("source", "sync", "--kb", kb)).ExitCode.ShouldBe(0);
        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
        (await botkb.AnswerAsync(kb, "How high is the bonus of the sales team?", "--as", "anna@example.com")).ShouldContain("4711");
    }

    [Fact]
    public async Task Right_is_taken_away_even_while_the_folder_cannot_be_reached()
    {
        var folder = botkb.NewFolder(("pay.txt", "The bonus of the sales team is 4711 euro."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        Directory.Move(folder, folder + "-away");

        var narrowed = await botkb.RunAsync("source", "add-folder", folder, "--kb", kb, "--readers", "anna@example.com");

        narrowed.ExitCode.ShouldBe(1);
        (await botkb.AskAsync(kb, "How high is the bonus of the sales team?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
        (await botkb.AnswerAsync(kb, "How high is the bonus of the sales team?", "--as", "anna@example.com")).ShouldContain("4711");
    }
}
