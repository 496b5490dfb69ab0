namespace BotKb.Knowledge.Sync;

/// <summary>What a complete sync did.</summary>
/// <param name="Found">Items that the source reported.</param>
/// <param name="Removed">Documents that are gone.</param>
/// <param name="Indexed">Documents whose new text is searchable now.</param>
/// <param name="Unchanged">Documents that were read and hold what is indexed already.</param>
/// <param name="NotIndexed">Documents of this run that ended with another status.</param>
/// <param name="Unlisted">Folders that could not be listed; nothing below them was removed.</param>
public sealed record SyncOutcome(int Found, int Removed, int Indexed, int Unchanged, int NotIndexed, IReadOnlyList<string> Unlisted);
