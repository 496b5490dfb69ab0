namespace BotKb.Answering;

/// <summary>Why a language model gave no answer.</summary>
public enum ModelFailure
{
    /// <summary>Unknown, or a connection that failed or ended in mid-stream.</summary>
    Broken,

    /// <summary>The key is missing, wrong or without the right to use the model.</summary>
    Unauthorised,

    /// <summary>The account has no credit or quota left.</summary>
    NoCredit,

    /// <summary>The service has no capacity just now.</summary>
    Busy,

    /// <summary>The request is longer than the model's context.</summary>
    ContextTooLong,

    /// <summary>A content filter of the service refused the question or the answer.</summary>
    Filtered,

    /// <summary>The service refused the request as wrong, e.g. an unknown model or field.</summary>
    Refused,

    /// <summary>What answers at the address is no language model.</summary>
    NotAModel,

    /// <summary>Nothing came within the time allowed.</summary>
    Silent,
}
