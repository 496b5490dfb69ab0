namespace BotKb.Sources.Extraction.Archives;

/// <summary>How far a package may unpack before it counts as a bomb.</summary>
/// <param name="LargestTotal">Unpacked bytes that are too many whatever the ratio.</param>
/// <param name="LargestRatio">Unpacked bytes per packed byte that are too many...</param>
/// <param name="RatioFrom">...once the unpacked bytes exceed this.</param>
internal sealed record ZipLimits(long LargestTotal, int LargestRatio, long RatioFrom)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>For packages that are opened: DOCX and its kin.</summary>
    public static ZipLimits Document { get; } = new(512 * Megabyte, 200, 64 * Megabyte);

    /// <summary>For archives that stay closed: a large honest one is no bomb.</summary>
    public static ZipLimits Archive { get; } = new(long.MaxValue, 100, 100 * Megabyte);

    /// <summary>True when <paramref name="unpacked"/> bytes out of <paramref name="packed"/> are too many.</summary>
    public bool AreExceededBy(long unpacked, long packed) =>
        unpacked > LargestTotal || (unpacked > RatioFrom && unpacked / Math.Max(packed, 1) > LargestRatio);
}
