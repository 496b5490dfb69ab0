using System.Collections.Immutable;
using System.Text;
using BotKb.Answering.Streaming;
using BotKb.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace BotKb.Answering.Prompts;

/// <summary>Puts instruction, history, passages and question together within the budgets of <see cref="AnsweringOptions"/> and the model.</summary>
internal sealed class WriteAnswerPrompt(IOptions<AnsweringOptions> options, TimeProvider time)
{
    // The role, the tags and the separators of a message; and a tenth for models that count otherwise.
    private const int TokensAround = 24;
    private const double OtherTokenizers = 0.9;
    private const int LeastPassageTokens = 64;

    /// <summary>The prompt for one question.</summary>
    /// <param name="question">The question, standing alone.</param>
    /// <param name="history">What was said before, oldest first.</param>
    /// <param name="found">The passages, best first.</param>
    /// <param name="language">The asker's language.</param>
    /// <param name="model">How much fits.</param>
    /// <param name="share">The part of the budget to use: 1, or less after the model found the prompt too long.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<AnswerPrompt> WriteAsync(
        string question,
        ImmutableArray<PastExchange> history,
        ImmutableArray<Passage> found,
        AskerLanguage language,
        AnswerModel model,
        double share,
        CancellationToken cancellationToken)
    {
        var values = new KernelArguments
        {
            ["language"] = NameOf(language),
            ["date"] = time.GetUtcNow().ToString("yyyy-MM-dd"),
        };
        var instruction = await PromptFile.Answer.RenderAsync(values, cancellationToken);
        var room = (int)((model.ContextTokens - model.MaxAnswerTokens) * OtherTokenizers * share)
            - TokenCount.Of(instruction) - TokenCount.Of(question) - (2 * TokensAround);
        var past = HistoryWindow.Of(history, Math.Min((int)(options.Value.HistoryTokens * share), room / 4));
        room = Math.Min((int)(options.Value.PassageTokens * share), room - past.Tokens);
        var given = Fit(found, Math.Max(room, LeastPassageTokens));
        return new AnswerPrompt(
            [
                new ChatMessage(ChatRole.System, instruction),
                .. past.Messages,
                new ChatMessage(ChatRole.User, Data(given)),
                new ChatMessage(ChatRole.User, question),
            ],
            given);
    }

    // Best first; one that does not fit whole is left out, except where it is the only one.
    private static ImmutableArray<Passage> Fit(ImmutableArray<Passage> found, int room)
    {
        var given = ImmutableArray.CreateBuilder<Passage>();
        foreach (var passage in found)
        {
            var tokens = TokenCount.Of(passage.Text) + TokenCount.Of(Place(passage)) + TokensAround;
            if (tokens <= room)
            {
                given.Add(passage);
                room -= tokens;
            }
        }

        if (given.Count == 0 && !found.IsEmpty)
        {
            given.Add(found[0] with { Text = TokenCount.Start(found[0].Text, room) });
        }

        return given.ToImmutable();
    }

    private static string Data(ImmutableArray<Passage> given)
    {
        var text = new StringBuilder();
        for (var i = 0; i < given.Length; i++)
        {
            text.Append("<passage n=\"").Append(i + 1).Append("\" from=\"").Append(Quiet(Place(given[i])).Replace('"', '\'')).Append("\">\n")
                .Append(Quiet(given[i].Text)).Append("\n</passage>\n");
        }

        return text.ToString();
    }

    // A passage can neither close its tag nor carry a number that looks like a citation.
    private static string Quiet(string text) => CitationMarks.Disarmed(text)
        .Replace("<passage", "‹passage", StringComparison.OrdinalIgnoreCase)
        .Replace("</passage", "‹/passage", StringComparison.OrdinalIgnoreCase);

    private static string Place(Passage passage) =>
        string.Join(" > ", passage.HeadingPath.Prepend(passage.Title).Where(part => part.Length > 0)).ReplaceLineEndings(" ");

    private static string NameOf(AskerLanguage language) => language switch
    {
        AskerLanguage.SimplifiedChinese => "Simplified Chinese (简体中文)",
        AskerLanguage.TraditionalChinese => "Traditional Chinese (繁體中文)",
        _ => "the language of the user's last message",
    };
}
