using System.Text;
using BotKb.Access;
using BotKb.Retrieval;
using Microsoft.Extensions.Options;

namespace BotKb.Answering;

/// <summary>
/// Answers questions from knowledge bases without a language model: the best sentences that the asker may read, each cited, or a
/// refusal in the asker's language. Safe for concurrent use. Errors of the search pass through.
/// </summary>
public sealed class AnswerQuestion(IPassageSearch search, IOptions<AnsweringOptions> options)
{
    /// <summary>The longest question, in characters.</summary>
    public const int LongestQuestion = 4_000;

    /// <summary>How many passages an answer chooses its sentences from.</summary>
    public const int PassageCount = 20;

    /// <summary>Answers one message.</summary>
    /// <param name="question">Any text. Small talk, and a message without words or far too long, is answered without a search.</param>
    /// <param name="knowledgeBases">Rows of the knowledge bases to search.</param>
    /// <param name="reader">Who asks; nothing that this reader may not read is quoted, cited or named.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Answer> AskAsync(
        string question,
        IReadOnlyList<long> knowledgeBases,
        Reader reader,
        CancellationToken cancellationToken)
    {
        if (WithoutSearch(question) is { } said)
        {
            return said;
        }

        var text = SmallTalk.WithoutMentions(question);
        var found = await search.SearchAsync(text, knowledgeBases, reader, PassageCount, cancellationToken);
        return From(text, AskerLanguages.Of(text), found);
    }

    /// <summary>The reply to what is no question: small talk, nothing, or far too much; null for a question.</summary>
    internal static Answer? WithoutSearch(string message)
    {
        if (message.Length > LongestQuestion)
        {
            var beginning = AskerLanguages.Of(message[..LongestQuestion]);
            return Said(Phrases.TooLong(beginning, message.Length, LongestQuestion), refused: true);
        }

        var text = SmallTalk.WithoutMentions(message);
        var language = AskerLanguages.Of(text);
        if (!HasWords(text))
        {
            return Said(Phrases.NoQuestion(language), refused: true);
        }

        var smallTalk = SmallTalk.Recognise(text);
        return smallTalk != SmallTalkKind.None ? Said(Phrases.SmallTalk(smallTalk, language), refused: false) : null;
    }

    /// <summary>The answer from what was found, or the refusal in the asker's language.</summary>
    internal Answer From(string text, AskerLanguage language, SearchResult found)
    {
        var answer = ExtractiveAnswer.Of(text, found);
        return answer.Sentences.IsEmpty || answer.Score < options.Value.RefusalThreshold
            ? Refusal.Of(found.Passages, language, answer.Score)
            : answer;
    }

    private static Answer Said(string text, bool refused) => new(text, refused, [], [], refused ? 0 : 1);

    private static bool HasWords(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);
}
