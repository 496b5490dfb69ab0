using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotKb.Answering.FollowUps;
using BotKb.Answering.Prompts;
using BotKb.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace BotKb.Answering;

/// <summary>
/// Answers by the language model, where one is registered, from passages found for the question; without one, or where it fails, by
/// quoting the passages.
/// </summary>
internal sealed class AnswerEngine(
    AnswerQuestion quotes,
    IPassageSearch search,
    RewriteQuestion rewrite,
    WriteAnswerPrompt prompts,
    TimeProvider time,
    ILogger<AnswerEngine> logger,
    IChatClient? client = null) : IAnswerEngine
{
    private readonly AnswerModel? _model = client is null ? null : Ready(client);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerPart> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (AnswerQuestion.WithoutSearch(question.Text) is { } said)
        {
            yield return new AnswerPart.Text(said.Text);
            yield return new AnswerPart.Done(OutcomeOf(said), new AnswerTrace { DoneAtMs = Since(start) });
            yield break;
        }

        var asked = await FindAsync(question, start, cancellationToken);
        if (client is null || asked.Found.Passages.IsEmpty)
        {
            foreach (var part in Quote(asked, null))
            {
                yield return part;
            }

            yield break;
        }

        await foreach (var part in WriteAsync(client, _model!, asked, question.History, cancellationToken))
        {
            yield return part;
        }
    }

    private async Task<AskedQuestion> FindAsync(Question question, long start, CancellationToken cancellationToken)
    {
        var text = SmallTalk.WithoutMentions(question.Text);
        var standalone = await rewrite.RewriteAsync(text, question.History, cancellationToken);
        var found = await search.SearchAsync(
            standalone ?? text, question.KnowledgeBases, question.Reader, AnswerQuestion.PassageCount, cancellationToken);
        var trace = new AnswerTrace { StandaloneQuestion = standalone, MeaningFailure = found.MeaningFailure, SearchedAtMs = Since(start) };
        return new AskedQuestion(standalone ?? text, AskerLanguages.Of(text), found, trace, start);
    }

    private async IAsyncEnumerable<AnswerPart> WriteAsync(
        IChatClient chat,
        AnswerModel model,
        AskedQuestion asked,
        ImmutableArray<PastExchange> history,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var writing = new ModelAnswer(
            chat,
            model,
            (share, token) => prompts.WriteAsync(asked.Text, history, asked.Found.Passages, asked.Language, model, share, token),
            () => Since(asked.Start));
        var shown = false;
        await foreach (var part in writing.StreamAsync(cancellationToken))
        {
            shown = true;
            yield return part;
        }

        foreach (var part in End(asked, model, writing, shown))
        {
            yield return part;
        }
    }

    private IEnumerable<AnswerPart> End(AskedQuestion asked, AnswerModel model, ModelAnswer writing, bool shown)
    {
        var trace = Traced(asked, model, writing);
        if (writing.Failure is { } failure)
        {
            LogFailure(model, failure);
            trace = trace with { Fallback = $"{failure.Failure}: {failure.Message}" };
            return Quote(asked with { Trace = trace }, failure).Prepend(new AnswerPart.Restart());
        }

        trace = trace with { DoneAtMs = Since(asked.Start) };
        logger.AnsweredByModel(model.Name, trace.FirstTokenAtMs, trace.DoneAtMs.Value, writing.Prompt!.Given.Length, writing.Cited.Count);
        return writing.Refused
            ? Refuse(asked, shown).Append(new AnswerPart.Done(AnswerOutcome.Refused, trace))
            : Notices(asked.Language, model, writing).Append(new AnswerPart.Done(AnswerOutcome.Answered, trace));
    }

    private IEnumerable<AnswerPart> Quote(AskedQuestion asked, ModelException? failure)
    {
        // What the model did stays in the trace; which passages are used is the quotation's.
        var answer = quotes.From(asked.Text, asked.Language, asked.Found);
        foreach (var part in QuotedParts.Of(answer))
        {
            yield return part;
        }

        if (failure is not null)
        {
            yield return new AnswerPart.Notice(Phrases.ModelFailed(asked.Language, failure.Failure, !answer.Refused));
        }

        var cited = answer.Refused ? [] : answer.Citations.Select(citation => citation.Passage.ChunkId).ToHashSet();
        var trace = asked.Trace with
        {
            Model = null,
            Score = answer.Score,
            Passages = [.. asked.Found.Passages.Select(passage => Traced(passage, cited.Contains(passage.ChunkId) ? "cited" : "not chosen"))],
            DoneAtMs = Since(asked.Start),
        };
        yield return new AnswerPart.Done(OutcomeOf(answer), trace);
    }

    private static IEnumerable<AnswerPart> Refuse(AskedQuestion asked, bool shown)
    {
        var refusal = QuotedParts.Of(Refusal.Of(asked.Found.Passages, asked.Language, 0));
        return shown ? refusal.Prepend(new AnswerPart.Restart()) : refusal;
    }

    private IEnumerable<AnswerPart> Notices(AskerLanguage language, AnswerModel model, ModelAnswer writing)
    {
        if (writing.Invented > 0)
        {
            logger.InventedCitations(model.Name, writing.Invented);
        }

        var notice = writing switch
        {
            { Invented: > 0 } => Phrases.InventedCitations(language),
            { Cited.Count: 0 } => Phrases.NothingCited(language),
            { Cut: true } => Phrases.CutAnswer(language),
            _ => null,
        };
        return notice is null ? [] : [new AnswerPart.Notice(notice)];
    }

    private static AnswerTrace Traced(AskedQuestion asked, AnswerModel model, ModelAnswer writing)
    {
        var given = writing.Prompt?.Given.Select(passage => passage.ChunkId).ToList() ?? [];
        return asked.Trace with
        {
            Model = model.Name,
            PromptHash = writing.Prompt?.Hash(),
            InventedCitations = writing.Invented,
            InputTokens = writing.InputTokens,
            OutputTokens = writing.OutputTokens,
            FirstTokenAtMs = writing.FirstTokenAtMs,
            Passages = [.. asked.Found.Passages.Select(passage => Traced(passage, UseOf(given.IndexOf(passage.ChunkId), writing)))],
        };
    }

    private static string UseOf(int given, ModelAnswer writing) => given switch
    {
        < 0 => "budget",
        _ when writing.Cited.Contains(given) && !writing.Refused => "cited",
        _ => "given",
    };

    private static TracedPassage Traced(Passage passage, string use) => new(passage.ChunkId, passage.DocumentId, passage.Score, use, passage.Similarity);

    private void LogFailure(AnswerModel model, ModelException failure)
    {
        if (failure.Kind == FailureKind.TellAdmin)
        {
            logger.ModelNeedsAdmin(model.Name, failure.Failure, failure.Message);
        }
        else
        {
            logger.ModelFailed(model.Name, failure.Failure, failure.Message);
        }
    }

    // Reading the table of tokens takes a quarter of a second, which the first question should not wait for.
    private static AnswerModel Ready(IChatClient client)
    {
        ThreadPool.QueueUserWorkItem(_ => TokenCount.Of("ready"));
        return AnswerModel.Of(client);
    }

    private double Since(long start) => time.GetElapsedTime(start).TotalMilliseconds;

    private static AnswerOutcome OutcomeOf(Answer answer) => answer.Refused ? AnswerOutcome.Refused : AnswerOutcome.Answered;
}
