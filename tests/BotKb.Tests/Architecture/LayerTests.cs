using System.Reflection;
using BotKb.Data;
using BotKb.Models;
using BotKb.Sources.SharedDrive;
using NetArchTest.Rules;

namespace BotKb.Tests.Architecture;

/// <summary>Host -> Sources -> BotKb, and nothing the other way.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Core = typeof(BotKbContext).Assembly;
    private static readonly Assembly Sources = typeof(SharedDriveSource).Assembly;

    public static TheoryData<string> Vendors => ["Microsoft.AspNetCore", "PdfPig", "UglyToad", "DocumentFormat.OpenXml", "AngleSharp", "MimeKit", "Markdig", "OpenAI"];

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Core_knows_no_vendor(string vendor) =>
        Types.InAssembly(Core).ShouldNot().HaveDependencyOn(vendor).GetResult().FailingTypeNames.ShouldBeNull();

    [Fact]
    public void Core_knows_neither_sources_nor_host() =>
        References(Core).ShouldNotContain(name => name.StartsWith("BotKb.", StringComparison.Ordinal));

    [Fact]
    public void Sources_know_the_core_only() =>
        References(Sources).Where(name => name.StartsWith("BotKb", StringComparison.Ordinal)).ShouldBe(["BotKb"]);

    [Fact]
    public void Models_know_the_core_only() =>
        References(typeof(ModelOptions).Assembly).Where(name => name.StartsWith("BotKb", StringComparison.Ordinal)).ShouldBe(["BotKb"]);

    [Fact]
    public void Sources_know_neither_the_database_nor_the_web()
    {
        References(Sources).ShouldNotContain(name => name.StartsWith("Npgsql", StringComparison.Ordinal));
        References(Sources).ShouldNotContain(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_drives_and_extraction_do_not_know_each_other()
    {
        Types.InAssembly(Sources).That().ResideInNamespace("BotKb.Sources.SharedDrive")
            .ShouldNot().HaveDependencyOn("BotKb.Sources.Extraction").GetResult().FailingTypeNames.ShouldBeNull();
        Types.InAssembly(Sources).That().ResideInNamespace("BotKb.Sources.Extraction")
            .ShouldNot().HaveDependencyOn("BotKb.Sources.SharedDrive").GetResult().FailingTypeNames.ShouldBeNull();
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
