namespace BotKb.EndToEndTests.CommandLine;

public sealed class BadInputTests(BotKbProgram botkb) : IClassFixture<BotKbProgram>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_folder_is_said_to_be_empty_and_refuses_questions()
    {
        var kb = await botkb.NewKnowledgeBaseAsync(botkb.NewFolder());

        (await botkb.RunAsync("source", "sync", "--kb", kb)).Output.ShouldContain("0 found, 0 indexed.");
        (await botkb.AskAsync(kb, "Where is the canteen?")).GetProperty("refused").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Folder_that_is_gone_loses_nothing()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        Directory.Move(folder, folder + "-away");

        var sync = await botkb.RunAsync("source", "sync", "--kb", kb);

        sync.ExitCode.ShouldBe(1);
        sync.ErrorLines.ShouldHaveSingleItem().ShouldContain(folder);
        (await botkb.AnswerAsync(kb, "When are badges printed?")).ShouldContain("Monday");
    }

    [Theory]
    [InlineData("/etc")]
    [InlineData("/proc")]
    [InlineData("/")]
    [InlineData("/no/such/folder")]
    public async Task Folder_that_may_not_be_read_is_refused_in_one_sentence(string folder)
    {
        var kb = await botkb.NewKnowledgeBaseAsync(botkb.NewFolder());

        var added = await botkb.RunAsync("source", "add-folder", folder, "--kb", kb);

        added.ExitCode.ShouldBe(1);
        added.ErrorLines.ShouldHaveSingleItem().ShouldContain(folder);
    }

    [Fact]
    public async Task File_of_two_gigabytes_is_too_large_and_harms_no_other()
    {
        var folder = botkb.NewFolder(("a.txt", "Badges are printed on Monday."));
        await using (var large = File.Create(Path.Combine(folder, "large.txt")))
        {
            large.SetLength(2L << 30);
        }

        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        var status = await botkb.RunAsync("source", "status", "--kb", kb);
        status.Output.ShouldContain("too-large");
        (await botkb.AnswerAsync(kb, "When are badges printed?")).ShouldContain("Monday");
    }

    [Fact]
    public async Task Ten_thousand_tiny_files_are_all_found()
    {
        var folder = botkb.NewFolder();
        for (var i = 0; i < 10_000; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{i}.txt"), $"Shelf SH-{i:D5} holds part {i}.", Cancellation);
        }

        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        (await botkb.RunAsync("kb", "show", kb)).Output.ShouldContain("10000 of 10000 documents indexed");
        (await botkb.AnswerAsync(kb, "What does shelf SH-09999 hold?")).ShouldContain("part 9999");
    }

    [Fact]
    public async Task Files_of_every_bad_kind_each_get_a_reason()
    {
        var folder = botkb.NewFolder(
            ("good.txt", "Badges are printed on Monday."), ("empty.txt", ""), ("broken.docx", "PK\u0003\u0004 not a zip"), ("broken.pdf", "%PDF-1.7 nothing"));
        File.CreateSymbolicLink(Path.Combine(folder, "out.txt"), "/etc/hostname");
        File.CreateSymbolicLink(Path.Combine(folder, "loop.txt"), Path.Combine(folder, "loop.txt"));

        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        var status = (await botkb.RunAsync("source", "status", "--kb", kb)).Output;
        foreach (var name in (string[])["empty.txt", "broken.docx", "broken.pdf", "out.txt", "loop.txt"])
        {
            status.Split('\n').ShouldContain(line => line.Contains(name) && line.TrimEnd().EndsWith('.'), $"{name}\n{status}");
        }
    }

    [Fact]
    public async Task File_name_that_would_steer_the_terminal_is_shown_as_its_codes()
    {
        var folder = botkb.NewFolder(("a\u001B[2J\u009B31m\n\u202Eb.txt", "Badges are printed on Monday."));
        var kb = await botkb.NewKnowledgeBaseAsync(folder);

        foreach (var result in (ProgramResult[])
            [await botkb.RunAsync("source", "status", "--all", "--kb", kb), await botkb.RunAsync("ask", "--kb", kb, "When are badges printed?")])
        {
            result.ExitCode.ShouldBe(0, result.Error);
            result.Output.ShouldContain(@"a\u001B[2J\u009B31m\u000A\u202Eb.txt");
            result.Output.ShouldNotContain(character => char.IsControl(character) && character != '\n');
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    public async Task Question_of_nothing_is_answered_by_a_sentence(string question)
    {
        var kb = await botkb.NewKnowledgeBaseAsync(botkb.NewFolder(("a.txt", "Badges are printed on Monday.")));

        var answer = await botkb.AskAsync(kb, question);

        answer.GetProperty("answer").GetString().ShouldNotBeNullOrWhiteSpace();
        answer.GetProperty("citations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Question_of_100_000_characters_is_answered()
    {
        var kb = await botkb.NewKnowledgeBaseAsync(botkb.NewFolder(("a.txt", "Badges are printed on Monday.")));

        var answer = await botkb.AskAsync(kb, "When are badges printed? " + string.Concat(Enumerable.Repeat("badges ", 14_300)));

        answer.GetProperty("answer").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("Extraction__TimeoutSeconds", "-1", "Extraction:TimeoutSeconds")]
    [InlineData("Extraction__TimeoutSeconds", "soon", "Extraction:TimeoutSeconds")]
    [InlineData("Answering__RefusalThreshold", "7", "Answering:RefusalThreshold")]
    [InlineData("Serve__SyncMinutes", "0", "Serve:SyncMinutes")]
    [InlineData("Access__Groups__hr__0", "nobody", "Access:Groups:hr")]
    [InlineData("ConnectionStrings__BotKb", "this is none", "ConnectionStrings:BotKb")]
    [InlineData("State__Folder", "relative", "State:Folder")]
    [InlineData("Sources__SharedDrive__Roots__0", "relative", "Sources:SharedDrive:Roots")]
    public async Task Wrong_setting_stops_with_one_sentence_that_names_the_key(string name, string value, string key)
    {
        var result = await botkb.RunAsync(["kb", "list"], [(name, value)]);

        result.ExitCode.ShouldBe(1);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain(key);
        result.Error.ShouldNotContain("unexpected");
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("ask", "no knowledge base named")]
    [InlineData("kb", "create")]
    public async Task Command_line_that_cannot_be_understood_ends_with_2(params string[] arguments)
    {
        var result = await botkb.RunAsync(arguments);

        result.ExitCode.ShouldBe(2);
        result.ErrorLines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Database_that_does_not_answer_is_said_in_one_sentence()
    {
        var result = await botkb.RunAsync(["kb", "list"], [("ConnectionStrings__BotKb", "Host=127.0.0.1;Port=1;Username=botkb;Timeout=2")]);

        result.ExitCode.ShouldBe(1);
        result.ErrorLines.ShouldHaveSingleItem().ShouldContain("PostgreSQL did not answer");
    }

    [Fact]
    public async Task Full_disk_of_the_database_is_said_in_one_sentence_and_the_next_sync_goes_on()
    {
        var folder = botkb.NewFolder();
        var kb = await botkb.NewKnowledgeBaseAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "Badges are printed on Monday.", Cancellation);
        // What PostgreSQL reports when a write finds no space.
        await botkb.ExecuteAsync(
            """
            create function no_space() returns trigger language plpgsql as $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$;
            create trigger no_space before insert on chunk execute function no_space();
            """);

        var sync = await botkb.RunAsync("source", "sync", "--kb", kb);
        await botkb.ExecuteAsync("drop trigger no_space on chunk; drop function no_space");

        sync.ExitCode.ShouldBe(1);
        sync.ErrorLines.ShouldHaveSingleItem().ShouldContain("disk");
        (await botkb.RunAsync("source", "sync", "--kb", kb)).Output.ShouldContain("1 indexed");
    }
}
