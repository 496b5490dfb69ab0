using BotKb.Data;

namespace BotKb.WebConsole.Chat;

/// <summary>Tells failures that pass by themselves, or once somebody has mended the database, from all others.</summary>
internal static class ChatFailure
{
    /// <summary>True where the same thing may work in a moment.</summary>
    public static bool IsPassing(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OrleansException || PostgresFailure.Describe(cause) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
