using Microsoft.Extensions.Options;

namespace BotKb.Sources.SharedDrive;

/// <summary>Names the key that is wrong.</summary>
internal sealed class SharedDriveOptionsValidator : IValidateOptions<SharedDriveOptions>
{
    public ValidateOptionsResult Validate(string? name, SharedDriveOptions options)
    {
        string[] failures =
        [
            .. options.Roots.Index().Where(root => !IsAbsolute(root.Item)).Select(root =>
                $"{SharedDriveOptions.Section}:{nameof(options.Roots)}:{root.Index} is '{root.Item}', which is not an absolute folder: "
                + "write its whole path, such as /srv/documents."),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsAbsolute(string path) => path.StartsWith('/') && !path.Contains('\0', StringComparison.Ordinal);
}
