using System.Collections.Immutable;
using System.Text.Json;
using BotKb.Access;

namespace BotKb.Sources.SharedDrive;

/// <summary>What one shared drive is made of, as it is stored with the source.</summary>
/// <param name="Root">The absolute path of the folder.</param>
/// <param name="Readers">
/// Who may read it: <c>everyone</c>, <c>nobody</c>, or e-mails and groups such as <c>anna@example.com,group:hr</c>.
/// </param>
/// <param name="Folders">Folders with readers of their own; the deepest that holds a file decides.</param>
public sealed record SharedDriveSettings(string Root, string Readers, ImmutableArray<FolderReadersSetting> Folders)
{
    /// <summary>Reads what an admin writes on the command line.</summary>
    /// <param name="root">The folder; a relative one is taken from the working folder, a slash at its end is dropped.</param>
    /// <param name="readers">Who may read it; null is nobody.</param>
    /// <param name="folderReaders">Rules such as <c>HR=group:hr</c>.</param>
    /// <exception cref="BotKbException">A part cannot be understood; the message says which and what to write.</exception>
    public static SharedDriveSettings Parse(string root, string? readers, IEnumerable<string> folderReaders)
    {
        if (string.IsNullOrWhiteSpace(root) || root.Contains('\0', StringComparison.Ordinal))
        {
            throw new BotKbException("No folder is named: give the path of the folder to read.");
        }

        ReaderSet everywhere = readers is null ? ReaderSet.Nobody : ReadersText.Parse(readers);
        var settings = new SharedDriveSettings(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)),
            ReadersText.Format(everywhere),
            [.. folderReaders.Select(ParseRule)]);
        settings.ToFolderReaders();
        return settings;
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="BotKbException">The text is damaged or names no valid readers.</exception>
    public static SharedDriveSettings FromJson(string json)
    {
        try
        {
            SharedDriveSettings settings = JsonSerializer.Deserialize(json, SharedDriveJson.Default.SharedDriveSettings)
                ?? throw new JsonException("There is nothing in it.");
            settings.ToFolderReaders();
            return settings;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new BotKbException(
                FailureKind.TellAdmin,
                $"The stored settings of a shared drive are damaged; remove the source and add it again. {exception.Message}",
                exception);
        }
    }

    /// <summary>The form in which a source keeps its settings.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SharedDriveJson.Default.SharedDriveSettings);

    /// <summary>The rules that these settings name.</summary>
    /// <exception cref="BotKbException">A reader or a folder cannot be understood, or a folder is named twice.</exception>
    public FolderReaders ToFolderReaders()
    {
        ImmutableArray<FolderRule> rules =
            [.. Folders.Select(folder => new FolderRule(Checked(folder.Folder), ReadersText.Parse(folder.Readers)))];
        string? twice = rules.GroupBy(rule => rule.Folder).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? new FolderReaders(ReadersText.Parse(Readers), rules)
            : throw new BotKbException($"The folder '{twice}' has readers twice: write one rule for each folder.");
    }

    private static FolderReadersSetting ParseRule(string rule)
    {
        // The last '=': a folder's name may hold one, a reader may not.
        int equals = rule.LastIndexOf('=');
        if (equals <= 0)
        {
            throw new BotKbException($"'{rule}' is not a rule for a folder: write the folder, '=' and its readers, such as HR=group:hr.");
        }

        ReaderSet readers = ReadersText.Parse(rule[(equals + 1)..]);
        return new FolderReadersSetting(Checked(rule[..equals].Trim().TrimEnd('/')), ReadersText.Format(readers));
    }

    private static string Checked(string folder) =>
        Array.TrueForAll(folder.Split('/'), name => name is not ("" or "." or ".."))
            ? folder
            : throw new BotKbException(
                $"'{folder}' is not a folder below the source: write its path from the source's folder on, such as HR or HR/Payroll.");
}
