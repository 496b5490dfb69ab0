using System.Globalization;

namespace BotKb.WebConsole.Admin;

/// <summary>Sizes as people read them.</summary>
internal static class FileSize
{
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576d:0.#} MB"),
    };
}
