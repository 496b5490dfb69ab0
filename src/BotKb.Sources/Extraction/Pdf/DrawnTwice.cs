using System.Runtime.InteropServices;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Recognises characters that a page draws again at nearly the same place, to look bold or to cast a shadow.</summary>
internal sealed class DrawnTwice
{
    private const double CellSize = 12;
    private const double Tolerance = 0.12;

    private readonly Dictionary<long, int> _cells = [];
    private readonly List<(string Text, double X, double Y, int Position, int Next)> _drawn = [];

    /// <summary>
    /// The position given with the same character when it was drawn here before; -1 when it was not, and it is remembered.
    /// </summary>
    public int Find(string text, double x, double y, double size, int position)
    {
        var tolerance = size * Tolerance;
        var (left, right) = (Cell(x - tolerance), Cell(x + tolerance));
        var (bottom, top) = (Cell(y - tolerance), Cell(y + tolerance));
        var hash = text.Length == 1 ? text[0] : text.GetHashCode(StringComparison.Ordinal);
        for (var column = left; column <= right; column++)
        {
            for (var row = bottom; row <= top; row++)
            {
                var earlier = FindIn(Key(hash, column, row), text, x, y, tolerance);
                if (earlier >= 0)
                {
                    return earlier;
                }
            }
        }

        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, Key(hash, Cell(x), Cell(y)), out var exists);
        _drawn.Add((text, x, y, position, exists ? first : -1));
        first = _drawn.Count - 1;
        return -1;
    }

    // Cells may share a key by chance; what is found there is compared in full.
    private static long Key(int hash, int column, int row) => ((long)hash << 32) ^ (((long)column << 16) + row);

    private static int Cell(double position) => (int)Math.Floor(Math.Clamp(position, -1e6, 1e6) / CellSize);

    private int FindIn(long cell, string text, double x, double y, double tolerance)
    {
        for (var i = _cells.GetValueOrDefault(cell, -1); i >= 0; i = _drawn[i].Next)
        {
            var drawn = _drawn[i];
            if (Math.Abs(drawn.X - x) <= tolerance && Math.Abs(drawn.Y - y) <= tolerance && drawn.Text == text)
            {
                return drawn.Position;
            }
        }

        return -1;
    }
}
