using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;

namespace BotKb.Sources.Upload;

/// <summary>Opens uploaded files by the settings that are stored with their source.</summary>
public sealed class UploadKind(UploadStore store) : IKnowledgeSourceKind
{
    /// <inheritdoc/>
    public string Kind => UploadSettings.Kind;

    /// <inheritdoc/>
    public IKnowledgeSource Open(string settings) => new UploadSource(store, UploadSettings.FromJson(settings));
}
