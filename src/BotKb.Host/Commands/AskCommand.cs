using System.CommandLine;
using System.Diagnostics;
using BotKb.Access;
using BotKb.Answering;
using BotKb.Knowledge;

namespace BotKb.Host.Commands;

/// <summary><c>botkb ask</c>.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("question") { Description = "The question." };
        var kb = Options.Kb();
        var email = new Option<string?>("--as")
        {
            Description = "The e-mail of the person who asks; without it, only what everyone may read is used.",
        };
        var json = Options.Json();
        return new Command("ask", "Answers a question from a knowledge base.") { question, kb, email, json }.Runs(
            async (line, session, cancellationToken) =>
            {
                var reader = session.Get<ReaderLookup>().Find(line.GetValue(email));
                var found = await session.Get<KnowledgeBaseCatalog>().FindAsync(line.GetRequiredValue(kb), cancellationToken);
                var start = Stopwatch.GetTimestamp();
                var answer = await session.Get<AnswerQuestion>()
                    .AskAsync(line.GetRequiredValue(question), [found.Id], reader, cancellationToken);
                var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (line.GetValue(json))
                {
                    await JsonOutput.WriteAsync(AnswerOutput.ToJson(answer, milliseconds));
                }
                else
                {
                    AnswerOutput.Write(answer);
                }

                return ExitCode.Done;
            });
    }
}
