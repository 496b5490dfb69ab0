using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Analysis;

/// <summary>A term where it stands in a text.</summary>
/// <param name="Term">Its id.</param>
/// <param name="Sentence">The number of its sentence or line.</param>
/// <param name="Place">The number of its word or character, with a gap at punctuation.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlacedTerm(uint Term, int Sentence, int Place);
