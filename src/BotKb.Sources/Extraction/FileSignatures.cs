using System.Buffers.Binary;

namespace BotKb.Sources.Extraction;

/// <summary>Knows binary formats by their first bytes.</summary>
internal static class FileSignatures
{
    private const int PdfHeaderRange = 1024;
    private const int TarMagicOffset = 257;

    private static readonly (byte[] Start, FileFormat Format)[] Starts =
    [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileFormat.LegacyWordDocument),
        ([.. "{\\rtf"u8], FileFormat.RichText),
        ([0x89, .. "PNG\r\n"u8], FileFormat.Image),
        ([0xFF, 0xD8, 0xFF], FileFormat.Image),
        ([.. "GIF8"u8], FileFormat.Image),
        ([.. "II*\0"u8], FileFormat.Image),
        ([.. "MM\0*"u8], FileFormat.Image),
        ([.. "8BPS"u8], FileFormat.Image),
        ([0, 0, 1, 0], FileFormat.Image),
        ([0, 0, 0, 0x0C, .. "jP  "u8], FileFormat.Image),
        ([0xD7, 0xCD, 0xC6, 0x9A], FileFormat.Image),
        ([.. "ID3\u0003"u8], FileFormat.Media),
        ([.. "ID3\u0004"u8], FileFormat.Media),
        ([.. "OggS"u8], FileFormat.Media),
        ([.. "fLaC"u8], FileFormat.Media),
        ([.. "FLV\u0001"u8], FileFormat.Media),
        ([0x1A, 0x45, 0xDF, 0xA3], FileFormat.Media),
        ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], FileFormat.Media),
        ([0, 0, 1, 0xBA], FileFormat.Media),
        ([0, 0, 1, 0xB3], FileFormat.Media),
        ([0x7F, .. "ELF"u8], FileFormat.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileFormat.Program),
        ([0xCF, 0xFA, 0xED, 0xFE], FileFormat.Program),
        ([0, .. "asm"u8], FileFormat.Program),
        ([.. "PK\u0003\u0004"u8], FileFormat.Archive),
        ([.. "PK\u0005\u0006"u8], FileFormat.Archive),
        ([.. "PK\u0007\u0008"u8], FileFormat.Archive),
        ([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], FileFormat.Archive),
        ([.. "Rar!\u001A\u0007"u8], FileFormat.Archive),
        ([0x1F, 0x8B, 8], FileFormat.Archive),
        ([0xFD, .. "7zXZ\0"u8], FileFormat.Archive),
        ([0x28, 0xB5, 0x2F, 0xFD], FileFormat.Archive),
        ([0x04, 0x22, 0x4D, 0x18], FileFormat.Archive),
        ([.. "MSCF\0"u8], FileFormat.Archive),
        ([.. "SQLite format 3\0"u8], FileFormat.OtherBinary),
    ];

    /// <summary>
    /// The format that the first bytes prove; null for text and for what is not known. A compound file (OLE2) is told as a
    /// <see cref="FileFormat.LegacyWordDocument"/> and a zip as a <see cref="FileFormat.Archive"/>: only their directories know more.
    /// </summary>
    public static FileFormat? Find(ReadOnlySpan<byte> content)
    {
        foreach (var (start, format) in Starts)
        {
            if (content.StartsWith(start))
            {
                return format;
            }
        }

        if (IsPdf(content))
        {
            return FileFormat.Pdf;
        }

        return content.Length > TarMagicOffset && content[TarMagicOffset..].StartsWith("ustar"u8)
            ? FileFormat.Archive
            : FindByStructure(content);
    }

    // Readers take a PDF whose header stands within the first kilobyte; a text may quote one there.
    private static bool IsPdf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, PdfHeaderRange)].IndexOf("%PDF-"u8) switch
    {
        < 0 => false,
        0 => true,
        _ => content.LastIndexOf("startxref"u8) > 0,
    };

    private static FileFormat? FindByStructure(ReadOnlySpan<byte> content) => content switch
    {
        { Length: < 16 } => null,
        _ when content.StartsWith("BZh"u8) && content[4..].StartsWith("1AY&SY"u8) => FileFormat.Archive,
        _ when content.StartsWith("RIFF"u8) => content[8..].StartsWith("WEBP"u8) ? FileFormat.Image : FileFormat.Media,
        _ when content[4..].StartsWith("ftyp"u8) => IsPicture(content[8..12]) ? FileFormat.Image : FileFormat.Media,
        // Two letters prove little: a bitmap also knows its size, a program has NULs in its header.
        _ when content.StartsWith("BM"u8) && BinaryPrimitives.ReadUInt32LittleEndian(content[6..]) == 0 => FileFormat.Image,
        _ when content.StartsWith("MZ"u8) && content[..Math.Min(content.Length, 64)].Contains((byte)0) => FileFormat.Program,
        _ when content[0] == 0xFF && (content[1] & 0xE6) == 0xE2 => FileFormat.Media,
        _ => null,
    };

    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8)
        || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) || brand.StartsWith("avif"u8);
}
