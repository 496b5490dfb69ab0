namespace BotKb.Sources.Extraction.Pdf;

/// <summary>One visible character of a page, turned so that its text runs from left to right; units are points.</summary>
/// <param name="Text">What it says; more than one character for a ligature.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where the next one is expected.</param>
/// <param name="Baseline">Height of its base line; larger is higher.</param>
/// <param name="Size">Size of its font.</param>
/// <param name="Bold">Drawn bold, by its font or by an outline.</param>
/// <param name="Monospaced">Drawn in a typewriter font.</param>
/// <param name="AfterSpace">A space was written before it.</param>
internal readonly record struct PdfGlyph(
    string Text,
    double Left,
    double Right,
    double Baseline,
    double Size,
    bool Bold,
    bool Monospaced,
    bool AfterSpace);
