namespace BotKb.Access;

/// <summary>What counts as an e-mail address wherever one is written: in settings, on the command line and in a source's readers.</summary>
public static class EmailAddress
{
    private const string Foreign = "<>()[]:;,\\\"=";

    /// <summary>True for a name and a domain with one '@' between them, and nothing that separates addresses or wraps them.</summary>
    public static bool IsValid(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain]
        && domain[0] != '.'
        && domain[^1] != '.'
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || Foreign.Contains(c, StringComparison.Ordinal));
}
