using System.Text;

namespace BotKb.Benchmarks.Fuzz;

/// <summary>Small sound files of the kinds that the samples lack, and some whose inside lies open to mutation.</summary>
internal static class MadeFiles
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string OfficeText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string OfficeTable = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    public static IEnumerable<FuzzSeed> All() =>
    [
        Package("made.odt", ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", OpenDocument("text",
            "<text:h text:outline-level=\"1\">Leave</text:h><text:p>Thirty days<text:s text:c=\"3\"/>a year.</text:p><text:list><text:list-item>"
            + "<text:p>First</text:p></text:list-item></text:list>"))),
        Package("made.ods", ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", OpenDocument("spreadsheet",
            "<table:table table:name=\"Rates\"><table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>City</text:p></table:table-cell>"
            + "</table:table-row><table:table-row table:number-rows-repeated=\"3\"><table:table-cell><text:p>120</text:p></table:table-cell></table:table-row></table:table>"))),
        Package("made.epub",
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile full-path=\"b.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"),
            ("b.opf", "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Book</dc:title></metadata>"
                + "<manifest><item id=\"c\" href=\"c.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"c\"/></spine></package>"),
            ("c.xhtml", "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>One</h1><p>Words of a chapter.</p></body></html>")),
        Package("made.zip", ("a/one.txt", "First file."), ("two.md", "# Second\n\nfile"), ("三.txt", "第三个文件。")),
        Text("made.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>Plan</title><g><text x=\"1\" y=\"2\">Door <tspan>B</tspan></text></g></svg>"),
        Text("made.py", "# Reads\ndef leave(days):\n    \"\"\"Days of leave.\"\"\"\n    return days * 2\n\nclass Rules:\n    pass\n"),
        Text("made.rtf", "{\\rtf1\\ansi Hello {\\b bold} \\u20320?\\par}"),
        Text("made.eml", Mail()),
        Text("made.pdf", Pdf()),
        new FuzzSeed("made.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[1024]]),
    ];

    private static FuzzSeed Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static FuzzSeed Package(string name, params (string Name, string Text)[] files) =>
        new(name, ZipMutation.Pack(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))));

    private static string OpenDocument(string kind, string body) =>
        $"<office:document-content xmlns:office=\"{Office}\" xmlns:text=\"{OfficeText}\" xmlns:table=\"{OfficeTable}\"><office:body><office:{kind}>{body}"
        + $"</office:{kind}></office:body></office:document-content>";

    private static string Mail()
    {
        var attached = Convert.ToBase64String(Encoding.UTF8.GetBytes("Attached words, again and again."));
        return "From: =?utf-8?B?5byg5LiJ?= <a@example.com>\r\nTo: b@example.com\r\nSubject: =?gb2312?B?xOO6ww==?= plan\r\nDate: Mon, 2 Mar 2026 10:00:00 +0800\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n"
            + "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C4=E3=BA=C3 there=\r\n and on.\r\n--y\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Hello <b>there</b></p>\r\n--y--\r\n--x\r\nContent-Type: text/plain; name=\"a.txt\"\r\n"
            + $"Content-Disposition: attachment; filename*=utf-8''%E4%BD%A0.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n{attached}\r\n--x\r\n"
            + "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nInner words.\r\n--x--\r\n";
    }

    // Not compressed, so that mutations reach operators and dictionaries.
    private static string Pdf()
    {
        const string Words = "BT /F1 18 Tf 72 720 Td (Leave policy) Tj /F1 10 Tf 0 -24 Td [(Thirty) -250 (days)] TJ 0 -14 Td (a year.) ' ET q 1 0 0 1 10 10 cm Q";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Words.Length} >>\nstream\n{Words}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [39 /quotesingle] >> >>",
            "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
            "<< /Title (Leave policy) /Parent 6 0 R /Dest [3 0 R /XYZ 0 720 0] >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(null, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(null, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(null, $"{place:D10} 00000 n \n"));
        return file.Append(null, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }
}
