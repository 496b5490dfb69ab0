namespace BotKb.Sources.Extraction.Pdf;

/// <summary>Text on one base line without a gap that could part columns or cells.</summary>
/// <param name="Text">The text with its word spaces.</param>
/// <param name="Left">Where it begins, in points.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Baseline">Height of its base line; larger is higher.</param>
/// <param name="Size">The font size that most of it is set in.</param>
/// <param name="Bold">All of it is bold.</param>
/// <param name="Monospaced">All of it is in a typewriter font.</param>
internal sealed record TextRun(string Text, double Left, double Right, double Baseline, double Size, bool Bold, bool Monospaced)
{
    public double Width => Right - Left;

    /// <summary>Whether both stand on one line.</summary>
    public bool IsBeside(TextRun other) => Math.Abs(Baseline - other.Baseline) <= 0.3 * Math.Min(Size, other.Size);

    /// <summary>This run and its neighbour on the right as one.</summary>
    public TextRun Append(TextRun next)
    {
        var cjk = Script.IsCjk(Text[^1]) && Script.IsCjk(next.Text[0]);
        var space = next.Left - Right > (cjk ? 0.8 : 0.12) * Math.Max(Size, next.Size) ? " " : "";
        return this with
        {
            Text = Text + space + next.Text,
            Right = Math.Max(Right, next.Right),
            Size = next.Text.Length > Text.Length ? next.Size : Size,
            Bold = Bold && next.Bold,
            Monospaced = Monospaced && next.Monospaced,
        };
    }
}
