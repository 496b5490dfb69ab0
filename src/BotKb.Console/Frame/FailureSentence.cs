using BotKb.Data;
using BotKb.WebConsole.Texts;

namespace BotKb.WebConsole.Frame;

/// <summary>What a page says about a failure that it knows.</summary>
internal static class FailureSentence
{
    /// <summary>The sentence; null for a failure that nobody expected.</summary>
    public static string? Of(Exception exception, ConsoleTexts texts)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is BotKbException)
            {
                return cause.Message;
            }

            if (PostgresFailure.Describe(cause) is { } known)
            {
                return known.Kind == FailureKind.Retry ? texts.Frame.DatabaseAway : known.Message;
            }
        }

        return null;
    }
}
