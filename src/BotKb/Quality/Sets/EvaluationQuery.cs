namespace BotKb.Quality.Sets;

/// <summary>A question of a data set.</summary>
/// <param name="Id">Its id in the judgements.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Answers">The accepted answers; empty where the data set holds none.</param>
/// <param name="Language">Primary language (<c>en</c>, <c>zh</c>) where the data set names it.</param>
public sealed record EvaluationQuery(string Id, string Text, IReadOnlyList<string> Answers, string? Language)
{
    internal static EvaluationQuery Read(JsonRow row) =>
        new(row.Required("id"), row.Text("text"), row.Texts("answers"), LanguageTag.Primary(row.Optional("lang")));
}
