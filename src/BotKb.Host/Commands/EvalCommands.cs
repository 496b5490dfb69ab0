using System.CommandLine;
using System.Text;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge;
using BotKb.Quality;
using BotKb.Quality.Figures;
using BotKb.Quality.Sets;
using BotKb.Retrieval;
using BotKb.Retrieval.Dense;
using Npgsql;

namespace BotKb.Host.Commands;

/// <summary><c>botkb eval retrieval|extraction|answers</c>.</summary>
internal static class EvalCommands
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create() =>
        new("eval", "Measures BotKb on folders of public data, in a knowledge base that is thrown away.") 
        {
            Retrieval(), Extraction(), Answers(),
        };

    private static Command Retrieval()
    {
        var folders = new Argument<string[]>("folders")
        {
            Description = "Folders with corpus.jsonl, queries.jsonl and qrels.tsv; several share one knowledge base.",
            Arity = ArgumentArity.OneOrMore,
        };
        var crossLingual = new Option<bool>("--cross-lingual")
        {
            Description = "Questions in one language, documents in the other (qrels_crosslingual.tsv).",
        };
        var run = new Option<string?>("--run") { Description = "Writes the rankings to this file, as TREC lines." };
        var json = Options.Json();
        return new Command("retrieval", "Measures whether the right documents are found.") { folders, crossLingual, run, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                RequireFolderOf(line.GetValue(run));
                var sets = new List<RetrievalSet>();
                foreach (var folder in line.GetRequiredValue(folders))
                {
                    sets.Add(await RetrievalSet.ReadAsync(folder, cancellationToken));
                }

                await using var knowledge = Knowledge(session);
                var progress = new EvaluationOutput();
                var (figures, lines) = await MeasureAsync(
                    session, knowledge, sets, line.GetValue(crossLingual), progress, cancellationToken);
                await WriteFileAsync(line.GetValue(run), lines.Select(one => one.ToString()), cancellationToken);
                EvaluationOutput.Write(figures, line.GetValue(json));
                return ExitCode.Done;
            });
    }

    private static async Task<(string Figures, IReadOnlyList<RunLine> Lines)> MeasureAsync(
        CommandSession session, IThrowAwayKnowledge knowledge, IReadOnlyList<RetrievalSet> sets, bool crossLingual,
        EvaluationOutput progress, CancellationToken cancellationToken)
    {
        var search = session.Get<IPassageSearch>();
        var time = session.Get<TimeProvider>();
        if (crossLingual)
        {
            var across = await new EvaluateCrossLingual(knowledge, search, time)
                .RunAsync(sets, AnswerQuestion.PassageCount, progress, cancellationToken);
            return (EvaluationJson.Write(across.Figures), across.Lines);
        }

        var within = await new EvaluateRetrieval(knowledge, search, time)
            .RunAsync(sets, AnswerQuestion.PassageCount, progress, cancellationToken);
        return (EvaluationJson.Write(within.Figures), within.Lines);
    }

    private static Command Extraction()
    {
        var folder = new Argument<string>("folder") { Description = "A folder with manifest.jsonl." };
        var output = new Option<string?>("--out") { Description = "Writes the text of each document to this folder." };
        var json = Options.Json();
        return new Command("extraction", "Measures how well files are read.") { folder, output, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                var set = await ExtractionSet.ReadAsync(line.GetRequiredValue(folder), cancellationToken);
                var progress = new EvaluationOutput();
                var figures = await new EvaluateExtraction(session.Get<IDocumentExtractor>(), session.Get<TimeProvider>())
                    .RunAsync(set, line.GetValue(output), progress, cancellationToken);
                EvaluationOutput.Write(EvaluationJson.Write(figures), line.GetValue(json));
                return ExitCode.Done;
            });
    }

    private static Command Answers()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "A folder with corpus.jsonl and queries.jsonl with answers, and unanswerable.jsonl where there is one.",
        };
        var offTopic = new Option<string?>("--off-topic") { Description = "Questions about something else, all to be refused." };
        var output = new Option<string?>("--out") { Description = "Writes every answer to this file, as JSON lines." };
        var json = Options.Json();
        return new Command("answers", "Measures answers and refusals.") { folder, offTopic, output, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                RequireFolderOf(line.GetValue(output));
                var set = await AnswerSet.ReadAsync(line.GetRequiredValue(folder), line.GetValue(offTopic), cancellationToken);
                await using var knowledge = Knowledge(session);
                var progress = new EvaluationOutput();
                var answering = session.Get<AnswerQuestion>();
                var run = await new EvaluateAnswers(
                    knowledge, (question, kb, token) => answering.AskAsync(question, [kb], Reader.Anonymous, token))
                    .RunAsync(set, progress, cancellationToken);
                await WriteFileAsync(line.GetValue(output), run.Rows.Select(EvaluationJson.WriteLine), cancellationToken);
                EvaluationOutput.Write(EvaluationJson.Write(run.Figures), line.GetValue(json));
                return ExitCode.Done;
            });
    }

    private static ThrowAwayKnowledge Knowledge(CommandSession session) => new(
        session.Get<KnowledgeBaseCatalog>(), session.Get<SourceCatalog>(), session.Get<NpgsqlDataSource>(),
        session.Get<IDocumentExtractor>(), session.Get<TimeProvider>(),
        session.Get<IndexVectors>());

    // Said before the long work, not after it.
    private static void RequireFolderOf(string? file)
    {
        if (file is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new BotKbException(FailureKind.GiveUp, $"The folder of '{file}' does not exist; make it or name another file.");
        }
    }

    private static Task WriteFileAsync(string? file, IEnumerable<string> lines, CancellationToken cancellationToken) =>
        file is null ? Task.CompletedTask : File.WriteAllLinesAsync(file, lines, Utf8, cancellationToken);
}
