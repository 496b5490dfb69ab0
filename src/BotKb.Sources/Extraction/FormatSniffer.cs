using System.Text.RegularExpressions;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Archives;
using BotKb.Sources.Extraction.Packages;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Sources.Extraction;

/// <summary>Finds out what a file is: by its content where that can tell, else by its name.</summary>
internal static partial class FormatSniffer
{
    private const int HeadLength = 2048;
    private const int HeadTimeout = 1000;
    private const RegexOptions HeadOptions = RegexOptions.IgnoreCase;
    private const int EncryptedFlagOffset = 11;

    /// <summary>The file's format.</summary>
    /// <exception cref="ExtractionException">The file is empty, damaged, protected or a bomb.</exception>
    public static FileFormat Find(string fileName, byte[] content) => FileSignatures.Find(content) switch
    {
        FileFormat.Archive when content.AsSpan().StartsWith("PK"u8) => FindInPackage(content),
        FileFormat.LegacyWordDocument => FindInCompound(content),
        { } known => known,
        null => FindInText(fileName, content),
    };

    private static FileFormat FindInPackage(byte[] content)
    {
        var entries = ZipDirectory.Read(content);
        return PackageFormat.Find(content, entries) ?? FileFormat.Archive;
    }

    private static FileFormat FindInCompound(byte[] content)
    {
        var file = CompoundFile.Read(content);
        if (file.Has("EncryptedPackage") || file.Has("EncryptedSummary") || IsEncryptedWord(file.Start("WordDocument")))
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The document is protected by a password; save a copy without one.");
        }

        return file switch
        {
            _ when file.Has("WordDocument") => FileFormat.LegacyWordDocument,
            _ when file.Has("Workbook") || file.Has("Book") => FileFormat.LegacyWorkbook,
            _ when file.Has("PowerPoint Document") => FileFormat.LegacyPresentation,
            _ when file.Has("__properties_version1.0") => FileFormat.OutlookMessage,
            _ => FileFormat.OtherBinary,
        };
    }

    // MS-DOC, FibBase: bit 8 of the flags at offset 10.
    private static bool IsEncryptedWord(ReadOnlySpan<byte> start) =>
        start.Length > EncryptedFlagOffset && (start[EncryptedFlagOffset] & 1) != 0;

    private static FileFormat FindInText(string fileName, byte[] content)
    {
        if (TextDecoder.Decode(content, declared: null) is not { } text)
        {
            throw FileNames.Promises(fileName)
                ? new ExtractionException(ExtractionStatus.Corrupt, "The file is damaged or is not what its name says; get a sound copy.")
                : new ExtractionException(ExtractionStatus.Unsupported, "BotKb does not know this kind of file.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ExtractionException(ExtractionStatus.Empty, "The file has no content.");
        }

        return FileNames.TextFormat(fileName) ?? FindInHead(text[..Math.Min(text.Length, HeadLength)].TrimStart());
    }

    private static FileFormat FindInHead(string head) => head switch
    {
        _ when WebPage().IsMatch(head) => FileFormat.Html,
        _ when Drawing().IsMatch(head) => FileFormat.Svg,
        _ when MailHeaders().Count(head) >= 2 => FileFormat.Email,
        _ when head.StartsWith("<?xml", StringComparison.Ordinal) => FileFormat.SourceCode,
        _ when head.Split('\n', 2)[0].Contains('\t', StringComparison.Ordinal) => FileFormat.DelimitedText,
        _ => FileFormat.PlainText,
    };

    [GeneratedRegex(@"^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b",
        HeadOptions | RegexOptions.Singleline, HeadTimeout)]
    private static partial Regex WebPage();

    [GeneratedRegex(
        @"^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!doctype[^>]*>\s*)*<svg\b", HeadOptions | RegexOptions.Singleline, HeadTimeout)]
    private static partial Regex Drawing();

    [GeneratedRegex(
        @"^(?:Received|Return-Path|Message-ID|MIME-Version|From|To|Subject|Date|Content-Type|Delivered-To): ",
        HeadOptions | RegexOptions.Multiline, HeadTimeout)]
    private static partial Regex MailHeaders();
}
