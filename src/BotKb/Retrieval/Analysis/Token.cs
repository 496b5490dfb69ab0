using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>A piece of folded text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its characters.</param>
/// <param name="IsSpaceless">True for a run of a script that is written without spaces; else a word, number or code.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, bool IsSpaceless);
