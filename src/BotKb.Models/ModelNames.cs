namespace BotKb.Models;

/// <summary>The names below <c>Models</c>.</summary>
internal sealed class ModelNames(IReadOnlySet<string> names)
{
    /// <summary>The name as the settings write it: names of options have a case, keys of settings have none.</summary>
    public string AsWritten(string name) => Find(name) ?? name;

    /// <summary>The name as the settings write it; null where there is no such model.</summary>
    public string? Find(string name) => names.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
}
