using BotKb.Retrieval.Analysis;

namespace BotKb.Tests.Retrieval;

public sealed class ChunkAnalyzerTests
{
    [Fact]
    public void Counts_a_word_of_the_title_more_than_one_of_a_heading_or_the_text()
    {
        var word = Feature.Word(EnglishStemmer.Stem("onboarding"));

        var inTitle = TermVectors.Of("Ask the team.", "Onboarding").FrequencyOf(word);
        var inHeading = TermVectors.Of("Ask the team.", "", "Onboarding").FrequencyOf(word);
        var inText = TermVectors.Of("Onboarding: ask the team.").FrequencyOf(word);

        inHeading.ShouldBe(inText);
        inTitle.ShouldBeGreaterThan(inText);
    }

    [Fact]
    public void Does_not_call_a_text_longer_for_its_translations_and_parts()
    {
        TermVectors.Of("reset the ReplicaSet").Length.ShouldBe(3);
        TermVectors.Of("重置密码").Length.ShouldBe(3);
    }

    [Fact]
    public void Weighs_the_first_sense_of_a_chinese_word_most()
    {
        var vector = TermVectors.Of("大学");
        var first = vector.FrequencyOf(Feature.Gloss(EnglishStemmer.Stem("university")));

        first.ShouldBeGreaterThan(vector.FrequencyOf(Feature.Gloss(EnglishStemmer.Stem("confucianism"))));
        first.ShouldBeGreaterThan(0);
    }
}
