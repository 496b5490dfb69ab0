using BotKb.Retrieval;
using BotKb.Retrieval.Analysis;
using FsCheck;
using FsCheck.Xunit;

namespace BotKb.Tests.Retrieval.Analysis;

public sealed class TextAnalysisPropertyTests
{
    private const string Alphabet = "abcXYZ 019 .,-_/@:#'%\n\t中國国的了忽必烈，。？カな한éß①ﬁ\u0301\uD83D\uDE00\uD800\0";

    [Property]
    public void Analyses_any_string(string? text) => Check(text ?? "");

    [Property(MaxTest = 300)]
    public void Analyses_any_mixture_of_scripts_marks_and_broken_characters(byte[] picks) =>
        Check(string.Concat(picks.Select(pick => Alphabet[pick % Alphabet.Length])));

    [Fact]
    public void Bounds_the_terms_of_an_endless_question()
    {
        var words = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"word{i} 汉{(char)(0x4E00 + (i % 20_000))}"));

        QueryAnalyzer.Analyze(words).Count.ShouldBe(QueryAnalyzer.MaxTerms);
    }

    [Property(MaxTest = 300)]
    public void Reads_back_the_vector_that_it_wrote(int length, (uint Term, byte Frequency)[] pairs)
    {
        var frequencies = pairs.DistinctBy(pair => pair.Term).ToDictionary(pair => pair.Term, pair => pair.Frequency);
        var terms = frequencies.Keys.Order().ToArray();
        var vector = new TermVector(Math.Abs(length % 100_000), terms, Array.ConvertAll(terms, term => frequencies[term]));

        var read = TermVector.Decode(vector.Encode());

        read.Length.ShouldBe(vector.Length);
        read.Terms.ShouldBe(vector.Terms);
        read.Frequencies.ShouldBe(vector.Frequencies);
    }

    [Property(MaxTest = 300)]
    public void Calls_bytes_damaged_when_it_cannot_read_them(byte[] bytes)
    {
        var failure = Record.Exception(() => TermVector.Decode(bytes));

        (failure is null or InvalidDataException).ShouldBeTrue(failure?.ToString());
    }

    private static void Check(string text)
    {
        var vector = TermVector.Decode(ChunkAnalyzer.Analyze(text, [text], text));
        vector.Terms.ShouldBe(vector.Terms.Distinct().Order());
        vector.Frequencies.ShouldAllBe(frequency => frequency > 0);

        var question = QueryAnalyzer.Analyze(text);
        question.Count.ShouldBeLessThanOrEqualTo(QueryAnalyzer.MaxTerms);
        question.ShouldAllBe(term => term.Weight > 0 && float.IsFinite(term.Weight));
        question.Select(term => term.Term).ShouldBeUnique();
        if (question.Count > 0)
        {
            question.ShouldContain(term => Array.BinarySearch(vector.Terms, term.Term) >= 0, "A text is found by itself.");
        }
    }
}
