using Microsoft.Extensions.Options;

namespace BotKb.Access;

/// <summary>Finds out which principals a person holds. Groups are read from the settings at each question.</summary>
public sealed class ReaderLookup(IOptionsMonitor<AccessOptions> options)
{
    /// <summary>The reader with this verified e-mail; without one, a reader of what everyone may read.</summary>
    /// <exception cref="BotKbException">The text is not an e-mail address.</exception>
    public Reader Find(string? email)
    {
        if (email is null)
        {
            return Reader.Anonymous;
        }

        var address = email.Trim().ToLowerInvariant();
        if (!IsEmail(address))
        {
            throw new BotKbException(FailureKind.GiveUp, $"'{email}' is not an e-mail address.");
        }

        var groups = options.CurrentValue.Groups
            .Where(group => group.Value.Any(member => string.Equals(member.Trim(), address, StringComparison.OrdinalIgnoreCase)))
            .Select(group => $"group:{group.Key.ToLowerInvariant()}");
        return new Reader(address, [.. groups, $"user:{address}"]);
    }

    internal static bool IsEmail(string text) =>
        text.Trim() is var address && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == address.LastIndexOf('@')
        && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || c is ',' or '<' or '>' or '"');
}
