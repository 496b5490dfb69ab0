using System.Globalization;
using System.Text;

namespace BotKb.Quality;

/// <summary>One line of a TREC run: a document that was found for a question.</summary>
/// <param name="Query">The question's id.</param>
/// <param name="Document">The document's id; with the name of its data set before it where that is not the question's.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Score">The score of its best passage.</param>
/// <param name="Tag">The data set, or the direction of a cross-language run.</param>
public sealed record RunLine(string Query, string Document, int Rank, double Score, string Tag)
{
    /// <summary>The line without its end; white space within an id is percent-encoded.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Word(Query)} Q0 {Word(Document)} {Rank} {Score:R} {Word(Tag)}");

    private static string Word(string id)
    {
        if (!id.Any(char.IsWhiteSpace))
        {
            return id;
        }

        var word = new StringBuilder();
        foreach (var c in id)
        {
            word.Append(char.IsWhiteSpace(c) ? Uri.EscapeDataString(c.ToString()) : c.ToString());
        }

        return word.ToString();
    }
}
