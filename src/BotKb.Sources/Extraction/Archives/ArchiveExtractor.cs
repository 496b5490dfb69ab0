using System.IO.Compression;
using BotKb.Knowledge;
using SharpCompress.Archives;
using SharpCompress.Common;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Xz;
using SharpCompress.Readers;
using CompressionMode = System.IO.Compression.CompressionMode;

namespace BotKb.Sources.Extraction.Archives;

/// <summary>
/// Archives are not searched: this opens them only far enough to tell a damaged, a protected and a hostile one from a sound one,
/// and always ends in an <see cref="ExtractionException"/>.
/// </summary>
internal sealed class ArchiveExtractor : IFormatExtractor
{
    private const int MostUnpacked = 256 * 1024 * 1024;

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        if (content.AsSpan().StartsWith("PK"u8))
        {
            CheckZip(content, cancellationToken);
        }
        else if (content.AsSpan().StartsWith("7z"u8) || content.AsSpan().StartsWith("Rar!"u8))
        {
            CheckHeaders(content);
        }
        else if (OpenStream(content) is { } unpacked)
        {
            using (unpacked)
            {
                CheckStream(content, unpacked, cancellationToken);
            }
        }

        throw FileNames.IsOfficePackage(fileName)
            ? new ExtractionException(ExtractionStatus.Corrupt, "The file is named like a document but holds none; get a sound copy.")
            : new ExtractionException(
                ExtractionStatus.Unsupported, "BotKb does not look into archives; put the files that it holds into the folder.");
    }

    private static void CheckZip(byte[] content, CancellationToken cancellationToken)
    {
        var entries = ZipDirectory.Read(content);
        ZipGate.CheckDeclared(entries, content.Length, ZipLimits.Archive);
        new NestedZips(content, cancellationToken).Check(entries);
    }

    private static void CheckHeaders(byte[] content)
    {
        try
        {
            using var archive = ArchiveFactory.OpenArchive(new MemoryStream(content, writable: false), new ReaderOptions());
            var entries = archive.Entries.ToList();
            if (entries.Any(entry => entry.IsEncrypted))
            {
                throw Encrypted();
            }

            if (ZipLimits.Archive.AreExceededBy(entries.Sum(entry => Math.Min(entry.Size, int.MaxValue)), content.Length))
            {
                throw Bomb("it unpacks to far more than its size allows");
            }
        }
        catch (CryptographicException)
        {
            throw Encrypted();
        }
    }

    private static Stream? OpenStream(byte[] content)
    {
        var packed = new MemoryStream(content, writable: false);
        return content[0] switch
        {
            0x1F => new GZipStream(packed, CompressionMode.Decompress),
            (byte)'B' => BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Decompress, true, false, false),
            0xFD => new XZStream(packed),
            _ => null,
        };
    }

    private static void CheckStream(byte[] content, Stream unpacked, CancellationToken cancellationToken)
    {
        // Room for an archive that unpacks to itself, or to a tar that holds it.
        var head = new MemoryStream();
        var headLimit = content.Length + (64L * 1024);
        var buffer = new byte[81920];
        var total = 0L;
        for (var read = 0; total < MostUnpacked && (read = unpacked.Read(buffer)) > 0; total += read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            head.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, headLimit - head.Length)));
            if (ZipLimits.Archive.AreExceededBy(total + read, content.Length))
            {
                throw Bomb("it unpacks to far more than its size allows");
            }
        }

        if (head.GetBuffer().AsSpan(0, (int)head.Length).IndexOf(content) >= 0)
        {
            throw Bomb("it contains itself");
        }
    }

    private static ExtractionException Encrypted() =>
        new(ExtractionStatus.Encrypted, "The archive is protected by a password.");

    private static ExtractionException Bomb(string how) =>
        new(ExtractionStatus.Bomb, $"The file is refused as an archive bomb: {how}.");
}
