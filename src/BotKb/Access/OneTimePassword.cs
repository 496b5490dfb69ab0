using System.Security.Cryptography;

namespace BotKb.Access;

/// <summary>A password that an admin hands over; it is of use for a day and has to be changed.</summary>
public static class OneTimePassword
{
    /// <summary>How long it is of use.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // Nothing that looks like something else: it is read aloud and typed.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new random one, such as <c>kq4m-x7tz-9hcd-w2bp</c>: 79 bits.</summary>
    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
