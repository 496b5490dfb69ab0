namespace BotKb.Retrieval.Analysis;

/// <summary>One word of a question and what may stand for it in a text.</summary>
/// <param name="Terms">Each of the terms that it is found by, with what a match counts.</param>
/// <param name="IsWord">True for a word of a script with spaces: neighbours in the question should be neighbours in the text.</param>
internal sealed record QueryUnit(IReadOnlyList<QueryTerm> Terms, bool IsWord);
