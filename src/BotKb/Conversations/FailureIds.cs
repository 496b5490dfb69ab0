using System.Security.Cryptography;

namespace BotKb.Conversations;

/// <summary>Ids that tie the error a person sees to the line in the log.</summary>
public static class FailureIds
{
    // Without letters and digits that are read wrongly over the telephone.
    private const string Characters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A new id such as <c>E-7KQ2M9XD</c>.</summary>
    public static string New() => $"E-{RandomNumberGenerator.GetString(Characters, 8)}";
}
