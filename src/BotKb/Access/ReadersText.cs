namespace BotKb.Access;

/// <summary>
/// Readers as an admin writes them: <c>everyone</c>, <c>nobody</c>, or e-mails and groups: <c>anna@example.com, group:hr</c>.
/// </summary>
public static class ReadersText
{
    private const string Everyone = "everyone";
    private const string Nobody = "nobody";
    private const string UserPrefix = "user:";
    private const string GroupPrefix = "group:";

    /// <summary>Reads a list of readers.</summary>
    /// <exception cref="BotKbException">A part is neither an e-mail nor a group.</exception>
    public static ReaderSet Parse(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => throw new BotKbException(
                "The list of readers is empty: write 'everyone', 'nobody', or e-mails and groups such as 'anna@example.com,group:hr'."),
            [var only] when only.Equals(Everyone, StringComparison.OrdinalIgnoreCase) => ReaderSet.All,
            [var only] when only.Equals(Nobody, StringComparison.OrdinalIgnoreCase) => ReaderSet.Nobody,
            _ => ReaderSet.Of(parts.Select(PrincipalKey)),
        };
    }

    /// <summary>Writes readers so that <see cref="Parse"/> reads them back.</summary>
    public static string Format(ReaderSet readers) => readers switch
    {
        { Everyone: true } => Everyone,
        { Principals.IsEmpty: true } => Nobody,
        _ => string.Join(',', readers.Principals.Select(WithoutUserPrefix)),
    };

    private static string WithoutUserPrefix(string key) =>
        key.StartsWith(UserPrefix, StringComparison.Ordinal) ? key[UserPrefix.Length..] : key;

    private static string PrincipalKey(string part)
    {
        if (part.StartsWith(GroupPrefix, StringComparison.OrdinalIgnoreCase))
        {
            string group = part[GroupPrefix.Length..].Trim();
            return IsGroupName(group)
                ? GroupPrefix + group
                : throw new BotKbException($"'{part}' names no group: write 'group:' and a name under Access:Groups, such as 'group:hr'.");
        }

        return EmailAddress.IsValid(part)
            ? UserPrefix + part
            : throw new BotKbException(
                $"'{part}' is not a reader: write an e-mail such as anna@example.com or a group such as group:hr; "
                + "'everyone' and 'nobody' stand alone.");
    }

    private static bool IsGroupName(string name) =>
        name.Length > 0 && !name.Any(character => char.IsControl(character) || character is '=' or ':');
}
