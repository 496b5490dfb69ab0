using System.Globalization;
using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Conversion;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>The conversion by an outside program; a shell script stands in for LibreOffice.</summary>
public sealed class LibreOfficeConverterTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private const string ReadArguments = """
        while test $# -gt 1; do
            case $1 in
                --convert-to) target=$2; shift ;;
                --outdir) out=$2; shift ;;
                -env:UserInstallation=*) profile=${1#*file://} ;;
            esac
            shift
        done
        source=$1
        mkdir -p "$out" "$profile"
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Gives_the_converted_bytes()
    {
        var converter = Converter(ReadArguments + "\n(basename \"$source\"; cat \"$source\") > \"$out/in.$target\"");

        var converted = converter.Convert("报告 2019.DOC", "content"u8.ToArray(), "docx", Cancelled);

        Encoding.UTF8.GetString(converted.ShouldNotBeNull()).ShouldBe("in.DOC\ncontent");
        folder.EnumerateDirectories().ShouldNotContain(job => job.GetFiles().Length > 0);
    }

    [Fact]
    public void Keeps_what_a_file_name_holds_away_from_the_program()
    {
        var converter = Converter(ReadArguments + "\nbasename \"$source\" > \"$out/in.$target\"");

        var converted = converter.Convert("x.$(reboot)", [1], "docx", Cancelled);

        Encoding.UTF8.GetString(converted.ShouldNotBeNull()).ShouldBe("in\n");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/nowhere/soffice")]
    public void Says_that_nothing_is_installed(string? program)
    {
        new LibreOfficeConverter(program, folder.FullName, Megabyte).Convert("a.doc", [1], "docx", Cancelled).ShouldBeNull();
    }

    [Fact]
    public void Says_corrupt_when_the_program_gives_no_file()
    {
        var failure = Should.Throw<OfficeConversionException>(() => Converter("exit 0").Convert("a.doc", [1], "docx", Cancelled));

        failure.Status.ShouldBe(ExtractionStatus.Corrupt);
    }

    [Fact]
    public async Task Says_too_large_and_ends_all_processes_when_they_take_too_much_memory()
    {
        var converter = Converter($"echo $$ > '{folder}/id'; (tail -n 1 /dev/zero); :");

        var failure = Should.Throw<OfficeConversionException>(() => converter.Convert("a.doc", [1], "docx", Cancelled));

        failure.Status.ShouldBe(ExtractionStatus.TooLarge);
        var program = ProgramId();
        await TestProcesses.BecomesTrueAsync(() => !TestProcesses.Runs(program), Cancelled);
    }

    [Fact]
    public async Task Ends_the_program_and_forgets_its_profile_when_cancelled()
    {
        var converter = Converter(ReadArguments + $"\ntouch \"$profile/lock\"; echo $$ > '{folder}/id'; while :; do :; done");
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var working = Task.Run(() => converter.Convert("a.doc", [1], "docx", caller.Token), Cancelled);
        await TestProcesses.BecomesTrueAsync(() => IdIsThere(), Cancelled);

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => working);
        TestProcesses.Runs(ProgramId()).ShouldBeFalse();
        folder.EnumerateDirectories().ShouldBeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private bool IdIsThere() =>
        File.Exists(Path.Combine(folder.FullName, "id")) && File.ReadAllText(Path.Combine(folder.FullName, "id")).Contains('\n');

    private int ProgramId() => int.Parse(File.ReadAllText(Path.Combine(folder.FullName, "id")), CultureInfo.InvariantCulture);

    private LibreOfficeConverter Converter(string script)
    {
        var program = Path.Combine(folder.FullName, "soffice");
        File.WriteAllText(program, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new LibreOfficeConverter(program, folder.FullName, 100 * Megabyte);
    }
}
