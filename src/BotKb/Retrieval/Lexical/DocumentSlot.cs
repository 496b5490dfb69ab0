using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>What the index knows of a document.</summary>
/// <param name="DocumentId">Its row.</param>
/// <param name="Scope">The number of its scope; <see cref="Unknown"/> until the document's entry has come.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DocumentSlot(long DocumentId, int Scope)
{
    /// <summary>No scope is known, so nobody may read the document.</summary>
    public const int Unknown = -1;
}
