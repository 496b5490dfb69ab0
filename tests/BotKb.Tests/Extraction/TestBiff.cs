using System.Text;

namespace BotKb.Tests.Extraction;

/// <summary>Writes the stream of an old workbook (BIFF8) of one sheet.</summary>
internal static class TestBiff
{
    private const ushort BeginOfFile = 0x809, EndOfFile = 0x0A, BoundSheet = 0x85, Dimensions = 0x200, Number = 0x203, Label = 0x204;

    /// <summary>A workbook; cells are strings and doubles.</summary>
    public static byte[] Workbook(string sheetName, params object[][] rows)
    {
        var globalsLength = Globals(sheetName, sheetOffset: 0).Length;
        return [.. Globals(sheetName, globalsLength), .. Sheet(rows)];
    }

    private static byte[] Globals(string sheetName, int sheetOffset) =>
    [
        .. Record(BeginOfFile, w => WriteShorts(w, 0x600, 5, 0, 0, 0, 0, 0, 0)),
        .. Record(BoundSheet, w =>
        {
            w.Write(sheetOffset);
            w.Write((short)0);
            w.Write((byte)sheetName.Length);
            w.Write((byte)0);
            w.Write(Encoding.ASCII.GetBytes(sheetName));
        }),
        .. Record(EndOfFile, _ => { }),
    ];

    private static byte[] Sheet(object[][] rows)
    {
        var cells = new List<byte>();
        for (ushort row = 0; row < rows.Length; row++)
        {
            for (ushort column = 0; column < rows[row].Length; column++)
            {
                cells.AddRange(Cell(row, column, rows[row][column]));
            }
        }

        return
        [
            .. Record(BeginOfFile, w => WriteShorts(w, 0x600, 0x10, 0, 0, 0, 0, 0, 0)),
            .. Record(Dimensions, w => WriteShorts(w, 0, 0, (ushort)rows.Length, 0, 0, (ushort)rows.Max(row => row.Length), 0)),
            .. cells,
            .. Record(EndOfFile, _ => { }),
        ];
    }

    private static byte[] Cell(ushort row, ushort column, object value) => value is double number
        ? Record(Number, w =>
        {
            WriteShorts(w, row, column, 0);
            w.Write(number);
        })
        : Record(Label, w =>
        {
            var text = (string)value;
            WriteShorts(w, row, column, 0, (ushort)text.Length);
            w.Write((byte)0);
            w.Write(Encoding.ASCII.GetBytes(text));
        });

    private static void WriteShorts(BinaryWriter writer, params ushort[] values)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static byte[] Record(ushort id, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        write(writer);
        writer.Flush();
        return [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)body.Length), .. body.ToArray()];
    }
}
