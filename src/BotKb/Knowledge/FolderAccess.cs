using System.Collections.Immutable;

namespace BotKb.Knowledge;

/// <summary>Who may read a folder, as an admin writes it.</summary>
/// <param name="Root">The absolute path of the folder.</param>
/// <param name="Readers"><c>everyone</c>, <c>nobody</c>, or e-mails and groups such as <c>anna@example.com,group:hr</c>.</param>
/// <param name="FolderReaders">Rules for folders below, such as <c>HR=group:hr</c>.</param>
public sealed record FolderAccess(string Root, string Readers, ImmutableArray<string> FolderReaders);
