using System.Net;
using System.Threading.RateLimiting;

namespace BotKb.WebConsole.Accounts;

/// <summary>How often one may try to sign in: from one address, and for one e-mail. Safe for concurrent use.</summary>
internal sealed class SignInLimits : IDisposable
{
    public const int PerAddress = 30;
    public const int PerEmail = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _addresses = Limiter(PerAddress);
    private readonly PartitionedRateLimiter<string> _emails = Limiter(PerEmail);

    /// <summary>Counts a try; false where it is one too many.</summary>
    public bool Allow(IPAddress? address, string email)
    {
        using var byAddress = _addresses.AttemptAcquire(Network(address));
        if (!byAddress.IsAcquired)
        {
            return false;
        }

        using var byEmail = _emails.AttemptAcquire(email.Trim().ToLowerInvariant());
        return byEmail.IsAcquired;
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _emails.Dispose();
    }

    // Whoever has one IPv6 address has 2^64 of them.
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)));
    }

    private static PartitionedRateLimiter<string> Limiter(int count) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = count, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));
}
