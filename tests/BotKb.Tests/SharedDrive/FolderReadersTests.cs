using System.Collections.Immutable;
using BotKb.Access;
using BotKb.Sources.SharedDrive;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BotKb.Tests.SharedDrive;

public sealed class FolderReadersTests
{
    private static readonly string[] Names = ["HR", "HR2", "hr", "Pay roll", "财务"];

    private static readonly Gen<string> Folders =
        from depth in Gen.Choose(1, 4)
        from names in Gen.Elements(Names).ArrayOf(depth)
        select string.Join('/', names);

    [Theory]
    [InlineData("", "everyone")]
    [InlineData("HR", "group:hr")]
    [InlineData("HR/Payroll", "group:payroll")]
    [InlineData("HR/Payroll/2026", "group:payroll")]
    [InlineData("HR/Other", "group:hr")]
    [InlineData("HR2", "everyone")]
    [InlineData("hr", "everyone")]
    [InlineData("Archive/HR", "everyone")]
    public void Lets_the_deepest_rule_decide(string folder, string readers)
    {
        FolderReaders rules = Readers(("HR", "group:hr"), ("HR/Payroll", "group:payroll"));

        ReadersText.Format(rules.ReadersIn(folder)).ShouldBe(readers);
    }

    [Theory]
    [InlineData("everyone", "group:hr", true)]
    [InlineData("everyone", "nobody", true)]
    [InlineData("group:staff", "group:hr", true)]
    [InlineData("group:hr", "group:hr,anna@example.com", false)]
    [InlineData("group:hr", "everyone", false)]
    [InlineData("nobody", "nobody", false)]
    public void Knows_which_rules_keep_people_out(string everywhere, string inFolder, bool narrows)
    {
        var readers = new FolderReaders(ReadersText.Parse(everywhere), [new FolderRule("HR", ReadersText.Parse(inFolder))]);

        readers.NarrowingFolders().Any().ShouldBe(narrows);
    }

    [Property]
    public Property Gives_what_climbing_folder_by_folder_gives() =>
        Prop.ForAll(Folders.ArrayOf().ToArbitrary(), Folders.ToArbitrary(), (ruled, folder) =>
        {
            FolderReaders readers = Readers([.. ruled.Distinct().Select(name => (name, $"group:{name.Replace('/', '-')}"))]);

            readers.ReadersIn(folder).ShouldBe(Climb(readers, folder));
        });

    [Property]
    public Property Does_not_depend_on_the_order_of_rules() =>
        Prop.ForAll(Folders.ArrayOf().ToArbitrary(), Folders.ToArbitrary(), (ruled, folder) =>
        {
            FolderReaders readers = Readers([.. ruled.Distinct().Select(name => (name, $"group:{name.Replace('/', '-')}"))]);

            (readers with { Rules = [.. readers.Rules.Reverse()] }).ReadersIn(folder).ShouldBe(readers.ReadersIn(folder));
        });

    private static FolderReaders Readers(params ImmutableArray<(string Folder, string Readers)> rules) =>
        new(ReaderSet.All, [.. rules.Select(rule => new FolderRule(rule.Folder, ReadersText.Parse(rule.Readers)))]);

    private static ReaderSet Climb(FolderReaders readers, string folder)
    {
        for (string place = folder; place.Length > 0; place = place.Contains('/') ? place[..place.LastIndexOf('/')] : "")
        {
            if (readers.Rules.FirstOrDefault(rule => rule.Folder == place) is { } rule)
            {
                return rule.Readers;
            }
        }

        return readers.Everywhere;
    }
}
