using Microsoft.Extensions.Options;

namespace BotKb.Access;

/// <summary>Finds out which principals a person holds. The groups are those of the settings at the start of the program.</summary>
public sealed class ReaderLookup(IOptions<AccessOptions> options)
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
        if (!EmailAddress.IsValid(address))
        {
            throw new BotKbException(FailureKind.GiveUp, $"'{email}' is not an e-mail address; write one such as anna@example.com.");
        }

        var groups = options.Value.Groups
            .Where(group => group.Value.Any(member => string.Equals(member.Trim(), address, StringComparison.OrdinalIgnoreCase)))
            .Select(group => $"group:{group.Key.ToLowerInvariant()}");
        return new Reader(address, [.. groups, $"user:{address}"]);
    }
}
