using System.Buffers;
using System.Text.RegularExpressions;
using BotKb.Retrieval;

namespace BotKb.Answering.Streaming;

/// <summary>The hosts that passages name: an answer may link to these and no others.</summary>
internal sealed partial class KnownHosts
{
    // Milliseconds; the pattern takes microseconds.
    private const int Limit = 10_000;

    private static readonly SearchValues<char> Strange = SearchValues.Create("\\[]<>\"'` \t\r\n");
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);

    private KnownHosts()
    {
    }

    /// <summary>The hosts of the passages' own addresses and of those written in their texts.</summary>
    public static KnownHosts Of(IEnumerable<Passage> passages)
    {
        var known = new KnownHosts();
        foreach (var passage in passages)
        {
            known.Add(passage.Url);
            foreach (var address in Address().EnumerateMatches(passage.Text))
            {
                known.Add(passage.Text.Substring(address.Index, address.Length));
            }
        }

        return known;
    }

    /// <summary>True where a link's target is a web address on one of the hosts.</summary>
    public bool Contains(string target) => HostOf(target) is { } host && _hosts.Contains(host);

    /// <summary>True where a link's target is a web address on any host.</summary>
    public static bool IsWeb(string target) => HostOf(target) is not null;

    private void Add(string? address)
    {
        if (address is not null && HostOf(address) is { } host)
        {
            _hosts.Add(host);
        }
    }

    // Browsers read a backslash as a slash, what stands before an @ is not the host, and brackets may hold a second link: such addresses
    // are nobody's.
    private static string? HostOf(string address)
    {
        try
        {
            return !address.AsSpan().ContainsAny(Strange) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
                ? uri.IdnHost
                : null;
        }
        catch (UriFormatException)
        {
            // Its name is none that could be looked up.
            return null;
        }
    }

    [GeneratedRegex(@"https?://[^\s<>()\[\]""'，。；、）】」]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit)]
    private static partial Regex Address();
}
