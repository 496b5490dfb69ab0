using System.Runtime.InteropServices;

namespace BotKb.Sources.SharedDrive.Native;

/// <summary>A moment as file systems keep it.</summary>
/// <param name="Seconds">Seconds since 1970, negative before.</param>
/// <param name="Nanoseconds">The rest, 0 to 999,999,999.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnixTime(long Seconds, uint Nanoseconds)
{
    private const int NanosecondsPerTick = 100;

    /// <summary>The same moment; one that no calendar holds becomes the first or last that .NET knows.</summary>
    internal DateTimeOffset ToDateTime()
    {
        if (Seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds())
        {
            return DateTimeOffset.MinValue;
        }

        return Seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.MaxValue
            : DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanoseconds / NanosecondsPerTick);
    }

    public override string ToString() => $"{Seconds:x}.{Nanoseconds:x}";
}
