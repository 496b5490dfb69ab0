namespace BotKb.Answering;

/// <summary>How an answer ended.</summary>
public enum AnswerOutcome
{
    /// <summary>With evidence, or as small talk.</summary>
    Answered,

    /// <summary>Without evidence; the text says so, and its citations are the nearest documents, with nothing quoted.</summary>
    Refused,
}
