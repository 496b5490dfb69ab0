using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace BotKb.Host.Serving;

/// <summary>Section <c>Serve</c>: how the host runs.</summary>
internal sealed partial class ServeOptions
{
    public const string Section = "Serve";

    // A port that is no number would else be taken for a part of the host's name, and the host would listen on every interface.
    private const string Address = @"http://([^\s/:;\[\]]+|\[[0-9a-fA-F:.]+\])(:[0-9]{1,5})?/?";
    private const string Addresses = $"{Address}(;{Address})*";

    /// <summary>Where to listen: an address, or several separated by ';'.</summary>
    [RegularExpression(Addresses, ErrorMessage = "Serve:Urls must be an address such as http://127.0.0.1:5080.")]
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Minutes between two syncs of the same source.</summary>
    [Range(1, 24 * 60, ErrorMessage = "Serve:SyncMinutes must be 1 to 1440.")]
    public int SyncMinutes { get; set; } = 10;

    /// <summary>True for what <see cref="Urls"/> may be.</summary>
    public static bool AreUrls(string text) => WholeText().IsMatch(text);

    [GeneratedRegex($"^({Addresses})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeText();
}
