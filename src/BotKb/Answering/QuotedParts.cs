using BotKb.Answering.Streaming;

namespace BotKb.Answering;

/// <summary>An answer of the documents' own sentences as a stream, sentence by sentence.</summary>
internal static class QuotedParts
{
    /// <summary>The parts of an answer, without its end.</summary>
    public static IEnumerable<AnswerPart> Of(Answer answer)
    {
        var cited = 0;
        if (answer.Sentences.IsEmpty)
        {
            foreach (var citation in answer.Citations)
            {
                yield return new AnswerPart.Cited(citation);
            }

            yield return new AnswerPart.Text(answer.Text);
            yield break;
        }

        var hosts = KnownHosts.Of(answer.Citations.Select(citation => citation.Passage));
        foreach (var (at, sentence) in answer.Sentences.Index())
        {
            for (; cited <= sentence.Citation; cited++)
            {
                yield return new AnswerPart.Cited(answer.Citations[cited]);
            }

            yield return new AnswerPart.Text($"{(at > 0 ? " " : "")}{Harmless(sentence.Text, hosts)} [{sentence.Citation + 1}]");
        }
    }

    // A document's own footnote marks are no citations of this answer, and its links are text.
    private static string Harmless(string sentence, KnownHosts hosts)
    {
        var filter = new AnswerFilter([], hosts);
        return string.Concat(filter.Push(sentence).Concat(filter.Finish()).OfType<AnswerPart.Text>().Select(text => text.Words));
    }
}
