namespace BotKb.WebConsole.Accounts;

/// <summary>How the change of one's own password ended.</summary>
internal enum PasswordChangeOutcome
{
    Done,
    CurrentWrong,
    TooShort,
    TooLong,
    Different,
    SameAsOld,
    TooMany,
}
