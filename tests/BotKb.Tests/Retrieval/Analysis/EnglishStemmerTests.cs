using BotKb.Retrieval.Analysis;

namespace BotKb.Tests.Retrieval.Analysis;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("deploy", "deploys", "deployed", "deploying", "deployment", "deployments")]
    [InlineData("policy", "policies")]
    [InlineData("relate", "related", "relating", "relation", "relational")]
    [InlineData("stop", "stopped", "stopping", "stops")]
    [InlineData("hope", "hoped", "hoping", "hopes")]
    [InlineData("agree", "agreed", "agreeing", "agrees")]
    [InlineData("normalize", "normalized", "normalization", "normalisation")]
    [InlineData("class", "classes")]
    [InlineData("write", "wrote", "written", "writes", "writing")]
    [InlineData("criterion", "criteria")]
    [InlineData("child", "children")]
    public void Brings_the_forms_of_a_word_together(string word, params string[] forms)
    {
        forms.ShouldAllBe(form => EnglishStemmer.Stem(form) == EnglishStemmer.Stem(word));
    }

    [Theory]
    [InlineData("policy", "police")]
    [InlineData("station", "state")]
    [InlineData("bus", "bu")]
    [InlineData("process", "procedure")]
    public void Keeps_different_words_apart(string word, string other)
    {
        EnglishStemmer.Stem(word).ShouldNotBe(EnglishStemmer.Stem(other));
    }

    [Theory]
    [InlineData("is")]
    [InlineData("v2")]
    [InlineData("naïve")]
    [InlineData("")]
    public void Leaves_short_words_and_other_scripts_alone(string word)
    {
        EnglishStemmer.Stem(word).ShouldBe(word == "is" ? "be" : word);
    }
}
