
namespace BotKb.Host;

/// <summary>Where the settings come from: a file, then the environment.</summary>
internal static class Settings
{
    private const string FileVariable = "BOTKB_SETTINGS";

    /// <summary>
    /// Reads the file that BOTKB_SETTINGS names, or <c>appsettings.json</c> of the working folder where there is one, then the
    /// environment.
    /// </summary>
    /// <exception cref="BotKbException">The file is missing or is not JSON.</exception>
    public static IConfigurationRoot Read()
    {
        var named = Environment.GetEnvironmentVariable(FileVariable);
        var file = Path.GetFullPath(named ?? "appsettings.json");
        if (named is not null && !File.Exists(file))
        {
            throw new BotKbException(FailureKind.TellAdmin, $"{FileVariable} names '{named}', which does not exist.");
        }

        try
        {
            return new ConfigurationBuilder().AddJsonFile(file, optional: true, reloadOnChange: false).AddEnvironmentVariables().Build();
        }
        catch (InvalidDataException exception)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            throw new BotKbException(FailureKind.TellAdmin, $"The settings in {file} are not valid JSON: {reason}", exception);
        }
    }
}
