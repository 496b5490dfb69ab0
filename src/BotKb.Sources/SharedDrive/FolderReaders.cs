using System.Collections.Immutable;
using BotKb.Access;

namespace BotKb.Sources.SharedDrive;

/// <summary>Who may read which part of a shared drive.</summary>
/// <param name="Everywhere">Who may read what no rule names.</param>
/// <param name="Rules">Rules for folders; the deepest that holds an item decides alone.</param>
public sealed record FolderReaders(ReaderSet Everywhere, ImmutableArray<FolderRule> Rules)
{
    /// <summary>Who may read the files that lie directly in a folder; the root's path is empty.</summary>
    public ReaderSet ReadersIn(string folderPath) => Deepest(Rules, folderPath)?.Readers ?? Everywhere;

    /// <summary>
    /// The folders of the rules that keep somebody out who could read without them. Where such a folder is renamed, its
    /// files would become readable for more people.
    /// </summary>
    internal IEnumerable<string> NarrowingFolders() =>
        from rule in Rules
        let others = Rules.Remove(rule)
        let without = Deepest(others, rule.Folder)?.Readers ?? Everywhere
        where !without.IsWithin(rule.Readers)
        select rule.Folder;

    private static FolderRule? Deepest(ImmutableArray<FolderRule> rules, string folderPath)
    {
        FolderRule? deepest = null;
        foreach (FolderRule rule in rules)
        {
            if (FolderPath.IsSameOrBelow(folderPath, rule.Folder) && rule.Folder.Length >= (deepest?.Folder.Length ?? 0))
            {
                deepest = rule;
            }
        }

        return deepest;
    }
}
