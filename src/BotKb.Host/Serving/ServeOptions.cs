using System.ComponentModel.DataAnnotations;

namespace BotKb.Host.Serving;

/// <summary>Section <c>Serve</c>: how the host runs.</summary>
internal sealed class ServeOptions
{
    public const string Section = "Serve";

    /// <summary>Where to listen.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "Serve:Urls must be an address such as http://127.0.0.1:5080.")]
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Minutes between two syncs of the same source.</summary>
    [Range(1, 24 * 60, ErrorMessage = "Serve:SyncMinutes must be 1 to 1440.")]
    public int SyncMinutes { get; set; } = 10;
}
