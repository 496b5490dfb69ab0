using System.Globalization;
using System.Text;
using BotKb.Knowledge;
using BotKb.Sources.Extraction.Html;
using BotKb.Sources.Extraction.Text;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Text;

namespace BotKb.Sources.Extraction.Mail;

/// <summary>Reads a saved message: who wrote to whom, its text, forwarded messages and the text of its attachments.</summary>
/// <param name="attachments">Reads attachments; null where the message is itself nested so deep that they are only named.</param>
internal sealed class EmailExtractor(FormatDispatch? attachments) : IFormatExtractor
{
    private const int DeepestForward = 5;

    static EmailExtractor() => CodePages.Register();

    /// <inheritdoc/>
    public ExtractedDocument? Extract(string fileName, byte[] content, CancellationToken cancellationToken)
    {
        var message = Parse(content, cancellationToken);
        var blocks = new BlockBuilder();
        AddMessage(blocks, message, level: 1, cancellationToken);
        return blocks.Build(message.Subject);
    }

    private static MimeMessage Parse(byte[] content, CancellationToken cancellationToken)
    {
        // Some programs save messages as UTF-16; the format itself is made of bytes.
        var isWide = content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || content.AsSpan(0, Math.Min(content.Length, 64)).Contains((byte)0);
        using var stream = new MemoryStream(isWide ? Encoding.UTF8.GetBytes(TextFile.Read(content, declaredEncoding: null)) : content);
        try
        {
            return MimeMessage.Load(stream, cancellationToken);
        }
        catch (FormatException)
        {
            throw new ExtractionException(
                ExtractionStatus.Corrupt, "The file is not a readable e-mail message; save it again from the mail program.");
        }
    }

    private void AddMessage(BlockBuilder blocks, MimeMessage message, int level, CancellationToken cancellationToken)
    {
        if (message.Body is MultipartEncrypted or ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData })
        {
            throw new ExtractionException(ExtractionStatus.Encrypted, "The message is encrypted; save a decrypted copy.");
        }

        blocks.Heading(level, message.Subject ?? "");
        blocks.Paragraph(string.Join(
            '\n', Addresses("From", message.From), Addresses("To", message.To), Addresses("Cc", message.Cc), Date(message)));
        AddBody(blocks, message, level, cancellationToken);
        foreach (var part in message.BodyParts.Where(part => IsAttachment(message, part)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddAttachment(blocks, part, level + 1, cancellationToken);
        }
    }

    private static void AddBody(BlockBuilder blocks, MimeMessage message, int level, CancellationToken cancellationToken)
    {
        if (message.GetTextBody(TextFormat.Plain) is { } plain && !string.IsNullOrWhiteSpace(plain))
        {
            PlainTextExtractor.AddParagraphs(blocks, plain);
        }
        else if (message.HtmlBody is { } html)
        {
            HtmlExtractor.AddBlocks(blocks, html, level, cancellationToken);
        }
    }

    private void AddAttachment(BlockBuilder blocks, MimeEntity part, int level, CancellationToken cancellationToken)
    {
        if (part is MessagePart { Message: { } forwarded })
        {
            if (level <= DeepestForward)
            {
                AddMessage(blocks, forwarded, level, cancellationToken);
            }

            return;
        }

        var name = part.ContentDisposition?.FileName ?? part.ContentType.Name ?? part.ContentType.MimeType;
        if (attachments is null || part is not MimePart { Content: { } encoded })
        {
            blocks.Paragraph($"Attachment: {name}");
            return;
        }

        using var content = new MemoryStream();
        encoded.DecodeTo(content, cancellationToken);
        AddAttached(blocks, name, attachments.Extract(name, content.ToArray(), cancellationToken), level);
    }

    private static void AddAttached(BlockBuilder blocks, string name, ExtractionResult attached, int level)
    {
        if (attached.Document is null)
        {
            blocks.Paragraph($"Attachment: {name}");
            return;
        }

        blocks.Heading(level, name);
        blocks.Append(attached.Document, level);
    }

    private static bool IsAttachment(MimeMessage message, MimeEntity part) =>
        part is MessagePart || part.IsAttachment || (part is MimePart and not TextPart && part.ContentDisposition?.FileName is not null);

    private static string Addresses(string label, InternetAddressList addresses) =>
        addresses.Count == 0 ? "" : $"{label}: {string.Join(", ", addresses.Select(Name))}";

    private static string Name(InternetAddress address) => address switch
    {
        MailboxAddress { Name: { Length: > 0 } name } mailbox => $"{name} <{mailbox.Address}>",
        MailboxAddress mailbox => mailbox.Address,
        _ => address.Name ?? "",
    };

    private static string Date(MimeMessage message) => message.Date == default
        ? ""
        : $"Date: {message.Date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)}";
}
