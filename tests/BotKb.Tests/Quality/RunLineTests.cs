using BotKb.Quality;

namespace BotKb.Tests.Quality;

public sealed class RunLineTests
{
    [Fact]
    public void Is_a_TREC_run_line() =>
        new RunLine("q-zh:a.md", "en:a.md", 3, 12.25, "zhToEn").ToString().ShouldBe("q-zh:a.md Q0 en:a.md 3 12.25 zhToEn");

    [Fact]
    public void Keeps_six_words_when_an_id_holds_white_space() =>
        new RunLine("q 1", "my\tfile.md", 1, 1, "my set").ToString().ShouldBe("q%201 Q0 my%09file.md 1 1 my%20set");
}
