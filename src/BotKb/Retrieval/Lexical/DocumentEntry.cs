using System.Runtime.InteropServices;

namespace BotKb.Retrieval.Lexical;

/// <summary>Who may read a document; a later entry overwrites.</summary>
/// <param name="DocumentId">Its row.</param>
/// <param name="ScopeId">The permission scope that it points at.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DocumentEntry(long DocumentId, long ScopeId);
