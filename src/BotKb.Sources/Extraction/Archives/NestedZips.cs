using BotKb.Knowledge;

namespace BotKb.Sources.Extraction.Archives;

/// <summary>
/// Looks for zips inside a zip: one that contains itself, or many small ones that unpack to a huge total. Unpacks no more than a
/// fixed number of bytes, whatever it finds.
/// </summary>
internal sealed class NestedZips(byte[] outermost, CancellationToken cancellationToken)
{
    private const int DeepestLevel = 10;

    private int _budget = 64 * 1024 * 1024;
    private long _declared;

    /// <summary>Checks everything below <see langword="this"/> archive.</summary>
    /// <exception cref="ExtractionException">It is a bomb.</exception>
    public void Check(IReadOnlyList<ZipEntryHeader> entries) => Check(outermost, entries, 1);

    private void Check(byte[] zip, IReadOnlyList<ZipEntryHeader> entries, int level)
    {
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_budget > 0 && ZipGate.Unpack(zip, entry, 4).AsSpan().SequenceEqual("PK\u0003\u0004"u8))
            {
                Open(ZipGate.Unpack(zip, entry, _budget), level + 1);
            }
        }
    }

    private void Open(byte[] nested, int level)
    {
        _budget -= nested.Length;
        if (level > DeepestLevel || nested.AsSpan().IndexOf(outermost) >= 0)
        {
            throw new ExtractionException(ExtractionStatus.Bomb, "The file is refused as an archive bomb: it contains itself.");
        }

        if (TryRead(nested) is not { } entries)
        {
            return;
        }

        _declared += entries.Sum(entry => Math.Min(entry.Size, int.MaxValue));
        if (ZipLimits.Archive.AreExceededBy(_declared, outermost.Length))
        {
            throw new ExtractionException(
                ExtractionStatus.Bomb, "The file is refused as an archive bomb: its archives unpack to far more than its size allows.");
        }

        Check(nested, entries, level);
    }

    // An archive inside may be damaged without harm to the one that is looked at.
    private static IReadOnlyList<ZipEntryHeader>? TryRead(byte[] nested)
    {
        try
        {
            return ZipDirectory.Read(nested);
        }
        catch (ExtractionException)
        {
            return null;
        }
    }
}
