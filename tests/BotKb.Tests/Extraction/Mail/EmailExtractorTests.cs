using System.Text;
using BotKb.Knowledge;
using MimeKit;

namespace BotKb.Tests.Extraction.Mail;

public sealed class EmailExtractorTests
{
    [Fact]
    public void A_message_says_who_wrote_what_to_whom()
    {
        var result = Read(Message("Lunch", new TextPart("plain") { Text = "At noon.\n\nBring tea." }));

        result.Document!.Title.ShouldBe("Lunch");
        result.Outline().ShouldBe(
        [
            "Heading: Lunch",
            "Paragraph: From: Ann <ann@example.com>\nTo: bob@example.com\nDate: 2026-05-04 09:30 +08:00",
            "Paragraph: At noon.",
            "Paragraph: Bring tea.",
        ]);
    }

    [Fact]
    public void A_message_of_html_only_is_read_as_a_page() =>
        Read(Message("News", new TextPart("html") { Text = "<ul><li>one</li></ul><style>x{}</style>" }))
            .Outline()[^1].ShouldBe("ListItem: - one");

    [Fact]
    public void An_old_charset_and_quoted_printable_are_decoded()
    {
        var part = new TextPart("plain") { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText("gb2312", "员工请假通知");

        Read(Message("通知", part)).Outline()[^1].ShouldBe("Paragraph: 员工请假通知");
    }

    [Fact]
    public void Attachments_are_read_under_their_names()
    {
        var result = Read(Message("Prices", new Multipart("mixed")
        {
            new TextPart("plain") { Text = "See attached." },
            Attachment("prices.csv", "Item,Price\nTea,2"u8.ToArray()),
            Attachment("photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        }));

        var table = result.Document!.Blocks.Single(block => block.Kind == BlockKind.Table);
        table.HeadingPath.ShouldBe(["Prices", "prices.csv"]);
        result.Document.Blocks[^1].Text.ShouldBe("Attachment: photo.png");
    }

    [Fact]
    public void Forwarded_messages_are_read_where_they_stand()
    {
        var inner = Message("First", new TextPart("plain") { Text = "Inner text." });
        var outer = Message(
            "Second", new Multipart("mixed") { new TextPart("plain") { Text = "Outer." }, new MessagePart { Message = inner } });

        var block = Read(outer).Document!.Blocks[^1];

        block.Text.ShouldBe("Inner text.");
        block.HeadingPath.ShouldBe(["Second", "First"]);
    }

    [Fact]
    public void Messages_attached_to_messages_without_end_are_read_to_a_depth()
    {
        var message = Message("0", new TextPart("plain") { Text = "Innermost." });
        for (var i = 1; i < 20; i++)
        {
            message = Message($"{i}", new Multipart("mixed") { Attachment("mail.eml", Bytes(message)) });
        }

        Read(message).Document!.Blocks.Length.ShouldBeLessThan(20);
    }

    [Fact]
    public void A_message_saved_in_two_byte_characters_is_read() =>
        Extracting.File("a.eml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("From: a@example.com\r\nSubject: 午餐\r\n\r\nAt noon.")])
            .Outline()[^1].ShouldBe("Paragraph: At noon.");

    private static MimeMessage Message(string subject, MimeEntity body)
    {
        var message = new MimeMessage { Subject = subject, Body = body, Date = new DateTimeOffset(2026, 5, 4, 9, 30, 0, TimeSpan.FromHours(8)) };
        message.From.Add(new MailboxAddress("Ann", "ann@example.com"));
        message.To.Add(new MailboxAddress("", "bob@example.com"));
        return message;
    }

    private static MimePart Attachment(string name, byte[] content) => new("application", "octet-stream")
    {
        Content = new MimeContent(new MemoryStream(content)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = name,
    };

    private static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static ExtractionResult Read(MimeMessage message) => Extracting.File("a.eml", Bytes(message));
}
